/** Why each column about hours worked by people is kept (permissions.md §9). */
import type { TableCards } from './column-card.ts';
import { cards } from './column-card.ts';

const proof =
  'La durée du marché, puis cinq ans (services) ou dix ans (travaux) après sa fin pour la preuve\u00A0; puis gardé sans nom';

export const hoursCards: Readonly<Record<string, TableCards>> = {
  hour_entry: cards(
    [
      'id',
      'declaration_id',
      'lot_id',
      'market_id',
      'holder_id',
      'person_id',
      'contract_id',
      'company_id',
      'month',
      'worked_minutes',
      'training_minutes',
      'days',
      'state',
      'reason',
      'counted_minutes',
      'rule_version',
      'corrects_id',
      'locked_in',
      'created_at',
    ],
    {
      purpose: 'Compter vos heures de travail et de formation, et prouver qu’elles ont été faites',
      basis: 'public-interest',
      recipients:
        'La structure de facilitation, votre employeur, l’entreprise\u00A0; l’acheteur n’en lit que des totaux',
      retention: proof,
      sensitivity: 'ordinary',
    },
    {
      days: { purpose: 'Vérifier les heures jour par jour quand l’entreprise les donne', sensitivity: 'personal' },
      reason: { purpose: 'Dire pourquoi une ligne est refusée ou corrigée', sensitivity: 'personal' },
    },
  ),
  declaration: cards(
    [
      'id',
      'lot_id',
      'market_id',
      'company_id',
      'month',
      'state',
      'due_on',
      'no_hours',
      'submitted_at',
      'submitted_by',
      'via',
      'reminded_at',
      'reviewed_at',
      'reviewed_by',
      'reason',
      'note',
      'version',
      'created_at',
    ],
    {
      purpose: 'Recevoir et valider les heures d’un mois',
      basis: 'public-interest',
      recipients: 'L’entreprise, la structure de facilitation, l’acheteur',
      retention: proof,
      sensitivity: 'ordinary',
    },
    {
      submitted_by: { purpose: 'Savoir qui a envoyé les heures', sensitivity: 'personal' },
      note: { purpose: 'Permettre à l’entreprise de préciser un fait', sensitivity: 'personal' },
      reason: { purpose: 'Dire pourquoi une déclaration est rendue', sensitivity: 'personal' },
    },
  ),
  hour_allocation: cards(['id', 'entry_id', 'lot_id', 'market_id', 'agreement_id', 'minutes', 'created_at'], {
    purpose: 'Répartir les heures comptées entre les lots',
    basis: 'public-interest',
    recipients: 'La structure de facilitation et l’acheteur, en totaux',
    retention: proof,
    sensitivity: 'ordinary',
  }),
  document: cards(
    ['id', 'organisation_id', 'market_id', 'lot_id', 'declaration_id', 'kind', 'name', 'archived_at', 'created_at'],
    {
      purpose: 'Garder les pièces d’un marché et les preuves d’heures',
      basis: 'public-interest',
      recipients: 'Les organisations du lot\u00A0; une preuve d’heures, la structure de facilitation et l’entreprise',
      retention: proof,
      sensitivity: 'ordinary',
    },
    { name: { sensitivity: 'personal' } },
  ),
  document_version: cards(
    ['id', 'document_id', 'number', 'media_type', 'bytes', 'sha256', 'content', 'created_by', 'created_at'],
    {
      purpose: 'Garder les pièces d’un marché et les preuves d’heures',
      basis: 'public-interest',
      recipients: 'Les organisations du lot\u00A0; une preuve d’heures, la structure de facilitation et l’entreprise',
      retention: proof,
      sensitivity: 'ordinary',
    },
    { content: { sensitivity: 'personal' }, created_by: { sensitivity: 'personal' } },
  ),
};
