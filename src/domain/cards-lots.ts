/** What is kept about people by tranches, hours worked by everybody, shared reviews and refusals: names of professionals at work. */
import { cards } from './column-card.ts';
import type { ColumnCard, TableCards } from './column-card.ts';

const tranche: ColumnCard = {
  purpose: 'Garder qui a ajouté, affermi ou repris une tranche, et pourquoi',
  basis: 'public-interest',
  recipients: 'L’acheteur et les structures de facilitation du lot',
  retention: 'Comme le marché\u00A0: jusqu’à dix ans après la fin des travaux, puis supprimé',
  sensitivity: 'ordinary',
};

const worked: ColumnCard = {
  purpose: 'Garder qui a indiqué, pour une entreprise, le total des heures travaillées sur un lot',
  basis: 'contract',
  recipients: 'L’entreprise, l’acheteur et les structures de facilitation du lot',
  retention: 'Comme le marché\u00A0: jusqu’à dix ans après la fin des travaux, puis supprimé',
  sensitivity: 'personal',
};

const review: ColumnCard = {
  purpose: 'Garder qui a contrôlé les heures de chaque structure, et pourquoi des lignes ont été refusées',
  basis: 'public-interest',
  recipients: 'Les structures de facilitation du lot, l’acheteur, et l’entreprise pour le motif',
  retention: 'Comme les heures\u00A0: jusqu’à dix ans après la fin des travaux, puis supprimé',
  sensitivity: 'personal',
};

const refusal: ColumnCard = {
  purpose: 'Garder qui a proposé et qui a décidé de refuser des heures validées, et pourquoi (convention S2, art. 4)',
  basis: 'public-interest',
  recipients: 'La structure qui propose, l’acheteur et l’entreprise\u00A0; l’acheteur n’y lit aucun nom de salarié',
  retention: 'Comme les heures\u00A0: jusqu’à dix ans après la fin des travaux, puis supprimé',
  sensitivity: 'personal',
};

const statement: ColumnCard = {
  purpose: 'Garder qui a remis un état trimestriel à l’acheteur, et ce qui y est observé (convention S1, art. 2-2)',
  basis: 'public-interest',
  recipients: 'L’acheteur et les structures de facilitation du marché',
  retention: 'Comme le marché\u00A0: jusqu’à dix ans après la fin des travaux, puis supprimé',
  sensitivity: 'ordinary',
};

export const lotCards: Readonly<Record<string, TableCards>> = {
  tranche_step: cards(['account_id', 'reason'], tranche),
  worked_month: cards(['declared_by'], worked),
  declaration_review: cards(['reviewed_by', 'reason', 'note'], review),
  hours_statement: cards(['issued_by', 'issuer', 'note'], statement),
  hour_refusal: cards(['proposed_by', 'proposer', 'decided_by', 'decider', 'reason', 'answer'], refusal),
  hour_refusal_line: cards(['entry_id'], refusal, {
    entry_id: {
      purpose: 'Savoir quelles lignes d’heures sont proposées au refus',
      recipients: 'La structure qui suit les personnes et l’entreprise qui les emploie',
    },
  }),
};
