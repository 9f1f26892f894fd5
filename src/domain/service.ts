/** Which other services an organisation may open under its own SIRET. */
import type { OrganisationKind } from './position.ts';

/**
 * Source: permissions.md §6.1 (the same SIRET may be buyer and insertion lead, as separate services). A service is
 * never of a kind that reads more than the one who opens it could obtain: nobody makes herself the State.
 */
const opened: Record<OrganisationKind, readonly OrganisationKind[]> = {
  facilitator: ['facilitator', 'buyer', 'inclusion', 'prescriber'],
  buyer: ['buyer', 'insertion', 'facilitator', 'prescriber'],
  insertion: ['insertion', 'buyer', 'facilitator', 'prescriber'],
  state: ['state', 'buyer', 'prescriber'],
  company: ['company', 'inclusion'],
  inclusion: ['inclusion', 'company'],
  prescriber: ['prescriber', 'inclusion'],
  operator: [],
};

export function serviceKindsOf(kind: OrganisationKind): readonly OrganisationKind[] {
  return opened[kind];
}
