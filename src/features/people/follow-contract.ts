/** What comes after a contract: a renewal as the contract that follows it, or its conversion to a CDI. */
import { convertToCdi, renewContract } from '#domain/contract-life.ts';
import type { WorkContract } from '#domain/contract-life.ts';
import { moveContract } from '#domain/contract-state.ts';
import { checkDeclaredMonths, startingState } from '#domain/contract-terms.ts';
import { addDays, parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { keepResidenceAtHire } from '#db/contract-residence.ts';
import type { NewContract } from '#db/employment-contract.ts';
import { insertContract } from '#db/employment-contract.ts';
import type { Context } from '#http/context.ts';
import type { ConvertContractInput, RenewContractInput } from './contract-input.ts';
import type { ContractRow } from './contract-queries.ts';
import { declaredMonths, hasFollower, lockContract, updateContract } from './contract-queries.ts';

/** The former contract keeps its term; the new one begins the day after. */
export async function renew(ctx: Context, input: RenewContractInput): Promise<Result<{ id: string }>> {
  const former = await lockContract(ctx, input.id);
  if (former === null) return refuse('not-found');
  if (former.state === 'removed') return refuse('contract-removed');
  if (await hasFollower(ctx, former.id)) return refuse('already-done');
  const renewed = renewContract(lifeOf(former), { signedOn: parisDay(ctx.now), newEnd: input.newEnd });
  if (!renewed.ok) return renewed;
  if (former.version !== input.version) return refuse('changed-meanwhile');
  const formerEnd = former.plannedEndOn ?? former.startsOn;
  await updateContract(ctx, former.id, {});
  const id = await follow(ctx, former, {
    type: former.type,
    startsOn: addDays(formerEnd, 1),
    plannedEndOn: input.newEnd,
  });
  await record(ctx, {
    action: 'employment.renewed',
    subjectType: 'employment-contract',
    subjectId: id,
    before: { contract: former.id, plannedEndOn: formerEnd },
    after: { plannedEndOn: input.newEnd },
  });
  return done({ id });
}

/** The former contract ends the day before, as converted. */
export async function convert(ctx: Context, input: ConvertContractInput): Promise<Result<{ id: string }>> {
  const former = await lockContract(ctx, input.id);
  if (former === null) return refuse('not-found');
  const converted = convertToCdi(lifeOf(former), { from: input.from });
  if (!converted.ok) return converted;
  if (await hasFollower(ctx, former.id)) return refuse('already-done');
  const endedOn = addDays(input.from, -1);
  const months = await declaredMonths(ctx, former.id);
  const moved = moveContract(
    { from: former.state, to: 'ended', by: 'facilitator', day: endedOn, reason: 'converted-to-cdi' },
    { hasHours: months.length > 0 },
  );
  if (!moved.ok) return moved;
  const inside = checkDeclaredMonths(months, { from: former.startsOn, until: endedOn });
  if (!inside.ok) return { ...inside, field: 'from' };
  if (former.version !== input.version) return refuse('changed-meanwhile');
  await updateContract(ctx, former.id, { state: moved.value, endedOn, endReason: 'converted-to-cdi' });
  const { type, startsOn, endsOn } = converted.value.started;
  const id = await follow(ctx, former, { type, startsOn, plannedEndOn: endsOn });
  await record(ctx, {
    action: 'employment.converted',
    subjectType: 'employment-contract',
    subjectId: id,
    before: { contract: former.id, type: former.type },
    after: { type, startsOn },
  });
  return done({ id });
}

async function follow(
  ctx: Context,
  former: ContractRow,
  next: Pick<NewContract, 'type' | 'startsOn'> & { plannedEndOn: string | null },
): Promise<string> {
  const { personId, holderId, lotId, marketId, employerId, companyId, method } = former;
  const { job, romeCode, weeklyMinutes } = former;
  const terms = { ...next, trialEndsOn: null };
  const contractId = await insertContract(ctx, {
    personId,
    holderId,
    lotId,
    marketId,
    employerId,
    companyId,
    method,
    job,
    romeCode,
    weeklyMinutes,
    ...terms,
    state: startingState(terms, parisDay(ctx.now)),
    followsId: former.id,
  });
  await keepResidenceAtHire(ctx, { contractId, personId, holderId, startsOn: terms.startsOn });
  return contractId;
}

/** Come to its term the night before, it is still renewed the morning after. */
function lifeOf({ type, startsOn, plannedEndOn, endedOn, endReason }: ContractRow): WorkContract {
  const broken = endReason === 'term' && endedOn === plannedEndOn ? null : endedOn;
  return { type, startsOn, endsOn: plannedEndOn, endedOn: broken, firstClauseStart: startsOn, renewals: [] };
}
