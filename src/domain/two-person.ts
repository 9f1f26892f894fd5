/** The two-person rule: what one person asks, another decides, in time, once. */
import type { Day } from './day.ts';
import { addDays, parisDay } from './day.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export type ApprovalState = 'waiting' | 'approved' | 'refused' | 'withdrawn';
export type ApprovalRefusal = 'approval-role' | 'approval-decided' | 'approval-expired' | 'approval-same-person';

export interface ApprovalAsked {
  state: ApprovalState;
  /** Accounts of persons, not memberships: the same person under two hats stays one person. */
  requestedBy: string;
  decidedBy: string;
  /** Whether the decider's role may decide this, as the permission table says. */
  mayDecide: boolean;
  requestedAt: Date;
  now: Date;
  validForDays: number;
  decision: 'approve' | 'refuse';
}

export interface Approval {
  state: 'approved' | 'refused';
  decidedBy: string;
  decidedAt: Date;
}

/** Source: ASVS 5.0, 2.3.5 (high-value decisions need several people). */
export function decideApproval(asked: ApprovalAsked): Result<Approval, ApprovalRefusal> {
  if (!asked.mayDecide) return refuse('approval-role');
  if (asked.state !== 'waiting') return refuse('approval-decided');
  if (parisDay(asked.now) > lastDayToDecide(asked)) {
    return refuse('approval-expired', { details: { day: lastDayToDecide(asked) } });
  }
  if (asked.decidedBy === asked.requestedBy) return refuse('approval-same-person');
  return done({
    state: asked.decision === 'approve' ? 'approved' : 'refused',
    decidedBy: asked.decidedBy,
    decidedAt: asked.now,
  });
}

/** Who may decide: everybody who administers, without who asks and without whom it is about. */
export function decidersAmong<Person extends { account: string }>(
  administrators: readonly Person[],
  { requester, subject }: { requester: string; subject: string | null },
): Person[] {
  const others = administrators.filter(({ account }) => account !== requester && account !== subject);
  return [...new Map(others.map((one) => [one.account, one])).values()];
}

/** One may ask and another decide, neither being whom it is about: nobody from outside needs to act. */
export function isDecidableInside(administrators: readonly { account: string }[], subject: string): boolean {
  return administrators.some(
    ({ account: requester }) =>
      requester !== subject && decidersAmong(administrators, { requester, subject }).length > 0,
  );
}

/** A request stays open until the last minute of its last legal day in Paris. */
export function lastDayToDecide({ requestedAt, validForDays }: { requestedAt: Date; validForDays: number }): Day {
  return addDays(parisDay(requestedAt), validForDays);
}
