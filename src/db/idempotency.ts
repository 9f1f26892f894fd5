/** One key, one effect: the key is claimed, the effect done and the outcome kept in the same transaction. */
import { sql } from 'kysely';
import type { Transaction } from './transaction.ts';

export interface Claim {
  actor: string;
  key: string;
  route: string;
  bodyHash: Buffer;
  now: Date;
}

export type ClaimAnswer =
  | { state: 'new' }
  | { state: 'replayed'; status: number; outcome: unknown }
  | { state: 'other-body' };

/** A concurrent claim of the same key waits here until the first one commits or rolls back. */
export async function claimKey(db: Transaction, claim: Claim): Promise<ClaimAnswer> {
  const inserted = await sql`insert into idempotency (actor, key, route, body_hash, created_at)
    values (${claim.actor}, ${claim.key}, ${claim.route}, ${claim.bodyHash}, ${claim.now})
    on conflict do nothing returning key`.execute(db);
  if (inserted.rows.length === 1) return { state: 'new' };
  const known = await sql<{ route: string; bodyHash: Buffer; status: number; outcome: unknown }>`
    select route, body_hash, status, outcome from idempotency
    where actor = ${claim.actor} and key = ${claim.key}`.execute(db);
  const row = known.rows[0];
  if (row === undefined || row.route !== claim.route || !row.bodyHash.equals(claim.bodyHash)) {
    return { state: 'other-body' };
  }
  return { state: 'replayed', status: row.status, outcome: row.outcome };
}

export async function keepOutcome(
  db: Transaction,
  { actor, key, status, outcome }: { actor: string; key: string; status: number; outcome: unknown },
): Promise<void> {
  await sql`update idempotency set status = ${status}, outcome = ${JSON.stringify(outcome)}::jsonb
    where actor = ${actor} and key = ${key}`.execute(db);
}
