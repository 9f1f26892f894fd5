/** One month to declare, or its receipt once it is sent: whichever the month calls for. */
import { parisDay } from '#domain/day.ts';
import { canBeSent, isOwed } from '#domain/declaration-sending.ts';
import { owedMonths } from '#domain/declaration-owed.ts';
import type { PageRequest, View } from '#http/route.ts';
import type { DeclaringDoor, DoorKind } from './declare-doors.ts';
import { doorOfPage } from './declare-doors.ts';
import { listDeclarations } from './declaration-queries.ts';
import { isMonthOpen } from './declare-sender.ts';
import { drawForm } from './declare-form-page.tsx';
import { openMonth } from './declare-open.ts';
import { drawNothingDue, drawReceipt } from './declare-receipt-page.tsx';

export async function drawDeclaring(request: PageRequest, kind: DoorKind): Promise<View | null> {
  const door = await doorOfPage(request, kind);
  if (door === null) return null;
  const { ctx } = request;
  const today = parisDay(ctx.now);
  const { lotId, companyId } = door.lot;
  const sent = await listDeclarations(ctx, { company: companyId, lot: lotId });
  const owed = owedMonths(sent, { today, ...door.lot });
  const month = door.asked ?? owed[0];
  if (month === undefined) return drawNothingDue({ door, sent, today });
  if (!request.typed && !isMonthOpen(door.lot, { month, today }).ok) return null;
  const opened = await openMonth(ctx, { lot: door.lot, month });
  const state = opened.declaration?.state ?? 'expected';
  const correcting = request.typed || (request.query.get('modifier') === '1' && canBeSent(state));
  if (!isOwed(state) && !correcting) return drawReceipt(request, { door, opened, owed });
  return drawForm(request, { door, opened, owed });
}

export type { DeclaringDoor };
