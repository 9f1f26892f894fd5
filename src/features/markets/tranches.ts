/** Tranches of a lot: added, edited, affirmed on a day, taken back; their sum never passes what the contract owes. */
import { versionInForce } from '#domain/commitment-versions.ts';
import { parisDay } from '#domain/day.ts';
import { checkMarketDays } from '#domain/market-shape.ts';
import type { Minutes } from '#domain/minutes.ts';
import { parseTypedHours, sumMinutes } from '#domain/minutes.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { TrancheAct } from '#domain/tranche.ts';
import { checkAffirmation, checkTrancheFloor, checkTrancheSum } from '#domain/tranche.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { listCommitments, validatedMinutes } from './commitment-queries.ts';
import type { LotRow } from './lot-queries.ts';
import { lockLot } from './lot-queries.ts';
import type { EditTranche, NewTranche } from './tranche-input.ts';
import type { TrancheFields, TrancheRow } from './tranche-queries.ts';
import { findTranche, insertTranche, insertTrancheStep, listTranches, updateTranche } from './tranche-queries.ts';

export interface ChangedTranche {
  id: string;
  lotId: string;
  number: number;
}

export async function addTranche(ctx: Context, input: NewTranche): Promise<Result<ChangedTranche>> {
  const lot = await lockLot(ctx, input.id);
  if (lot === null) return refuse('not-found');
  const fields = readFields(ctx, { input, lot, before: null });
  if (!fields.ok) return fields;
  const present = await listTranches(ctx, lot.id);
  const fits = checkTrancheSum([...present, fields.value], await wholeOf(ctx, lot.id));
  if (!fits.ok) return fits;
  const place = { lotId: lot.id, marketId: lot.marketId };
  const id = await insertTranche(ctx, { ...fields.value, ...place });
  const tranche = { id, ...fields.value, ...place, version: 1, removedAt: null };
  return told(ctx, { tranche, act: 'added', action: 'tranche.created', after: { ...fields.value } });
}

export async function editTranche(ctx: Context, input: EditTranche): Promise<Result<ChangedTranche>> {
  const held = await hold(ctx, input.id);
  if (!held.ok) return held;
  const { tranche, lot, present } = held.value;
  if (tranche.version !== input.version) return refuse('changed-meanwhile');
  const fields = readFields(ctx, { input, lot, before: tranche });
  if (!fields.ok) return fields;
  const after = { ...tranche, ...fields.value };
  const fits = await checkChange(ctx, { lot, present, after: replaced(present, after) });
  if (!fits.ok) return { ...fits, field: 'hours' };
  await updateTranche(ctx, { id: tranche.id, version: tranche.version, ...fields.value });
  const { number, conditional, minutes, affirmedOn, startsOn, endsOn } = tranche;
  const before = { number, conditional, minutes, affirmedOn, startsOn, endsOn };
  const reason = input.reason;
  return told(ctx, {
    tranche: after,
    act: 'edited',
    action: 'tranche.edited',
    before,
    after: { ...fields.value },
    reason,
  });
}

export async function affirmTranche(
  ctx: Context,
  input: { id: string; day: string | null },
): Promise<Result<ChangedTranche>> {
  const held = await hold(ctx, input.id);
  if (!held.ok) return held;
  const { tranche, lot } = held.value;
  const today = parisDay(ctx.now);
  const checked = checkAffirmation({ tranche, day: input.day ?? today, today, notifiedOn: lot.notifiedOn });
  if (!checked.ok) return checked;
  const affirmedOn = checked.value;
  await updateTranche(ctx, { id: tranche.id, version: tranche.version, affirmedOn });
  const after = { number: tranche.number, affirmedOn };
  return told(ctx, { tranche, act: 'affirmed', action: 'tranche.affirmed', onDay: affirmedOn, after });
}

/** An affirmation written by mistake; hours already validated keep it. */
export async function takeBackAffirmation(
  ctx: Context,
  { id, reason }: { id: string; reason: string },
): Promise<Result<ChangedTranche>> {
  const held = await hold(ctx, id);
  if (!held.ok) return held;
  const { tranche, lot, present } = held.value;
  if (!tranche.conditional) return refuse('tranche-firm');
  if (tranche.affirmedOn === null) return refuse('tranche-not-affirmed');
  const after = { ...tranche, affirmedOn: null };
  const fits = await checkChange(ctx, { lot, present, after: replaced(present, after) });
  if (!fits.ok) return fits;
  await updateTranche(ctx, { id, version: tranche.version, affirmedOn: null });
  return told(ctx, {
    tranche,
    act: 'affirmation-taken-back',
    action: 'tranche.affirmation-taken-back',
    before: { affirmedOn: tranche.affirmedOn },
    after: { affirmedOn: null },
    reason,
  });
}

