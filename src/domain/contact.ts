/** Points of contact of an organisation: what they are for, and what makes one complete. */
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export const contactPurposes = ['general', 'markets', 'hours', 'people', 'invoices'] as const;

export type ContactPurpose = (typeof contactPurposes)[number];

export const contactPurposeLabels: Record<ContactPurpose, string> = {
  general: 'Accueil général',
  markets: 'Marchés',
  hours: 'Heures d’insertion',
  people: 'Personnes accompagnées',
  invoices: 'Factures',
};

/** Nobody can be reached through a point without an address nor a number. Source: users.md §3 idea 15 (contact freshness). */
export function checkContact(contact: { email: string; phone: string }): Result<null> {
  if (contact.email === '' && contact.phone === '') {
    return refuse('contact-unreachable', { field: 'email' });
  }
  return done(null);
}
