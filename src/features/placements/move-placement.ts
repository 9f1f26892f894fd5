/** The company answers on a candidate, by account, by link or through the facilitator; and every other move by a form. */
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { PlacementState } from '#domain/placement-state.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Side } from '#domain/state-machine.ts';
import type { Context } from '#http/context.ts';
import { advance, sideOf } from './advance.ts';
import { clockFrom } from './answer-days.ts';
import type { AnswerInput, LinkAnswerInput, MoveInput } from './input.ts';
import type { PlacementRow } from './queries.ts';
import { tellCompany } from './propose.ts';
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

async function answerOn(
  ctx: Context,
  before: PlacementRow,
  { answer, version, reason, note }: Omit<AnswerInput, 'id'>,
): Promise<Result<{ id: string }>> {
  const to = stateOfAnswer[answer];
  if (before.state === to) return done({ id: before.id });
  if (before.version !== version) return refuse('changed-meanwhile');
  return advance(ctx, before, {
    to,
    side: sideOf(ctx.actor, before),
    reason: answer === 'no' ? reason : '',
    note,
  });
}

/** Withdrawn, absent, presented again: what an answer does not say. The hire and a first presentation have forms of their own. */
export async function movePlacement(
  ctx: Context,
  { id, version, to, reason, note }: MoveInput,
): Promise<Result<{ id: string }>> {
  const before = await lockPlacement(ctx, id);
  if (before === null) return refuse('not-found');
  if (before.version !== version) return refuse('changed-meanwhile');
  const side = sideOf(ctx.actor, before);
  if (to === 'withdrawn') return advance(ctx, before, { to, side, reason, note });
  if (to === 'no-show') return advance(ctx, before, { to, side, note });
  if (to !== 'proposed' || before.state === 'suggested') {
    return refuse('move-impossible', { details: { next: 'retirer, absente, présenter de nouveau' } });
  }
  return presentAgain(ctx, before, { side, note });
}

/** The company is written to again, unless it speaks itself. */
async function presentAgain(
  ctx: Context,
  before: PlacementRow,
  { side, note }: { side: Side; note: string },
): Promise<Result<{ id: string }>> {
  if (before.offerState !== 'open') return refuse('offer-not-open');
  const sent = side === 'facilitator' ? await tellCompany(ctx, before) : null;
  if (sent !== null && !sent.ok) return sent;
  const moved = await advance(ctx, before, { to: 'proposed', side, note, clock: await clockFrom(ctx, before) });
  if (moved.ok && sent !== null) await sent.value(before.id);
  return moved;
}

/** What a link was sent for, as long as it still belongs to the same company. */
export async function placementOfLink(ctx: Context, { lock = false }: { lock?: boolean } = {}) {
  const { actor } = ctx;
  if (actor.kind !== 'link' || actor.subject === null) return null;
  const row = lock ? await lockPlacement(ctx, actor.subject) : await findPlacement(ctx, actor.subject);
  return row !== null && row.companyId === organisationOf(actor) ? row : null;
}
