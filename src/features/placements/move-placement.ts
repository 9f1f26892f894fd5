/** Every move of a candidate that an answer does not say: withdrawn, absent, presented again. */
import type { Result } from '#domain/result.ts';
import { refuse } from '#domain/result.ts';
import type { Side } from '#domain/state-machine.ts';
import type { Context } from '#http/context.ts';
import { advance, sideOf } from './advance.ts';
import { clockFrom } from './answer-days.ts';
import type { MoveInput } from './input.ts';
import type { PlacementRow } from './queries.ts';
import { tellCompany } from './propose.ts';
import { lockPlacement } from './queries.ts';

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
