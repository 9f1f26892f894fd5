/** Changes the terms of a contract, never under the hours already declared; moves it along its life. */
import { moveContract } from '#domain/contract-state.ts';
import { checkContractDays, checkDeclaredMonths } from '#domain/contract-terms.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { lockPerson } from './queries.ts';
import type { Context } from '#http/context.ts';
import type { EditContractInput, MoveContractInput } from './contract-input.ts';
import type { ContractRow } from './contract-queries.ts';
import { declaredMonths, hasHours, lockContract, updateContract } from './contract-queries.ts';

export async function editContract(ctx: Context, input: EditContractInput): Promise<Result<{ id: string }>> {
  const before = await lockContract(ctx, input.id);
  if (before === null) return refuse('not-found');
  if (before.state === 'removed') return refuse('contract-removed');
  if ((await lockPerson(ctx, before.personId)) === null) return refuse('person-put-aside');
  const days = checkContractDays(before.type, input);
  if (!days.ok) return days;
  const until = before.endedOn ?? input.plannedEndOn;
  const inside = checkDeclaredMonths(await declaredMonths(ctx, input.id), { from: input.startsOn, until });
  if (!inside.ok) return inside.field === 'day' ? { ...inside, field: 'plannedEndOn' } : inside;
  if (before.endedOn !== null && before.endedOn < input.startsOn) {
    return refuse('day-before-start', { field: 'startsOn' });
  }
  if (before.version !== input.version) return refuse('changed-meanwhile');
  const { id, version: _, ...terms } = input;
  await updateContract(ctx, id, terms);
  await record(ctx, {
    action: 'employment.edited',
    subjectType: 'employment-contract',
    subjectId: id,
    before: termsOf(before),
    after: terms,
  });
  return done({ id });
}

/** A start confirmed, a trial over, a suspension, a return. */
export async function moveOn(ctx: Context, input: MoveContractInput): Promise<Result<{ id: string }>> {
  const before = await lockContract(ctx, input.id);
  if (before === null) return refuse('not-found');
  if (before.version !== input.version) return refuse('changed-meanwhile');
  const moved = moveContract(
    {
      from: before.state,
      to: input.to,
      by: 'facilitator',
      reason: input.reason,
      ...(input.day !== null && { day: input.day }),
    },
    { hasHours: await hasHours(ctx, input.id) },
  );
  if (!moved.ok) return moved;
  if (input.day !== null && input.day < before.startsOn) return refuse('day-before-start', { field: 'day' });
  await updateContract(ctx, input.id, { state: moved.value });
  await record(ctx, {
    action: 'employment.moved',
    subjectType: 'employment-contract',
    subjectId: input.id,
    before: { state: before.state },
    after: { state: moved.value, ...(input.day !== null && { day: input.day }) },
    ...(input.reason !== '' && { reason: input.reason }),
  });
  return done({ id: input.id });
}

export function termsOf({
  job,
  romeCode,
  weeklyMinutes,
  startsOn,
  trialEndsOn,
  plannedEndOn,
}: ContractRow): Pick<ContractRow, 'job' | 'romeCode' | 'weeklyMinutes' | 'startsOn' | 'trialEndsOn' | 'plannedEndOn'> {
  return { job, romeCode, weeklyMinutes, startsOn, trialEndsOn, plannedEndOn };
}
