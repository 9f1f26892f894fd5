/** What the register of processing says of agreements and settings: they name who acted, never a person followed. */
import type { TableCards } from './column-card.ts';
import { cards } from './column-card.ts';

const acted = {
  purpose: 'Savoir qui a proposé, signé ou réglé, pour en répondre',
  basis: 'public-interest',
  recipients: 'L’organisation de l’agent',
  retention: 'Avec l’acte signé, jusqu’au décompte final du marché augmenté de la prescription',
  sensitivity: 'personal',
} as const;

export const agreementCards: Readonly<Record<string, TableCards>> = {
  globalisation: cards(['created_by'], acted),
  globalisation_signature: cards(['recorded_by'], acted),
  counting_setting: cards(['created_by'], acted),
};
