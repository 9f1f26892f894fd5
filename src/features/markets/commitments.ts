/** Adds what a lot owes, and moves it along its life; only a signature makes it contractual. */
import { organisationOf } from '#domain/actor.ts';
import type { Commitment } from '#domain/commitment.ts';
import { commitmentMachine, moveCommitment } from '#domain/commitment-state.ts';
import { signAmendment } from '#domain/commitment-versions.ts';
import { ruleValue } from '#domain/counting-rules.ts';
import { parisDay } from '#domain/day.ts';
import { sideFor } from '#domain/market-side.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { schoolBrackets, trainingMinutes } from '#domain/training-brackets.ts';
import { readTypedCommitment } from '#domain/typed-commitment.ts';
import { record } from '#db/audit.ts';
import { followCommitments } from '#db/commitment-follow.ts';
import { countingBook } from '#db/counting-book.ts';
import type { Context } from '#http/context.ts';
import { latestEstimate } from './amount-queries.ts';
import type { MoveCommitment, NewCommitment } from './commitment-input.ts';
import type { CommitmentRow } from './commitment-queries.ts';
import { insertVersion, lockCommitment, signVersion, updateCommitment } from './commitment-queries.ts';
import { insertCommitment } from './commitment-queries.ts';
import { sidesOf } from './desk.ts';
import type { LotRow } from './lot-queries.ts';
import { lockLot } from './lot-queries.ts';
import { findMarket } from './queries.ts';

export async function addCommitment(ctx: Context, input: NewCommitment): Promise<Result<{ id: string }>> {
  const lot = await lockLot(ctx, input.id);
  if (lot === null) return refuse('not-found');
  const commitment = await readOrPropose(ctx, { input, lot });
  if (!commitment.ok) return commitment;
  const { signedOn, waiverNote } = input;
  const state = signedOn === null ? ('draft' as const) : ('contractual' as const);
  const place = { lotId: lot.id, marketId: lot.marketId };
  const id = await insertCommitment(ctx, {
    ...place,
    state,
    joint: false,
    commitment: commitment.value,
    waiverNote,
  });
  const effectiveOn = signedOn ?? lot.notifiedOn ?? parisDay(ctx.now);
  const version = {
    number: 1,
    commitment: commitment.value,
    signedOn,
    effectiveOn,
    reason: '',
    endsOn: null,
  };
  await insertVersion(ctx, { commitmentId: id, marketId: lot.marketId, version });
  await record(ctx, {
    action: 'commitment.created',
    subjectType: 'lot',
    subjectId: lot.id,
    after: { id, state, commitment: commitment.value, signedOn },
  });
  await followCommitments(ctx, [lot.id]);
  return done({ id: lot.id });
}

export async function moveCommitmentStep(
  ctx: Context,
  input: MoveCommitment,
): Promise<Result<{ id: string; label: string }>> {
  const lot = await lockLot(ctx, input.id);
  const commitment = lot === null ? null : await lockCommitment(ctx, { id: input.commitment, lotId: lot.id });
  const market = lot === null ? null : await findMarket(ctx, lot.marketId);
  if (lot === null || commitment === null || market === null) return refuse('not-found');
  if (commitment.version !== input.version) return refuse('changed-meanwhile');
  const step = commitmentMachine[commitment.state].steps.find(({ to }) => to === input.to);
  const by = sideFor(await sidesOf(ctx, market.buyerId), (side) => step?.by.includes(side) === true);
  if (by === null) return refuse('not-allowed');
  const { to, reason, day } = input;
  const moved = moveCommitment(
    { from: commitment.state, to, by, reason, ...(day !== null && { day }) },
    { due: hasHours(commitment) ? 1 : null },
  );
  if (!moved.ok) return moved;
  if (moved.value === 'contractual' && day !== null) {
    const signed = signAmendment({ versions: commitment.versions, signedOn: day, validated: 0 });
    if (!signed.ok) return signed;
    await signVersion(ctx, { commitmentId: commitment.id, number: 1, signedOn: day });
  }
  await updateCommitment(ctx, { id: commitment.id, version: input.version, state: moved.value });
  await record(ctx, {
    action: 'commitment.moved',
    subjectType: 'lot',
    subjectId: lot.id,
    before: { id: commitment.id, state: commitment.state },
    after: { id: commitment.id, state: moved.value, day, by },
    ...(reason !== '' && { reason }),
  });
  await followCommitments(ctx, [lot.id]);
  return done({ id: lot.id, label: commitmentMachine[moved.value].label });
}

export function hasHours({ kind }: Pick<CommitmentRow, 'kind'>): boolean {
  return kind !== 'qualitative' && kind !== 'none';
}

/** Hours of training left empty come from the brackets; in a gap of the table the person is asked (H13). */
async function readOrPropose(
  ctx: Context,
  { input, lot }: { input: NewCommitment; lot: LotRow },
): Promise<Result<Commitment>> {
  if (input.commitmentKind !== 'training' || input.hours !== '') return readTypedCommitment(input);
  const amountCents = await latestEstimate(ctx, lot);
  if (amountCents === null) return readTypedCommitment(input);
  const place = { organisation: organisationOf(ctx.actor) ?? '', lot: { lotId: lot.id, marketId: lot.marketId } };
  const gap = ruleValue(await countingBook(ctx, place), 'bracket-gap', parisDay(ctx.now));
  const minutes = trainingMinutes({ amountCents, brackets: schoolBrackets, gap });
  return minutes.ok ? done({ kind: 'training', minutes: minutes.value }) : { ...minutes, field: 'hours' };
}
