/** The company answers on a candidate, by account, by link or through the facilitator. */
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { PlacementState } from '#domain/placement-state.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import { advance, sideOf } from './advance.ts';
import type { AnswerInput, LinkAnswerInput } from './input.ts';
import type { PlacementRow } from './queries.ts';
import { findPlacement, lockPlacement } from './queries.ts';

const stateOfAnswer = { yes: 'selected', no: 'rejected', interview: 'interview' } as const satisfies Record<
  AnswerInput['answer'],
  PlacementState
>;

export async function answerPlacement(ctx: Context, input: AnswerInput): Promise<Result<{ id: string }>> {
  const before = await lockPlacement(ctx, input.id);
  if (before === null || sideOf(ctx.actor, before) === 'prescriber') return refuse('not-found');
  return answerOn(ctx, before, input);
}

/** One tap. The same tap again, from a page left open, changes nothing. */
export async function answerByLink(
  ctx: Context,
  { answer, version, reason }: LinkAnswerInput,
): Promise<Result<{ id: string }>> {
  const before = await placementOfLink(ctx, { lock: true });
  if (before === null) return refuse('not-found');
  if (answer !== 'again') return answerOn(ctx, before, { answer, version, reason, note: '' });
  if (before.version !== version) return refuse('changed-meanwhile');
  const today = parisDay(ctx.now);
  const dueOn = before.dueOn !== null && before.dueOn > today ? before.dueOn : today;
  return advance(ctx, before, {
    to: 'proposed',
    side: sideOf(ctx.actor, before),
    note: 'Réponse corrigée par l’entreprise',
    clock: { sentOn: before.sentOn ?? today, dueOn },
  });
}

/** Once she was to come, her absence is told as such. */
const metFrom: readonly PlacementState[] = ['interview', 'selected'];

async function answerOn(
  ctx: Context,
  before: PlacementRow,
  { answer, version, reason, note }: Omit<AnswerInput, 'id'>,
): Promise<Result<{ id: string }>> {
  const absent = answer === 'no' && reason === 'no-show' && metFrom.includes(before.state);
  const to = absent ? ('no-show' as const) : stateOfAnswer[answer];
  if (before.state === to) return done({ id: before.id });
  if (before.version !== version) return refuse('changed-meanwhile');
  if (before.state === 'hired') return refuse('move-impossible', { details: { next: 'annuler l’embauche' } });
  return advance(ctx, before, {
    to,
    side: sideOf(ctx.actor, before),
    reason: answer === 'no' && !absent ? reason : '',
    note,
  });
}

/** What a link was sent for, as long as it still belongs to the same company. */
export async function placementOfLink(ctx: Context, { lock = false }: { lock?: boolean } = {}) {
  const { actor } = ctx;
  if (actor.kind !== 'link' || actor.subject === null) return null;
  const row = lock ? await lockPlacement(ctx, actor.subject) : await findPlacement(ctx, actor.subject);
  return row !== null && row.companyId === organisationOf(actor) ? row : null;
}
