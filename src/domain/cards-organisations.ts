/** Why each column that may name somebody in an organisation is kept: contacts, parties of a lot, those who follow it. */
import type { TableCards } from './column-card.ts';
import { cards } from './column-card.ts';

const market = 'La durée du marché, puis la durée de sa preuve';

export const organisationCards: Readonly<Record<string, TableCards>> = {
  contact: cards(
    [
      'id',
      'organisation_id',
      'label',
      'purpose',
      'email',
      'phone',
      'internal_note',
      'archived_at',
      'version',
      'created_at',
    ],
    {
      purpose: 'Savoir qui joindre dans une organisation',
      basis: 'public-interest',
      recipients: 'L’organisation et celles qui lui sont liées\u00A0; la note interne, elle seule',
      retention: 'Jusqu’à son retrait par l’organisation',
      sensitivity: 'ordinary',
    },
    {
      label: { sensitivity: 'personal' },
      email: { sensitivity: 'personal' },
      phone: { sensitivity: 'personal' },
      internal_note: { sensitivity: 'personal' },
    },
  ),
  lot_party: cards(
    [
      'id',
      'lot_id',
      'market_id',
      'organisation_id',
      'role',
      'under_id',
      'act_on',
      'share_minutes',
      'contact_name',
      'contact_email',
      'contact_phone',
      'answered_at',
      'bounced_at',
      'delegate_name',
      'delegate_email',
      'delegate_until',
      'ended_on',
      'version',
      'created_at',
    ],
    {
      purpose: 'Joindre la personne qui déclare les heures d’une entreprise',
      basis: 'public-interest',
      recipients: 'Les organisations du lot',
      retention: market,
      sensitivity: 'ordinary',
    },
    {
      contact_name: { sensitivity: 'personal' },
      contact_email: { sensitivity: 'personal' },
      contact_phone: { sensitivity: 'personal' },
      delegate_name: { sensitivity: 'personal' },
      delegate_email: { sensitivity: 'personal' },
    },
  ),
  lot_assignment: cards(
    [
      'id',
      'lot_id',
      'market_id',
      'organisation_id',
      'account_id',
      'role',
      'territory',
      'share_basis_points',
      'from_day',
      'until_day',
      'version',
      'created_at',
    ],
    {
      purpose: 'Savoir quelle structure et quel facilitateur suivent un lot',
      basis: 'public-interest',
      recipients: 'Les organisations du lot',
      retention: market,
      sensitivity: 'ordinary',
    },
  ),
};
