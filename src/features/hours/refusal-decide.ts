/** The buyer answers: refused hours stop counting at once, sealed ones by a counter-entry; kept hours stay as they were. */
import { organisationOf } from '#domain/actor.ts';
import { checkWaiting, declarationOnceRefused, effectOnLine, refusalMachine } from '#domain/hour-refusal.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { moveState } from '#domain/state-machine.ts';
import { record } from '#db/audit.ts';
import { followCommitments } from '#db/commitment-follow.ts';
import { appendHoursDeltas } from '#db/hours.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';
import { withinOrganisation } from '#http/within-organisation.ts';
import { submittedChange, withdrawAllocations } from './allocate.ts';
import { takeBack } from './correct.ts';
import { nameOf, stateNow } from './refusal.ts';
import type { HourRefusal } from './refusal-queries.ts';
import { answerRefusal, findProposer, findRefusal, lockRefusal, refusedEntries } from './refusal-queries.ts';
import type { LineRow } from './review-lines-queries.ts';
import { listLines } from './review-lines-queries.ts';
import { lockReviewed, moveReviewed, setLines } from './review-queries.ts';
import { tellSentBack } from './sent-back.ts';
import { readStructureLines } from './shared-review-queries.ts';

type Answered = Result<{ id: string; company: string }>;

export async function acceptRefusal(
  ctx: Context,
  { id, version, answer }: { id: string; version: number; answer: string },
): Promise<Answered> {
  const held = await hold(ctx, { id, version });
  if (!held.ok) return held;
  const refusal = held.value;
  const moved = moveState(refusalMachine, {
    from: refusal.state,
    to: 'accepted',
    by: 'buyer',
    proposedBy: 'facilitator',
  });
  if (!moved.ok) return moved;
  await answerRefusal(ctx, { id, state: 'accepted', answer, decider: nameOf(ctx.actor) });
  // The lines are people's: the buyer's decision is carried out by the structure that follows them, and told to it alone.
  const applied = await withinOrganisation(ctx, {
    organisation: refusal.structureId,
    back: 'app',
    step: () => carryOut(ctx, refusal),
  });
  if (!applied.ok) return applied;
  await inBothJournals(ctx, refusal, { action: 'refusal.accepted', reason: refusal.reason });
  await followCommitments(ctx, [refusal.lotId]);
  await tellProposer(ctx, refusal);
  return done({ id, company: refusal.company });
}

export async function declineRefusal(
  ctx: Context,
  { id, version, motif }: { id: string; version: number; motif: string },
): Promise<Answered> {
  const held = await hold(ctx, { id, version });
  if (!held.ok) return held;
  const refusal = held.value;
  const moved = moveState(refusalMachine, {
    from: refusal.state,
    to: 'declined',
    by: 'buyer',
    reason: motif,
    proposedBy: 'facilitator',
  });
  if (!moved.ok) return moved;
  await answerRefusal(ctx, { id, state: 'declined', answer: motif, decider: nameOf(ctx.actor) });
  await inBothJournals(ctx, refusal, { action: 'refusal.declined', reason: motif });
  await tellProposer(ctx, refusal);
  return done({ id, company: refusal.company });
}

async function hold(ctx: Context, { id, version }: { id: string; version: number }): Promise<Result<HourRefusal>> {
  const refusal = await findRefusal(ctx, id);
  if (refusal === null || refusal.buyerId !== organisationOf(ctx.actor)) return refuse('not-found');
  const locked = await lockRefusal(ctx, id);
  const waiting = checkWaiting(locked === null ? await stateNow(ctx, id) : refusal.state);
  if (!waiting.ok) return waiting;
  return locked?.version === version ? done(refusal) : refuse('changed-meanwhile');
}

/** Under the row security of the structure that proposed: its own people's lines, and no others. */
async function carryOut(ctx: Context, refusal: HourRefusal): Promise<Result<null>> {
  const [declaration] = await lockReviewed(ctx, [refusal.declarationId]);
  if (declaration === undefined) return refuse('refusal-lapsed');
  const asked = await refusedEntries(ctx, refusal.id);
  const rows = (await listLines(ctx, [declaration.id])).filter(({ id }) => asked.has(id));
  const rejected = rows.filter((row) => effectOnLine(row) === 'reject');
  const countered = rows.filter((row) => effectOnLine(row) === 'counter');
  if (rejected.length + countered.length === 0) return refuse('refusal-lapsed');
  const reason = `Refus de l’acheteur\u00A0: ${refusal.reason}`;
  await reject(ctx, rejected, reason);
  for (const row of countered) await takeBack(ctx, row, reason);
  const lines = (await readStructureLines(ctx, [declaration.id])).get(declaration.id) ?? [];
  const state = declarationOnceRefused({
    from: declaration.state,
    countered: countered.length > 0,
    lines,
    reason,
  });
  if (!state.ok) return state;
  await moveReviewed(ctx, { id: declaration.id, state: state.value, reason });
  await tellSentBack(ctx, { declaration: declaration.id, by: refusal.structureId });
  return done(null);
}

async function reject(ctx: Context, rows: readonly LineRow[], reason: string): Promise<void> {
  await withdrawAllocations(ctx, rows);
  await setLines(
    ctx,
    rows.map(({ id }) => ({ id, state: 'rejected', reason, countedMinutes: 0, ruleVersion: '' })),
  );
  await appendHoursDeltas(
    ctx.db,
    rows.map((row) => submittedChange(row, -1)),
  );
}

/** Each side finds it in its own journal; always in one order, so that two acts at once wait instead of blocking each other. */
async function inBothJournals(
  ctx: Context,
  { id, declarationId, structureId, buyerId, lines }: HourRefusal,
  { action, reason }: { action: 'refusal.accepted' | 'refusal.declined'; reason: string },
): Promise<void> {
  const fact = { action, subjectType: 'declaration', subjectId: declarationId, after: { refusal: id, lines }, reason };
  const ours = () => record(ctx, fact);
  const theirs = () => throughGate(ctx, (gate) => record(gate, { ...fact, organisation: structureId, account: null }));
  for (const write of buyerId < structureId ? [ours, theirs] : [theirs, ours]) await write();
}

async function tellProposer(ctx: Context, refusal: HourRefusal): Promise<void> {
  const account = await findProposer(ctx, refusal.id);
  if (account === null) return;
  await throughGate(ctx, async (gate) => {
    const found = await gate.db.selectFrom('account').select('email').where('id', '=', account).executeTakeFirst();
    if (found === undefined) return;
    await post(gate, {
      organisation: refusal.structureId,
      account,
      template: 'refusal-answered',
      recipient: found.email,
      parameters: { organisation: refusal.buyerId },
    });
  });
}
