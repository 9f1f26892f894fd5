/** One line of the journal as people read it. */
import { actionSentence } from '#domain/audit-actions.ts';
import type { Change } from '#domain/audit-changes.ts';
import { changesBetween } from '#domain/audit-changes.ts';
import type { EventRow } from './queries.ts';

export interface JournalEntry {
  sequence: number;
  at: Date;
  who: string;
  sentence: string;
  subjectType: string;
  subjectId: string;
  reason: string;
  changes: Change[];
}

export function readEntry(row: EventRow): JournalEntry {
  const entry = objectOf(JSON.parse(row.entry));
  return {
    sequence: row.sequence,
    at: row.at,
    who: whoDid(row, entry),
    sentence: actionSentence(row.action),
    subjectType: row.subjectType ?? '',
    subjectId: row.subjectId ?? '',
    reason: typeof entry['reason'] === 'string' ? entry['reason'] : '',
    changes: changesBetween(objectOf(entry['before']), objectOf(entry['after'])),
  };
}

/** A name only where the reader may see it: colleagues, and the keys of her organisation. */
function whoDid({ accountName, keyName }: EventRow, entry: Record<string, unknown>): string {
  const actor = typeof entry['actor'] === 'string' ? entry['actor'] : '';
  const [kind = ''] = actor.split(':');
  if (kind === 'partner') return keyName === null ? 'Une clé de l’API' : `La clé «\u00A0${keyName}\u00A0»`;
  if (kind === 'job') return 'Guichet';
  if (accountName !== null) return accountName;
  if (kind === 'member' || kind === 'account') return 'Une personne extérieure à l’organisation';
  return kind === 'link' ? 'Le porteur d’un lien' : 'Un visiteur';
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
