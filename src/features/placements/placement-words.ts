/** A candidate in words for its reader: who, whose turn, how long. */
import type { Actor } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import { clockWords } from '#domain/placement-clock.ts';
import type { InterviewMoment } from '#domain/placement-turn.ts';
import { turnOfPlacement } from '#domain/placement-turn.ts';
import { sides } from '#domain/state-machine.ts';
import type { Turn } from '#domain/whose-turn.ts';
import type { PlacementRow } from './queries.ts';

/** By name for who follows or referred her, by initials for the company. */
export function whoIs({ familyName, givenName, initials }: PlacementRow): string {
  return familyName === null ? initials : `${familyName} ${givenName ?? ''}`;
}

export function turnOf(row: PlacementRow, now: Date): Turn {
  return turnOfPlacement({
    state: row.state,
    since: parisDay(row.stateSince),
    employer: row.companyKind === 'inclusion' ? 'inclusion' : 'company',
    interview: momentOf(row.interviewAt, now),
  });
}

export function momentOf(at: Date | null, now: Date): InterviewMoment {
  if (at === null) return 'none';
  return at > now ? 'ahead' : 'past';
}

export function turnWords({ owner, action }: Turn, actor: Actor): string {
  if (owner === 'nobody') return action;
  const own = actor.kind === 'member' && actor.organisationKind === owner;
  return own ? `À vous\u00A0: ${action}` : `À ${sides[owner]}\u00A0: ${action}`;
}

/** Only while an answer is waited for. */
export function clockOf({ state, dueOn }: PlacementRow, now: Date): string {
  const runs = dueOn !== null && (state === 'proposed' || state === 'silent');
  return runs ? clockWords({ dueOn, today: parisDay(now) }) : '';
}
