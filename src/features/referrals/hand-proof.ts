/** The prescriber answers what the structure waits for: the paper was handed or renewed. The paper itself is never sent here. */
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { ProofInput } from './input.ts';
import type { ReferralRow } from './queries.ts';
import { lockReferral } from './queries.ts';

const waiting: readonly ReferralRow['state'][] = ['eligibility-pending', 'expired'];

/** The states in which a paper may be waited for. */
export function waitsForProof({ state }: Pick<ReferralRow, 'state'>): boolean {
  return waiting.includes(state);
}

export async function handProof(ctx: Context, { id, kind, datedOn }: ProofInput): Promise<Result<ReferralRow>> {
  const referral = await lockReferral(ctx, { id, side: 'prescriberId' });
  if (referral === null) return refuse('not-found');
  if (!waitsForProof(referral)) return refuse('proof-not-asked');
  if (datedOn !== null && datedOn > parisDay(ctx.now)) return refuse('proof-day-future', { field: 'datedOn' });
  await setProof(ctx, id, { proofKind: kind, proofDatedOn: datedOn, proofSaidAt: ctx.now });
  await record(ctx, { action: 'referral.proof-handed', subjectType: 'referral', subjectId: id });
  return done(referral);
}

/** Said by mistake: nothing is handed any more. */
export async function takeProofBack(ctx: Context, { id }: { id: string }): Promise<Result<ReferralRow>> {
  const referral = await lockReferral(ctx, { id, side: 'prescriberId' });
  if (referral === null) return refuse('not-found');
  if (referral.proofSaidAt === null || !waitsForProof(referral)) return refuse('proof-not-asked');
  await setProof(ctx, id, { proofKind: '', proofDatedOn: null, proofSaidAt: null });
  await record(ctx, { action: 'referral.proof-taken-back', subjectType: 'referral', subjectId: id });
  return done(referral);
}

type Said = Pick<ReferralRow, 'proofKind' | 'proofDatedOn' | 'proofSaidAt'>;

async function setProof({ db }: Context, id: string, said: Said): Promise<void> {
  await db
    .updateTable('referral')
    .set((row) => ({ ...said, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
