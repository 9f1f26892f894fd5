/** Proposes what follows a contract before it ends, once; or takes the proposal back. */
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { NextInput } from './input.ts';
import { findProposed, insertProposed, listOpenLots, lockWalked, withdrawProposed } from './next-queries.ts';

export async function proposeNext(ctx: Context, input: NextInput): Promise<Result<{ id: string }>> {
  const contract = await lockWalked(ctx, input.id);
  if (contract === null) return refuse('not-found');
  if (contract.state === 'ended') return refuse('contract-over');
  if ((await findProposed(ctx, contract.id)) !== null) return refuse('next-contract-known');
  const { step, words } = input;
  const lot = step === 'other-lot' ? (await listOpenLots(ctx)).find(({ id }) => id === input.lot) : undefined;
  if (step === 'other-lot' && lot === undefined) return refuse('next-lot-missing', { field: 'lot' });
  const { personId, holderId } = contract;
  const proposed = { step, lotId: lot?.id ?? null, words, proposedOn: parisDay(ctx.now) };
  await insertProposed(ctx, { ...proposed, personId, holderId, contractId: contract.id });
  await record(ctx, {
    action: 'next-contract.proposed',
    subjectType: 'employment-contract',
    subjectId: contract.id,
    after: { step, lotId: proposed.lotId },
  });
  return done({ id: contract.id });
}

export async function withdrawNext(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const contract = await lockWalked(ctx, id);
  const proposed = contract && (await findProposed(ctx, contract.id));
  if (contract === null) return refuse('not-found');
  if (proposed === null) return refuse('already-done');
  await withdrawProposed(ctx, proposed.id);
  await record(ctx, {
    action: 'next-contract.withdrawn',
    subjectType: 'employment-contract',
    subjectId: id,
    before: { step: proposed.step },
  });
  return done({ id });
}
