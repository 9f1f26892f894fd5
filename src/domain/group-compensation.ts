/** Inside a joint group one member's surplus may serve another's shortfall, with a trace; the group's total never moves. */
import type { Day } from './day.ts';
import { formatMinutes } from './minutes.ts';
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
