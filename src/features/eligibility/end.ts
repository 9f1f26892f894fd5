/** Lifts a decision with its reason; undoes within a day the last thing done, as if it had not been. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { addDays, parisDay } from '#domain/day.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { EndDecisionInput } from './decision-input.ts';
import type { DecisionRow } from './queries.ts';
import { countedSince, deleteDecision, listDecisions, lockPerson, setEnd } from './queries.ts';

export async function endEligibility(ctx: Context, input: EndDecisionInput): Promise<Result<{ id: string }>> {
  if ((await lockPerson(ctx, input.id)) === null) return refuse('not-found');
  const open = (await listDecisions(ctx, input.id)).find(({ endedOn }) => endedOn === null) ?? null;
  if (open === null) return refuse('eligibility-none');
  if (open.id !== input.courante) return refuse('changed-meanwhile');
  await setEnd(ctx, { id: open.id, endedOn: parisDay(ctx.now) });
  await record(ctx, {
    action: 'eligibility.ended',
    subjectType: 'person',
    subjectId: input.id,
    before: toldOf(open),
    reason: input.reason,
  });
  return done({ id: input.id });
}

export async function undoEligibility(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  if ((await lockPerson(ctx, id)) === null) return refuse('not-found');
  const [last, former] = await listDecisions(ctx, id);
  if (last === undefined) return refuse('eligibility-none');
  const yesterday = addDays(parisDay(ctx.now), -1);
  const lifted = last.endedOn !== null;
  const doneOn = last.endedOn ?? last.decidedOn;
  if (doneOn < yesterday) return refuse('eligibility-undo-late');
  if (!lifted && (await countedSince(ctx, { personId: id, since: last.createdAt }))) {
    return refuse('eligibility-hours-counted');
  }
  if (lifted) await setEnd(ctx, { id: last.id, endedOn: null });
  else {
    if (!(await deleteDecision(ctx, last.id))) return refuse('eligibility-undo-late');
    // Only the decision that the undone one ended comes back.
    if (former?.endedOn === last.decidedOn) await setEnd(ctx, { id: former.id, endedOn: null });
  }
  await record(ctx, {
    action: 'eligibility.undone',
    subjectType: 'person',
    subjectId: id,
    before: toldOf(last),
  });
  return done({ id });
}

function toldOf({ verdict, fromDay, untilDay, endedOn }: DecisionRow) {
  return { verdict, fromDay, untilDay, endedOn };
}
