/** What became of a person, said to all who referred her: the one door of every feature that closes or advances something. */
import { sql } from 'kysely';
import type { FeedbackCode } from '#domain/referral-feedback.ts';
import type { Transaction } from './transaction.ts';

export interface ToldStep {
  personId: string;
  what: FeedbackCode;
  /** A code of the ready reasons, never free text. */
  reason?: string;
}

/**
 * Written with the decision that causes it. Each referent with a proposal open at that moment reads it on her page at
 * once, and in one letter that evening. Nobody referred her: it stays in her file and tells nobody. Whoever neither
 * follows the person nor has her as a candidate writes nothing.
 */
export async function tellReferent(
  { db, now }: { db: Transaction; now: Date },
  { personId, what, reason = '' }: ToldStep,
): Promise<void> {
  await sql`select add_referral_feedback(${personId}, ${what}, ${reason}, ${now})`.execute(db);
}
