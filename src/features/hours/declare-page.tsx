/** One month to declare, or its receipt once it is sent: whichever the month calls for. */
import { parisDay } from '#domain/day.ts';
import { canBeSent, isOwed } from '#domain/declaration-sending.ts';
import type { PageRequest, View } from '#http/route.ts';
import type { DeclaringDoor, DoorKind } from './declare-doors.ts';
import { doorOfPage } from './declare-doors.ts';
import { isMonthOpen } from './declare-sender.ts';
import { drawForm } from './declare-form-page.tsx';
import { listOwedPlaces } from './declare-owed.ts';
import { openMonth } from './declare-open.ts';
import { drawNothingDue } from './declare-nothing-page.tsx';
import { drawReceipt } from './declare-receipt-page.tsx';

export async function drawDeclaring(request: PageRequest, kind: DoorKind): Promise<View | null> {
  const entered = await doorOfPage(request, kind);
  if (entered === null) return null;
  const { ctx } = request;
  const today = parisDay(ctx.now);
  const owed = await listOwedPlaces(ctx, entered, request.params['token'] ?? '');
  const [first] = owed;
  const asks = entered.asked !== null || request.query.has('lot');
  const door = asks || first === undefined ? entered : first.door;
  const month = entered.asked ?? owed.find((place) => place.door.lot.lotId === door.lot.lotId)?.month;
  if (month === undefined) return drawNothingDue(ctx, { door, others: owed, today });
  if (!request.typed && !isMonthOpen(door.lot, { month, today }).ok) return null;
  const opened = await openMonth(ctx, { lot: door.lot, month });
  const state = opened.declaration?.state ?? 'expected';
  const correcting = request.typed || (request.query.get('modifier') === '1' && canBeSent(state));
  const others = owed.filter((place) => place.door.lot.lotId !== door.lot.lotId || place.month !== month);
  if (!isOwed(state) && !correcting) return drawReceipt(request, { door, opened, others });
  return drawForm(request, { door, opened, others });
}

export type { DeclaringDoor };
