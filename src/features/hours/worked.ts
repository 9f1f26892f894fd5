/** Says how many hours everybody worked on a lot in a month: one story for the link, the account, the API and the facilitator. */
import { parisDay } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import { parseTypedHours } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { checkWorked } from '#domain/worked-hours.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { DeclarantLot } from './declaration-queries.ts';
import { findDeclarantLot, findDeclarationOfMonth } from './declaration-queries.ts';
import { doorOf, isMonthOpen, senderName } from './declare-sender.ts';
import type { DoorKind } from './declare-doors.ts';
import { addressOf, openDoor } from './declare-doors.ts';
import { actsForItself } from './declare-open.ts';
import type { TypedWorked } from './worked-input.ts';
import { findWorked, insertionMinutes, writeWorked } from './worked-queries.ts';

export interface SentWorked {
  lot: string;
  company: string;
  month: Month;
  minutes: Minutes;
  /** The version the writer had before her eyes; null when she replaces whatever is there (a program). */
  version: number | null;
}

export async function declareWorked(ctx: Context, sent: SentWorked): Promise<Result<{ minutes: Minutes }>> {
  const lot = await findDeclarantLot(ctx, sent);
  if (lot === null) return refuse('not-found');
  const open = isMonthOpen(lot, { month: sent.month, today: parisDay(ctx.now) });
  return open.ok ? keepWorked(ctx, { lot, sent }) : open;
}

/** The month is known to be open; the insertion hours of the same sending are already written. */
export async function keepWorked(
  ctx: Context,
  { lot, sent }: { lot: DeclarantLot; sent: Pick<SentWorked, 'month' | 'minutes' | 'version'> },
): Promise<Result<{ minutes: Minutes }>> {
  const { month, minutes, version } = sent;
  const place = { lot: lot.lotId, company: lot.companyId, month };
  const before = await findWorked(ctx, place);
  if (version !== null && version !== (before?.version ?? 0)) return refuse('changed-meanwhile');
  if (before?.minutes === minutes) return done({ minutes });
  const self = actsForItself(ctx, lot);
  const declaration = await findDeclarationOfMonth(ctx, place);
  const checked = checkWorked({
    minutes,
    insertion: await insertionMinutes(ctx, place),
    state: declaration?.state ?? null,
    by: self ? 'company' : 'facilitator',
  });
  if (!checked.ok) return checked;
  await writeWorked(ctx, {
    lot,
    month,
    minutes,
    via: doorOf(ctx.actor, self),
    declaredBy: senderName(ctx.actor, lot),
  });
  await record(ctx, {
    action: before === null ? 'worked.declared' : 'worked.corrected',
    subjectType: 'lot',
    subjectId: lot.lotId,
    ...(before !== null && { before: { month, minutes: before.minutes } }),
    after: { company: lot.companyId, month, minutes },
  });
  return done({ minutes });
}

/** Typed alone, in a form of one of the doors. */
export async function declareTypedWorked(
  ctx: Context,
  { kind, typed }: { kind: DoorKind; typed: TypedWorked },
): Promise<Result<{ to: string; lot: string; month: Month }>> {
  const { token, id, lot: asked, entreprise: company, mois: month, travail, version } = typed;
  const door = await openDoor(ctx, { kind, token, id, company, lot: asked });
  if (door === null) return refuse('not-found');
  if (travail === '') return refuse('worked-missing', { field: 'travail' });
  const minutes = parseTypedHours(travail);
  if (!minutes.ok) return { ...minutes, field: 'travail' };
  const { lotId: lot, companyId } = door.lot;
  const sent = { lot, company: companyId, month, minutes: minutes.value, version: version ?? null };
  const kept = await declareWorked(ctx, sent);
  return kept.ok ? done({ to: addressOf(door, month), lot, month }) : kept;
}
