/** Inside a joint group one member's surplus may serve another's shortfall, with a trace; the group's total never moves. */
import type { Day } from './day.ts';
import { formatMinutes, sumMinutes } from './minutes.ts';
import { partOf } from './proportion.ts';
import type { Minutes } from './minutes.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export interface MemberHours {
  member: string;
  due: Minutes;
  done: Minutes;
}

export interface Compensation {
  from: string;
  to: string;
  minutes: Minutes;
  on: Day;
  agreedBy: string;
  reason: string;
}

export type CompensationRefusal =
  | 'compensation-member'
  | 'compensation-minutes'
  | 'compensation-surplus'
  | 'compensation-shortfall'
  | 'reason-missing';

/** Hours recognised to each member: its own, less what it gave, plus what it received. */
export function recognisedHours(
  members: readonly MemberHours[],
  compensations: readonly Compensation[],
): MemberHours[] {
  return members.map(({ member, due, done: own }) => {
    const moved = compensations.reduce(
      (sum, { from, to, minutes }) => sum + (to === member ? minutes : 0) - (from === member ? minutes : 0),
      0,
    );
    return { member, due, done: own + moved };
  });
}

/** Source: users.md §3, 16: joint duty, hours transferable between members with a trace of the compensation. */
export function compensate({
  members,
  compensations,
  added,
}: {
  members: readonly MemberHours[];
  compensations: readonly Compensation[];
  added: Compensation;
}): Result<Compensation[], CompensationRefusal> {
  const recognised = recognisedHours(members, compensations);
  const giver = recognised.find(({ member }) => member === added.from);
  const receiver = recognised.find(({ member }) => member === added.to);
  if (giver === undefined || receiver === undefined || giver === receiver) return refuse('compensation-member');
  if (!Number.isSafeInteger(added.minutes) || added.minutes <= 0) return refuse('compensation-minutes');
  if (added.reason.trim() === '') return refuse('reason-missing', { field: 'reason' });
  const surplus = Math.max(0, giver.done - giver.due);
  if (added.minutes > surplus) {
    return refuse('compensation-surplus', { details: { surplus: formatMinutes(surplus) } });
  }
  const shortfall = Math.max(0, receiver.due - receiver.done);
  if (added.minutes > shortfall) {
    return refuse('compensation-shortfall', { details: { shortfall: formatMinutes(shortfall) } });
  }
  return done([...compensations, added]);
}

export interface CoveredHours extends MemberHours {
  given: Minutes;
  received: Minutes;
  remaining: Minutes;
}

/**
 * What surpluses cover of shortfalls today, without anybody's hand: each gives and receives in proportion, never more than
 * either side has. The same sum as lot_minutes_received (migrations/0020).
 */
export function coveredHours(members: readonly MemberHours[], { joint }: { joint: boolean }): CoveredHours[] {
  const lacks = members.map(({ due, done: own }) => Math.max(0, due - own));
  const has = members.map(({ due, done: own }) => Math.max(0, own - due));
  const [shortfall, surplus] = [sumMinutes(lacks), sumMinutes(has)];
  const moved = joint ? Math.min(shortfall, surplus) : 0;
  const received = lacks.map((each) => portion(moved, { of: each, whole: shortfall }));
  const given = shareOut(sumMinutes(received), { has, surplus });
  return members.map((each, place) => ({
    ...each,
    given: given[place] ?? 0,
    received: received[place] ?? 0,
    remaining: (lacks[place] ?? 0) - (received[place] ?? 0),
  }));
}

/** Exactly what was received: the minutes left by rounding come from the first who still have some. */
function shareOut(total: Minutes, { has, surplus }: { has: readonly Minutes[]; surplus: Minutes }): Minutes[] {
  const given = has.map((each) => portion(total, { of: each, whole: surplus }));
  let left = total - sumMinutes(given);
  return given.map((each, place) => {
    const more = Math.min(left, (has[place] ?? 0) - each);
    left -= more;
    return each + more;
  });
}

function portion(total: Minutes, { of, whole }: { of: Minutes; whole: Minutes }): Minutes {
  return whole === 0 ? 0 : partOf(total, { numerator: of, denominator: whole });
}
