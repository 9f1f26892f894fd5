/** What is owed through one door: its months, and those of the other lots of the same link. */
import { parisDay } from '#domain/day.ts';
import { owedMonths } from '#domain/declaration-owed.ts';
import type { Month } from '#domain/month.ts';
import type { Context } from '#http/context.ts';
import { listDeclarations } from './declaration-queries.ts';
import type { DeclaringDoor } from './declare-doors.ts';
import { addressOf, siblingDoors } from './declare-doors.ts';

export interface OwedPlace {
  door: DeclaringDoor;
  month: Month;
}

/** The months of the lot under one's eyes first, then those of the others, the oldest first. */
export async function listOwedPlaces(ctx: Context, door: DeclaringDoor, token: string): Promise<OwedPlace[]> {
  const here = await owedThrough(ctx, door);
  const others: OwedPlace[] = [];
  for (const sibling of await siblingDoors(ctx, door, token)) others.push(...(await owedThrough(ctx, sibling)));
  return [...here, ...others.toSorted((one, other) => one.month.localeCompare(other.month))];
}

async function owedThrough(ctx: Context, door: DeclaringDoor): Promise<OwedPlace[]> {
  const { lotId, companyId } = door.lot;
  const declared = await listDeclarations(ctx, { company: companyId, lot: lotId });
  return owedMonths(declared, { today: parisDay(ctx.now), ...door.lot }).map((month) => ({ door, month }));
}

export function addressOfPlace({ door, month }: OwedPlace): string {
  return addressOf(door, month);
}
