/** One line of the journal as people read it. */
import { actionSentence } from './audit-actions.ts';
import type { Change } from './audit-changes.ts';
import { changesBetween } from './audit-changes.ts';

/** One line as it is kept. */
export interface EventRow {
  sequence: number;
  at: Date;
  action: string;
  subjectType: string | null;
  subjectId: string | null;
  entry: string;
  accountName: string | null;
  keyName: string | null;
}

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

export function readEntry(row: EventRow, { outsider = 'Une personne extérieure à l’organisation' } = {}): JournalEntry {
  const entry = objectOf(JSON.parse(row.entry));
  return {
    sequence: row.sequence,
    at: row.at,
    who: whoDid(row, { entry, outsider }),
    sentence: actionSentence(row.action),
    subjectType: row.subjectType ?? '',
    subjectId: row.subjectId ?? '',
    reason: typeof entry['reason'] === 'string' ? entry['reason'] : '',
    changes: changesBetween({
      subject: row.subjectType ?? undefined,
      before: objectOf(entry['before']),
      after: objectOf(entry['after']),
    }),
  };
}

/** The place of a line in its chain, as an address gives it. */
export function sequenceOf(typed: string): number | null {
  return /^[1-9]\d{0,14}$/u.test(typed) ? Number(typed) : null;
}

/** A name only where the reader may see it: colleagues, and the keys of her organisation. */
function whoDid(
  { accountName, keyName }: EventRow,
  { entry, outsider }: { entry: Record<string, unknown>; outsider: string },
): string {
  const actor = typeof entry['actor'] === 'string' ? entry['actor'] : '';
  const [kind = ''] = actor.split(':');
  if (kind === 'partner') return keyName === null ? 'Une clé de l’API' : `La clé «\u00A0${keyName}\u00A0»`;
  if (kind === 'job') return 'Guichet';
  if (accountName !== null) return accountName;
  if (entry['office'] === 'operator') return 'L’exploitation de l’instance';
  if (kind === 'member' || kind === 'account') return outsider;
  return kind === 'link' ? 'Le porteur d’un lien' : 'Un visiteur';
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
