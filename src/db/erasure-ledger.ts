/** What was erased, by the digest of its number: exported apart, and played again on a restored database. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { RetentionDeed } from '#domain/retention-rules.ts';
import type { Transaction } from './transaction.ts';

export interface LedgerLine {
  subjectHash: string;
  deed: RetentionDeed;
  erasedAt: string;
}

/** Before the number in what is digested: a ledger alone tells nobody whom it speaks of. */
export function subjectPrefix(kind: 'person' | 'account'): string {
  return `guichet erasure ${kind} `;
}

export function subjectHash(kind: 'person' | 'account', id: string): string {
  return createHash('sha256')
    .update(`${subjectPrefix(kind)}${id}`)
    .digest('hex');
}

export async function keepErasure(
  { db, now }: { db: Transaction; now: Date },
  erased: { kind: 'person' | 'account'; id: string; deed: RetentionDeed; organisation: string | null },
): Promise<void> {
  const { kind, id, deed, organisation } = erased;
  await sql`insert into erasure (subject_hash, deed, organisation_id, erased_at)
    values (${subjectHash(kind, id)}, ${deed}, ${organisation}, ${now})
    on conflict (subject_hash, deed) do update set erased_at = greatest(erasure.erased_at, excluded.erased_at)`.execute(
    db,
  );
}

/** The oldest first: a person put aside, then anonymised. */
export async function readLedger(db: Transaction): Promise<LedgerLine[]> {
  const found = await sql<{ subjectHash: string; deed: RetentionDeed; erasedAt: Date }>`
    select subject_hash, deed, erased_at from erasure order by erased_at, subject_hash`.execute(db);
  return found.rows.map(({ erasedAt, ...line }) => ({ ...line, erasedAt: erasedAt.toISOString() }));
}
