/** The list's address is its state: what is shown, its order and its page, read from the query and never trusted. */
import type { TableQuery } from '#ui/table.tsx';
import { readTableQuery } from '#ui/table.tsx';

export const mailStates = {
  waiting: { label: 'En attente', tone: 'progress' },
  sending: { label: 'Départ en cours', tone: 'progress' },
  sent: { label: 'Envoyé', tone: 'ok' },
  kept: { label: 'Gardé ici', tone: 'neutral' },
  failed: { label: 'En échec', tone: 'problem' },
  cancelled: { label: 'Sans objet', tone: 'neutral' },
} as const;

export type MailState = keyof typeof mailStates;

export const mailColumns = [
  { key: 'date', sort: true },
  { key: 'courriel', sort: true },
  { key: 'etat', sort: true },
] as const;

export type MailSort = (typeof mailColumns)[number]['key'];

export interface MailQuery {
  state: MailState | null;
  sort: MailSort;
  direction: 'ascending' | 'descending';
  after: { value: string; id: string } | null;
}

/** Newest first unless asked otherwise. */
export function readMailQuery(query: URLSearchParams): MailQuery {
  const { sort, after }: TableQuery = readTableQuery(query, mailColumns);
  const state = query.get('etat') ?? '';
  return {
    state: isMailState(state) ? state : null,
    sort: mailColumns.find(({ key }) => key === sort?.by)?.key ?? 'date',
    direction: sort?.direction ?? 'descending',
    after: readCursor(after),
  };
}

export function writeCursor(value: string, id: string): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

export function isMailState(value: string): value is MailState {
  return Object.hasOwn(mailStates, value);
}

function readCursor(typed: string | undefined): MailQuery['after'] {
  if (typed === undefined) return null;
  try {
    const [value, id]: unknown[] = JSON.parse(Buffer.from(typed, 'base64url').toString('utf8'));
    if (typeof value !== 'string' || typeof id !== 'string') return null;
    return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id) && /^[\w.:+ -]{1,60}$/u.test(value)
      ? { value, id }
      : null;
  } catch {
    return null;
  }
}
