/** Counts tries in the database, so that limits hold across processes and restarts. */
import { sql } from 'kysely';
import type { QuotaLeft, ThrottleClass, ThrottleState } from '#domain/throttle.ts';
import { askThrottle, quotaLeft } from '#domain/throttle.ts';
import type { Transaction } from '#db/transaction.ts';
import { hashSecret } from '#services/random.ts';

interface Try {
  throttle: ThrottleClass;
  holder: string;
  now: Date;
}

/** Seconds to wait, 0 when allowed; the try is counted. */
export async function spend(db: Transaction, tried: Try): Promise<number> {
  return (await tally(db, tried)).wait;
}

/** The same, with what is left of the quota. Names and addresses are kept hashed. */
export async function tally(
  db: Transaction,
  { throttle, holder, now }: Try,
): Promise<{ wait: number; quota: QuotaLeft | null }> {
  const key = `${throttle}:${hashSecret(holder)}`;
  await sql`insert into throttle (key, failures, window_start) values (${key}, 0, ${now})
    on conflict (key) do nothing`.execute(db);
  const found = await sql<ThrottleState>`select failures, window_start, blocked_until from throttle
    where key = ${key} for update`.execute(db);
  const state = found.rows[0];
  if (state === undefined) return { wait: 0, quota: null };
  const verdict = askThrottle(throttle, state, now);
  const { failures, windowStart, blockedUntil } = verdict.next;
  await sql`update throttle set failures = ${failures}, window_start = ${windowStart}, blocked_until = ${blockedUntil}
    where key = ${key}`.execute(db);
  return { wait: verdict.allowed ? 0 : verdict.waitSeconds, quota: quotaLeft(throttle, verdict.next, now) };
}

/** A success wipes what failures had counted. */
export async function forgive(
  db: Transaction,
  { throttle, holder }: { throttle: ThrottleClass; holder: string },
): Promise<void> {
  const key = `${throttle}:${hashSecret(holder)}`;
  await sql`update throttle set failures = 0, blocked_until = null where key = ${key}`.execute(db);
}
