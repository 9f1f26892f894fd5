/** The hire, in one step: the work contract is written, the candidate becomes hired, the post may be filled by it. */
import { organisationOf } from '#domain/actor.ts';
import { checkContractDays, checkEmployer, startingState } from '#domain/contract-terms.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { keepResidenceAtHire } from '#db/contract-residence.ts';
import { insertContract } from '#db/employment-contract.ts';
import { followHire } from '#db/referral-steps.ts';
import type { Context } from '#http/context.ts';
import { advance } from './advance.ts';
import type { HireInput } from './input.ts';
import { lockPlacement } from './queries.ts';
import { listEmployers } from './lot-employers.ts';

export async function hire(ctx: Context, input: HireInput): Promise<Result<{ id: string; contract: string }>> {
  const before = await lockPlacement(ctx, input.id);
  if (before === null || before.holderId !== organisationOf(ctx.actor)) return refuse('not-found');
  if (before.state !== 'selected') return refuse('placement-not-selected');
  if (before.version !== input.version) return refuse('changed-meanwhile');
  const { id, version: _, method, type, ...terms } = input;
  const { personId, holderId, lotId, marketId, companyId, romeCode } = before;
  const employerId = input.employerId === '' ? companyId : input.employerId;
  const present = (await listEmployers(ctx, lotId)).map((each) => each.id);
  if (!present.includes(employerId)) return refuse('employer-not-linked', { field: 'employerId' });
  const employs = checkEmployer({ method, employer: employerId, company: companyId });
  if (!employs.ok) return employs;
  const days = checkContractDays(type, terms);
  if (!days.ok) return days;
  const state = startingState(terms, parisDay(ctx.now));
  const contract = {
    ...terms,
    romeCode,
    personId,
    holderId,
    lotId,
    marketId,
    employerId,
    companyId,
    method,
    type,
    state,
  };
  const contractId = await insertContract(ctx, contract);
  await keepResidenceAtHire(ctx, { ...contract, contractId });
  await record(ctx, {
    action: 'employment.created',
    subjectType: 'employment-contract',
    subjectId: contractId,
    after: contract,
  });
  const moved = await advance(ctx, before, { to: 'hired', side: 'facilitator', contractId });
  if (!moved.ok) return moved;
  await followHire(ctx, personId);
  await record(ctx, {
    action: 'placement.hired',
    subjectType: 'placement',
    subjectId: id,
    after: { contract: contractId },
  });
  return done({ id, contract: contractId });
}
