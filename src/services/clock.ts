/** The time of day: the system's in production, one that stands still or walks in tests. */

export type Clock = { now(): Date };

/** `walk` moves the clock by that many milliseconds; a negative number steps it back. */
export type WalkingClock = Clock & { walk(milliseconds: number): void; set(instant: Date | string): void };

export const systemClock: Clock = { now: () => new Date() };

export function createWalkingClock(start: Date | string): WalkingClock {
  let current = instantOf(start);
  return {
    now: () => new Date(current),
    walk(milliseconds) {
      current += milliseconds;
    },
    set(instant) {
      current = instantOf(instant);
    },
  };
}

function instantOf(instant: Date | string): number {
  const milliseconds = new Date(instant).getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError('not an instant');
  return milliseconds;
}
