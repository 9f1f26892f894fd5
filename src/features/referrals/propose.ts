/** A prescriber proposes somebody new. The answer is the same whoever else knows her. */
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import type { ProposalInput } from './input.ts';
import { findOwnOpen } from './queries.ts';
import { isPartner } from './structure-queries.ts';
import { proposedOf, writeProposal } from './write-proposal.ts';

export async function proposePerson(ctx: Context, input: ProposalInput): Promise<Result<{ id: string }>> {
  const { holderId } = input;
  const proposed = proposedOf(input);
  if (proposed.claims.length === 0) return refuse('referral-claims-missing', { field: 'claims' });
  if (proposed.birthDate !== null && proposed.birthDate > parisDay(ctx.now)) {
    return refuse('birth-date-future', { field: 'birthDate' });
  }
  if (!(await isPartner(ctx, holderId))) return refuse('referral-structure-unknown', { field: 'holderId' });
  if ((await findOwnOpen(ctx, { identity: proposed, holderId })) !== null) return refuse('referral-already-open');
  return done({ id: await writeProposal(ctx, { holderId, proposed, source: 'form' }) });
}
