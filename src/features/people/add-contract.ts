/** Adds a work contract on a lot the structure follows, between companies that take part in it. */
import { organisationOf } from '#domain/actor.ts';
import { checkContractDays, checkEmployer, startingState } from '#domain/contract-terms.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { keepResidenceAtHire } from '#db/contract-residence.ts';
import { insertContract } from '#db/employment-contract.ts';
import type { Context } from '#http/context.ts';
import type { NewContractInput } from './contract-input.ts';
import { listFollowedLots, listLotCompanies } from './contract-queries.ts';
import { lockPerson } from './queries.ts';

export async function addContract(ctx: Context, input: NewContractInput): Promise<Result<{ id: string }>> {
  const person = await lockPerson(ctx, input.id);
  const holderId = organisationOf(ctx.actor);
  const followed = (await listFollowedLots(ctx)).find(({ lotId }) => lotId === input.lot);
  if (person === null || holderId === null || followed === undefined) return refuse('not-found');
  const { id: personId, lot: lotId, companyId, method, type, ...terms } = input;
  const employerId = input.employerId === '' ? companyId : input.employerId;
  const present = new Set((await listLotCompanies(ctx, [lotId])).map(({ organisationId }) => organisationId));
  if (!present.has(companyId)) return refuse('value-unlisted', { field: 'companyId' });
  if (!present.has(employerId)) return refuse('employer-not-linked', { field: 'employerId' });
  const employs = checkEmployer({ method, employer: employerId, company: companyId });
  if (!employs.ok) return employs;
  const days = checkContractDays(type, terms);
  if (!days.ok) return days;
  const contract = {
    ...terms,
    personId,
    holderId,
    lotId,
    marketId: followed.marketId,
    employerId,
    companyId,
    method,
    type,
    state: startingState(terms, parisDay(ctx.now)),
  };
  const id = await insertContract(ctx, contract);
  await keepResidenceAtHire(ctx, { ...contract, contractId: id });
  await record(ctx, {
    action: 'employment.created',
    subjectType: 'employment-contract',
    subjectId: id,
    after: contract,
  });
  return done({ id });
}
