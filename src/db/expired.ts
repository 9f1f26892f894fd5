/** Deletes what the mechanisms no longer need, some rows at a time so that nobody waits. Runs as a job. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Expiring } from '#domain/retention.ts';
import type { Transaction } from './transaction.ts';

/** How many rows went; called again until it answers 0. */
export async function deleteExpired(
  db: Transaction,
  { kind, before, most }: { kind: Expiring; before: Date; most: number },
): Promise<number> {
  const done = await statements[kind](before, most).execute(db);
  return Number(done.numAffectedRows ?? 0);
}

const statements: Record<Expiring, (before: Date, most: number) => RawBuilder<unknown>> = {
  idempotency: (before, most) => sql`delete from idempotency where (actor, key) in (
    select actor, key from idempotency where created_at < ${before} limit ${most})`,
  link: (before, most) => sql`delete from link_token where token_hash in (
    select token_hash from link_token where expires_at < ${before} limit ${most})`,
  throttle: (before, most) => sql`delete from throttle where key in (
    select key from throttle where window_start < ${before} and (blocked_until is null or blocked_until < ${before}) limit ${most})`,
  session: (before, most) => sql`delete from session where id in (
    select id from session where least(expires_at, coalesce(revoked_at, expires_at)) < ${before} limit ${most})`,
  notice: (before, most) => sql`delete from notice where id in (
    select id from notice where created_at < ${before} limit ${most})`,
  'mail-body': (before, most) => sql`update outbox set kept_body = null where id in (
    select id from outbox where kept_body is not null and created_at < ${before} limit ${most})`,
  'eligibility-document': (before, most) => sql`delete from eligibility_document where id in (
    select id from eligibility_document where keep_until < (${before}::timestamptz at time zone 'Europe/Paris')::date limit ${most})`,
};
