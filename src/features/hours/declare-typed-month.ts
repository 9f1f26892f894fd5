/** A month typed in a form: through one of the doors, to the one story. */
import type { Minutes } from '#domain/minutes.ts';
import { parseTypedHours } from '#domain/minutes.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import { addressOf, openDoor } from './declare-doors.ts';
import type { DoorKind } from './declare-doors.ts';
import { declareMonth, together } from './declare.ts';
import { readLines } from './declare-typed.ts';
import type { TypedDeclaration } from './input.ts';

/** The address of the receipt. */
export async function declareTyped(
  ctx: Context,
  { kind, typed }: { kind: DoorKind; typed: TypedDeclaration },
): Promise<Result<{ to: string; month: string }>> {
  const { id, lot, company, token, month, none, version, seen } = typed;
  const door = await openDoor(ctx, { kind, id, company, token, lot });
  if (door === null) return refuse('not-found');
  const read = readLines(none ? new Map() : typed.lines, month);
  const worked = readWorked(none ? '' : typed.worked);
  const unreadable = together([...read.faults, ...(worked.ok ? [] : [worked])]);
  if (unreadable !== null) return unreadable;
  const sent = await declareMonth(ctx, {
    lot: door.lot.lotId,
    company: door.lot.companyId,
    month,
    lines: read.lines,
    worker: none ? null : typed.worker,
    worked: worked.ok ? worked.value : null,
    version,
    seen,
  });
  return sent.ok ? done({ to: addressOf(door, month), month }) : sent;
}

/** Nothing typed says nothing: it may be told later, from the receipt. */
function readWorked(typed: string): Result<Minutes | null> {
  if (typed.trim() === '') return done(null);
  const read = parseTypedHours(typed);
  return read.ok ? read : { ...read, field: 'travail' };
}
