/** Ends a contract with its reason, or takes back one entered by mistake that has no hours. */
import type { ContractState } from '#domain/contract-state.ts';
import { moveContract } from '#domain/contract-state.ts';
import { checkDeclaredMonths } from '#domain/contract-terms.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { EndContractInput, RemoveContractInput } from './contract-input.ts';
import { declaredMonths, hasHours, lockContract, updateContract } from './contract-queries.ts';

interface Removed {
  id: string;
  personId: string;
  former: ContractState;
}

export async function endContract(ctx: Context, input: EndContractInput): Promise<Result<{ id: string }>> {
  const contract = await lockContract(ctx, input.id);
  if (contract === null) return refuse('not-found');
  const { id, day, reason } = input;
  const moved = moveContract(
    { from: contract.state, to: 'ended', by: 'facilitator', day, reason },
    { hasHours: await hasHours(ctx, id) },
  );
  if (!moved.ok) return contract.state === 'ended' ? refuse('contract-over') : moved;
  if (day < contract.startsOn && reason !== 'never-started') {
    return refuse('day-before-start', { field: 'day' });
  }
  const inside = checkDeclaredMonths(await declaredMonths(ctx, id), { from: contract.startsOn, until: day });
  if (!inside.ok) return inside;
  if (contract.version !== input.version) return refuse('changed-meanwhile');
  await updateContract(ctx, id, { state: moved.value, endedOn: day, endReason: reason });
  await record(ctx, {
    action: 'employment.ended',
    subjectType: 'employment-contract',
    subjectId: id,
    before: { state: contract.state },
    after: { state: moved.value, endedOn: day, endReason: reason },
  });
  return done({ id });
}

export async function removeContract(ctx: Context, input: RemoveContractInput): Promise<Result<Removed>> {
  const contract = await lockContract(ctx, input.id);
  if (contract === null) return refuse('not-found');
  const { id, reason } = input;
  const moved = moveContract(
    { from: contract.state, to: 'removed', by: 'facilitator', reason },
    { hasHours: await hasHours(ctx, id) },
  );
  if (!moved.ok) return moved;
  if (contract.version !== input.version) return refuse('changed-meanwhile');
  await updateContract(ctx, id, { state: moved.value });
  await record(ctx, {
    action: 'employment.removed',
    subjectType: 'employment-contract',
    subjectId: id,
    before: { state: contract.state },
    after: { state: moved.value },
    reason,
  });
  return done({ id, personId: contract.personId, former: contract.state });
}
