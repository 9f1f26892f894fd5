/** Decides whether a person is eligible, from a day and for the window of the rules; lifts a decision with its reason. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { ContractType } from '#domain/contract-types.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import type { DecidedWindow } from '#domain/eligibility-window.ts';
import { decideWindow } from '#domain/eligibility-window.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { countingBook } from '#db/counting-book.ts';
import { followDecision } from '#db/referral-steps.ts';
import type { Context } from '#http/context.ts';
import type { ContractRow } from './contract-queries.ts';
import { listContracts } from './contract-queries.ts';
import type { DecisionInput, EndDecisionInput } from './input.ts';
import { endDecisionRow, insertDecision, listDecisions, lockPerson } from './queries.ts';

export async function decideEligibility(
  ctx: Context,
  input: DecisionInput,
): Promise<Result<{ id: string; verdict: DecisionInput['verdict']; until: Day | null }>> {
  const person = await lockPerson(ctx, input.id);
  const holderId = organisationOf(ctx.actor);
  if (person === null || holderId === null) return refuse('not-found');
  const open = await openDecision(ctx, input.id);
  if ((open?.id ?? '') !== input.courante) return refuse('changed-meanwhile');
  const contracts = await listContracts(ctx, input.id);
  const window = await windowFor(ctx, { type: input.type, fromDay: input.fromDay, contracts });
  if (!window.ok) return window;
  const { rule, untilDay } = window.value;
  const until = input.verdict === 'eligible' ? untilDay : null;
  const today = parisDay(ctx.now);
  if (open !== null) await endDecisionRow(ctx, { id: open.id, endedOn: today });
  const decision = {
    personId: input.id,
    holderId,
    verdict: input.verdict,
    fromDay: input.fromDay,
    untilDay: until,
    ruleCode: rule.code,
    ruleVersion: rule.version,
    decidedOn: today,
    decidedBy: accountOf(ctx.actor),
  };
  await insertDecision(ctx, decision);
  const { verdict, fromDay, ruleVersion } = decision;
  await record(ctx, {
    action: 'eligibility.decided',
    subjectType: 'person',
    subjectId: input.id,
    ...(open !== null && {
      before: { verdict: open.verdict, fromDay: open.fromDay, untilDay: open.untilDay },
    }),
    after: { verdict, fromDay, untilDay: until, ruleVersion },
  });
  await followDecision(ctx, { person: input.id, eligible: verdict === 'eligible' });
  return done({ id: input.id, verdict, until });
}

export async function endEligibility(ctx: Context, input: EndDecisionInput): Promise<Result<{ id: string }>> {
  if ((await lockPerson(ctx, input.id)) === null) return refuse('not-found');
  const open = await openDecision(ctx, input.id);
  if (open === null) return refuse('eligibility-none');
  if (open.id !== input.courante) return refuse('changed-meanwhile');
  await endDecisionRow(ctx, { id: open.id, endedOn: parisDay(ctx.now) });
  await record(ctx, {
    action: 'eligibility.ended',
    subjectType: 'person',
    subjectId: input.id,
    before: { verdict: open.verdict, fromDay: open.fromDay, untilDay: open.untilDay },
    reason: input.reason,
  });
  return done({ id: input.id });
}

/** The window a decision would have, asked before deciding and again when deciding. */
export async function windowFor(
  ctx: Context,
  asked: { type: ContractType; fromDay: Day; contracts: readonly ContractRow[] },
): Promise<Result<DecidedWindow>> {
  const standing = asked.contracts.filter(({ state }) => state !== 'removed');
  const latest = standing.find(({ type }) => type === asked.type) ?? standing[0];
  const book = await countingBook(ctx, {
    organisation: organisationOf(ctx.actor) ?? '',
    lot: latest && { lotId: latest.lotId, marketId: latest.marketId },
  });
  return decideWindow({
    book,
    type: asked.type,
    fromDay: asked.fromDay,
    contracts: standing.map(({ type, startsOn, plannedEndOn, endedOn, marketEnd }) => ({
      type,
      startsOn,
      endsOn: endedOn ?? plannedEndOn,
      marketEnd,
    })),
  });
}

async function openDecision(ctx: Context, person: string) {
  return (await listDecisions(ctx, person)).find(({ endedOn }) => endedOn === null) ?? null;
}
