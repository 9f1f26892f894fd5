/** How long a door stays open. Dated values; a session older than them is as good as absent. */

/** Source: security-reliability goals of the product, read with ASVS 5.0 §7.3 (idle and absolute limits), 2026-11-21. */
export const sessionPolicy = {
  from: '2026-11-21',
  idleMinutes: 30,
  absoluteHours: 12,
  /** How long a confirmation of identity opens the dangerous pages. */
  strongMinutes: 15,
  /** The second step after a password must follow at once. */
  secondStepMinutes: 10,
  resetMinutes: 30,
  invitationDays: 7,
  /** A session is marked as seen at most this often, so that reading pages does not write. */
  seenEverySeconds: 60,
} as const;

export function minutesAfter(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

/** Administrators work with a second factor; the demonstration, whose password is public, does not ask it. */
export function mustEnrolSecondFactor(
  actor: { kind: string; administers?: boolean; secondFactor?: boolean },
  demonstration: boolean,
): boolean {
  return !demonstration && actor.kind === 'member' && actor.administers === true && !actor.secondFactor;
}
