/** The journal's address is its state: filters and page, read from the query and never trusted. */
import { isAuditFamily } from '#domain/audit-families.ts';
import { isDay } from '#domain/day.ts';
import { sequenceOf } from '#domain/journal-entry.ts';
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

function dayOf(typed: string | null): string | null {
  return typed !== null && isDay(typed) ? typed : null;
}
