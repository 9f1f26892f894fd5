/** The journal's address is its state: filters and page, read from the query and never trusted. */
import { isAuditFamily } from '#domain/audit-actions.ts';
import { isDay } from '#domain/day.ts';
import type { JournalQuery } from './queries.ts';

export const filterNames = ['famille', 'personne', 'du', 'au'] as const;

export function readJournalQuery(query: URLSearchParams): JournalQuery {
  const family = query.get('famille') ?? '';
  const person = query.get('personne') ?? '';
  return {
    family: isAuditFamily(family) ? family : null,
    person: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(person) ? person : null,
    from: dayOf(query.get('du')),
    until: dayOf(query.get('au')),
    after: sequenceOf(query.get('apres') ?? ''),
  };
}

export function sequenceOf(typed: string): number | null {
  return /^[1-9]\d{0,14}$/u.test(typed) ? Number(typed) : null;
}

function dayOf(typed: string | null): string | null {
  return typed !== null && isDay(typed) ? typed : null;
}
