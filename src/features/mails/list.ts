/** The letters of one's own organisation, as its administrators read them. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Context } from '#http/context.ts';
import type { MailQuery, MailSort, MailState } from './list-query.ts';

export interface MailRow {
  id: string;
  template: string;
  subject: string;
  recipient: string;
  status: MailState;
  attempts: number;
  lastProblem: string;
  keptBody: string | null;
  createdAt: Date;
  sentAt: Date | null;
  nextAttemptAt: Date;
  /** The value the list is sorted by, as exact text. */
  sortedBy: string;
}

export const mailsPerPage = 50;

/** Instants to the microsecond: a cursor must not lose what the database knows. */
const sorted: Record<MailSort, string> = {
  date: `to_char(created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`,
  courriel: 'template',
  etat: 'status',
};

const fields = sql.raw(
  'id, template, subject, recipient, status, attempts, last_problem, kept_body, created_at, sent_at, next_attempt_at',
);

/** One more row than a page, to know whether there is a next one. */
export async function listMails({ db, actor }: Context, query: MailQuery): Promise<MailRow[]> {
  const by = sql.raw(sorted[query.sort]);
  const way = sql.raw(query.direction === 'ascending' ? 'asc' : 'desc');
  const beyond = sql.raw(query.direction === 'ascending' ? '>' : '<');
  const { state, after } = query;
  const found = await sql<MailRow>`select ${fields}, ${by} as sorted_by from outbox
    where organisation_id = ${organisationOf(actor)}
      ${state === null ? sql`` : sql`and status = ${state}`}
      ${after === null ? sql`` : sql`and (${by}, id) ${beyond} (${after.value}, ${after.id}::uuid)`}
    order by ${query.sort === 'date' ? sql.raw('created_at') : by} ${way}, id ${way}
    limit ${mailsPerPage + 1}`.execute(db);
  return found.rows;
}

export async function findMail(
  { db, actor }: Context,
  { id, lock = false }: { id: string; lock?: boolean },
): Promise<MailRow | null> {
  const found = await sql<MailRow>`select ${fields}, '' as sorted_by from outbox
    where id = ${id} and organisation_id = ${organisationOf(actor)} ${sql.raw(lock ? 'for update' : '')}`.execute(db);
  return found.rows[0] ?? null;
}

/** A new series of tries, with the same message id: a reader drops what it has already seen. */
export async function putBack({ db, now }: Context, id: string): Promise<void> {
  await sql`update outbox set status = 'waiting', attempts = 0, last_problem = '', next_attempt_at = ${now}
    where id = ${id}`.execute(db);
  await sql`select pg_notify('guichet_outbox', '')`.execute(db);
}
