/** A month typed in a form: through one of the doors, to the one story. */
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
  const { lot: id, company, token, month, none, version, seen } = typed;
  const door = await openDoor(ctx, { kind, id, company, token });
  if (door === null) return refuse('not-found');
  const read = readLines(none ? new Map() : typed.lines, month);
  const unreadable = together(read.faults);
  if (unreadable !== null) return unreadable;
  const sent = await declareMonth(ctx, {
    lot: door.lot.lotId,
    company: door.lot.companyId,
    month,
    lines: read.lines,
    worker: none ? null : typed.worker,
    version,
    seen,
  });
  return sent.ok ? done({ to: addressOf(door, month), month }) : sent;
}
