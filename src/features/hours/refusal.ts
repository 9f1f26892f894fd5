/** A structure proposes the buyer to refuse hours already validated, or takes its proposal back while it waits. */
import type { Actor } from '#domain/actor.ts';
import { checkWaiting, effectOnLine } from '#domain/hour-refusal.ts';
import { sumMinutes } from '#domain/minutes.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { membersAt } from '#db/administrators.ts';
import { record } from '#db/audit.ts';
import { hasMembers } from '#db/organisation-known.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';
import { organisationOf } from '#domain/actor.ts';
import { permissions } from '#domain/permissions.ts';
import { isCounterEntry } from './correct.ts';
import type { ProposeRefusal } from './refusal-input.ts';
import { answerRefusal, findBuyer, findRefusal, insertRefusal, lockRefusal } from './refusal-queries.ts';
import type { LineRow } from './review-lines-queries.ts';
import { listLines } from './review-lines-queries.ts';
import { lockReviewed } from './review-queries.ts';

export async function proposeRefusal(
  ctx: Context,
  { id, lines, reason }: ProposeRefusal,
): Promise<Result<{ id: string; declaration: string }>> {
  const [declaration] = await lockReviewed(ctx, [id]);
  if (declaration === undefined) return refuse('not-found');
  const rows = await listLines(ctx, [id]);
  if (rows.some(({ proposed }) => proposed)) return refuse('refusal-waiting');
  if (lines.length === 0) return refuse('refusal-no-line', { field: 'ligne' });
  const chosen = rows.filter((row) => lines.includes(row.id));
  if (chosen.length < new Set(lines).size || !chosen.every(mayBeRefused)) {
    return refuse('refusal-line-unfit', { field: 'ligne' });
  }
  const buyerId = await findBuyer(ctx, declaration.marketId);
  if (buyerId === null || !(await throughGate(ctx, (gate) => hasMembers(gate, buyerId)))) {
    return refuse('refusal-buyer-absent');
  }
  const { lotId, marketId, companyId, month } = declaration;
  const refusal = await insertRefusal(ctx, {
    declarationId: id,
    lotId,
    marketId,
    companyId,
    buyerId,
    month,
    minutes: sumMinutes(chosen.map(({ countedMinutes }) => countedMinutes)),
    reason,
    proposer: nameOf(ctx.actor),
    lines: chosen.map((row) => row.id),
  });
  await record(ctx, {
    action: 'refusal.proposed',
    subjectType: 'declaration',
    subjectId: id,
    after: { refusal, lines: chosen.length },
    reason,
  });
  await tellDeciders(ctx, buyerId);
  return done({ id: refusal, declaration: id });
}

export async function withdrawRefusal(
  ctx: Context,
  { id }: { id: string },
): Promise<Result<{ id: string; declaration: string }>> {
  const refusal = await findRefusal(ctx, id);
  if (refusal === null || refusal.structureId !== organisationOf(ctx.actor)) return refuse('not-found');
  const waiting = checkWaiting((await lockRefusal(ctx, id)) === null ? await stateNow(ctx, id) : refusal.state);
  if (!waiting.ok) return waiting;
  await answerRefusal(ctx, { id, state: 'withdrawn', answer: '', decider: nameOf(ctx.actor) });
  await record(ctx, {
    action: 'refusal.withdrawn',
    subjectType: 'declaration',
    subjectId: refusal.declarationId,
    before: { refusal: id, lines: refusal.lines },
  });
  return done({ id, declaration: refusal.declarationId });
}

/** Validated or sealed, still standing, and not a correction that cancels another line. */
export function mayBeRefused(row: LineRow): boolean {
  return effectOnLine(row) !== null && !isCounterEntry(row);
}

export async function stateNow(ctx: Context, id: string) {
  return (await findRefusal(ctx, id))?.state ?? 'withdrawn';
}

export function nameOf(actor: Actor): string {
  return actor.kind === 'member' ? actor.name : '';
}

/** Composed when it leaves, without a name nor a figure. */
function tellDeciders(ctx: Context, buyer: string): Promise<void> {
  const organisation = organisationOf(ctx.actor);
  return throughGate(ctx, async (gate) => {
    const deciders = await membersAt(gate, { organisation: buyer, positions: permissions['refusal.decide'].who });
    for (const { account, email } of deciders) {
      const parameters = { organisation };
      await post(gate, { organisation: buyer, account, template: 'refusal-proposed', recipient: email, parameters });
    }
  });
}
