/** A prescriber proposes again somebody she proposed before, without retyping anything. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import { findOwnOpen, findReferral } from './queries.ts';
import { isPartner } from './structure-queries.ts';
import { proposedOf, writeProposal } from './write-proposal.ts';

/** The same structure: the same file. Another one: a file of its own, which knows nothing of the first. */
export async function proposeAgain(
  ctx: Context,
  { id, holderId }: { id: string; holderId: string },
): Promise<Result<{ id: string }>> {
  const former = await findReferral(ctx, { id, side: 'prescriberId' });
  if (former === null) return refuse('not-found');
  if (!(await isPartner(ctx, holderId))) return refuse('referral-structure-unknown', { field: 'holderId' });
  if ((await findOwnOpen(ctx, { identity: former, holderId })) !== null) return refuse('referral-already-open');
  const proposed = proposedOf(former);
  const personId = former.holderId === holderId ? former.personId : undefined;
  return done({ id: await writeProposal(ctx, { holderId, proposed, source: 'known', personId }) });
}
