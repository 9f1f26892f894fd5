/** The place of a person in an organisation: which rights it carries, whether it is open, and who must remain. */
import type { Day } from './day.ts';
import type { OrganisationKind, Position } from './position.ts';
import { administersByPosition, positions, positionsOf } from './position.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export type MembershipState = 'active' | 'suspended' | 'ended';

export interface Place {
  position: Position;
  administers: boolean;
}

/** The position must exist in this kind; the mark of administrator counts only where no position is made for it (permissions.md §6.1). */
export function fitPlace(kind: OrganisationKind, { position, administers }: Place): Result<Place, 'position-unfit'> {
  if (!positionsOf(kind).includes(position)) return refuse('position-unfit', { field: 'position' });
  const marked = administers && mayBeMarked(kind) && positions[position].kind === kind;
  return done({ position, administers: administersByPosition(position) || marked });
}

/** A control is for a time (permissions.md §6.1: time-bound auditor). A day kept as it was is not judged again. */
export function fitLastDay(
  position: Position,
  { validUntil, former = null, today }: { validUntil: Day | null; former?: Day | null; today: Day },
): Result<Day | null, 'control-without-end' | 'day-past'> {
  if (validUntil === null) {
    return endsByNature(position) ? refuse('control-without-end', { field: 'validUntil' }) : done(null);
  }
  if (validUntil !== former && validUntil < today) return refuse('day-past', { field: 'validUntil' });
  return done(validUntil);
}

function endsByNature(position: Position): boolean {
  return position === 'control.auditor';
}

/** Kinds without an administrator's position mark one of their members instead. */
export function mayBeMarked(kind: OrganisationKind): boolean {
  return !positionsOf(kind).some(administersByPosition);
}

/** Positions the first person of a new organisation may hold: she must be able to invite the others. */
export function firstPositionsOf(kind: OrganisationKind): Position[] {
  return positionsOf(kind).filter((position) => fitFirst(kind, position));
}

function fitFirst(kind: OrganisationKind, position: Position): boolean {
  const place = fitPlace(kind, { position, administers: true });
  return place.ok && place.value.administers;
}

export function membershipState(
  { suspendedAt, validUntil }: { suspendedAt: Date | null; validUntil: Day | null },
  today: Day,
): MembershipState {
  if (suspendedAt !== null) return 'suspended';
  return validUntil !== null && validUntil < today ? 'ended' : 'active';
}

export interface Administrator {
  membership: string;
  account: string;
  validUntil: Day | null;
}

/**
 * Source: decided for this product on 2026-11-21: an organisation always keeps somebody who can administer it, and
 * somebody without an end date if there was one. `after` is null when this membership no longer administers.
 */
export function keepsAnAdministrator(
  administrators: readonly Administrator[],
  { membership, after }: { membership: string; after: { validUntil: Day | null } | null },
): boolean {
  const others = administrators.filter((one) => one.membership !== membership);
  const next = after === null ? others : [...others, after];
  const hadLasting = administrators.some(({ validUntil }) => validUntil === null);
  return next.length > 0 && (!hadLasting || next.some(({ validUntil }) => validUntil === null));
}