/** Typed by mistake: it leaves the list, keeps its history, and may be put back. */
export async function removeTranche(ctx: Context, { id }: { id: string }): Promise<Result<ChangedTranche>> {
  const held = await hold(ctx, id);
  if (!held.ok) return held;
  const { tranche, lot, present } = held.value;
  const fits = await checkChange(ctx, { lot, present, after: present.filter((one) => one.id !== id) });
  if (!fits.ok) return fits;
  await updateTranche(ctx, { id, version: tranche.version, removedAt: ctx.now });
  const { number, minutes } = tranche;
  return told(ctx, { tranche, act: 'removed', action: 'tranche.removed', before: { number, minutes } });
}

export async function restoreTranche(ctx: Context, { id }: { id: string }): Promise<Result<ChangedTranche>> {
  const held = await hold(ctx, id, { removed: true });
  if (!held.ok) return held;
  const { tranche, lot, present } = held.value;
  const fits = await checkChange(ctx, { lot, present, after: [...present, tranche] });
  if (!fits.ok) return fits;
  await updateTranche(ctx, { id, version: tranche.version, removedAt: null });
  const { number, minutes } = tranche;
  return told(ctx, { tranche, act: 'restored', action: 'tranche.restored', after: { number, minutes } });
}

/** What the contract owes in hours, tranches or not; null when it owes no number of hours. */
export async function wholeOf(ctx: Context, lotId: string): Promise<Minutes | null> {
  const today = parisDay(ctx.now);
  const owed = (await listCommitments(ctx, lotId))
    .filter(({ state }) => state !== 'waived')
    .map(({ versions }) => (versionInForce(versions, today) ?? versions.at(-1))?.commitment)
    .flatMap((commitment) =>
      commitment?.kind === 'fixed' || commitment?.kind === 'training' ? [commitment.minutes] : [],
    );
  return owed.length === 0 ? null : sumMinutes(owed);
}

interface Held {
  tranche: TrancheRow;
  lot: LotRow;
  present: TrancheRow[];
}

/** Changes of the tranches of one lot wait for each other: their sum is one fact. */
async function hold(ctx: Context, id: string, { removed = false } = {}): Promise<Result<Held>> {
  const seen = await findTranche(ctx, id);
  const lot = seen === null ? null : await lockLot(ctx, seen.lotId);
  const tranche = lot === null ? null : await findTranche(ctx, id);
  if (lot === null || tranche === null) return refuse('not-found');
  if ((tranche.removedAt !== null) !== removed) return refuse('already-done');
  return done({ tranche, lot, present: await listTranches(ctx, lot.id) });
}

function readFields(
  ctx: Context,
  { input, lot, before }: { input: NewTranche; lot: LotRow; before: TrancheRow | null },
): Result<TrancheFields> {
  const minutes = parseTypedHours(input.hours);
  if (!minutes.ok) return { ...minutes, field: 'hours' };
  const { number, conditional, startsOn, endsOn } = input;
  const ordered = checkMarketDays({ notifiedOn: null, startsOn, endsOn });
  if (!ordered.ok) return ordered;
  const firmSince = lot.notifiedOn ?? parisDay(ctx.now);
  const unchanged = before !== null && before.conditional === conditional;
  const affirmedOn = unchanged ? before.affirmedOn : conditional ? null : firmSince;
  return done({ number, conditional, minutes: minutes.value, affirmedOn, startsOn, endsOn });
}

async function checkChange(
  ctx: Context,
  { lot, present, after }: { lot: LotRow; present: readonly TrancheRow[]; after: readonly TrancheRow[] },
): Promise<Result<unknown>> {
  const whole = await wholeOf(ctx, lot.id);
  const grows = sumOf(after) > sumOf(present);
  const fits = grows ? checkTrancheSum(after, whole) : done(null);
  if (!fits.ok) return fits;
  const validated = await validatedMinutes(ctx, lot.id);
  return checkTrancheFloor({ before: present, after, whole, validated, day: parisDay(ctx.now) });
}

function sumOf(tranches: readonly TrancheRow[]): Minutes {
  return sumMinutes(tranches.map(({ minutes }) => minutes));
}

function replaced(present: readonly TrancheRow[], after: TrancheRow): TrancheRow[] {
  return present.map((one) => (one.id === after.id ? after : one));
}

async function told(
  ctx: Context,
  fact: {
    tranche: TrancheRow;
    act: TrancheAct;
    action: string;
    onDay?: string;
    before?: Record<string, unknown>;
    after?: Record<string, unknown>;
    reason?: string;
  },
): Promise<Result<ChangedTranche>> {
  const { tranche, act, action, onDay, before, after, reason = '' } = fact;
  await insertTrancheStep(ctx, { tranche, act, reason, ...(onDay !== undefined && { onDay }) });
  await record(ctx, {
    action,
    subjectType: 'lot',
    subjectId: tranche.lotId,
    ...(before !== undefined && { before: { tranche: tranche.id, ...before } }),
    ...(after !== undefined && { after: { tranche: tranche.id, ...after } }),
    ...(reason !== '' && { reason }),
  });
  return done({ id: tranche.id, lotId: tranche.lotId, number: tranche.number });
}
