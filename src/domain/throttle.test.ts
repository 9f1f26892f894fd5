/** Throttles with a walking clock, also when it walks backwards. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { ThrottleClass, ThrottleState } from './throttle.ts';
import { askThrottle, freshThrottle, throttlePolicy } from './throttle.ts';

const start = new Date('2026-11-21T08:00:00Z');

function at(seconds: number): Date {
  return new Date(start.getTime() + seconds * 1000);
}

/** Tries at each second; the state is kept as the database keeps it. */
function walk(throttle: ThrottleClass, seconds: readonly number[]): (true | number)[] {
  let state = freshThrottle(at(seconds[0] ?? 0));
  return seconds.map((second) => {
    const verdict = askThrottle(throttle, state, at(second));
    state = verdict.next;
    return verdict.allowed ? true : verdict.waitSeconds;
  });
}

test('a password is tried five times, then waits double from 5 seconds to 5 minutes', () => {
  assert.deepEqual(walk('sign-in-account', [0, 0, 0, 0, 0, 0]), [true, true, true, true, true, 5]);
  assert.deepEqual(walk('sign-in-account', [0, 0, 0, 0, 0, 4, 5, 14, 15, 16]), [
    true,
    true,
    true,
    true,
    true,
    1,
    true,
    1,
    true,
    19,
  ]);
  assert.deepEqual(waits('sign-in-account', 14), [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300]);
});

test('a code is tried three times, then waits triple up to half an hour', () => {
  assert.deepEqual(waits('code', 9), [0, 0, 30, 90, 270, 810, 1800, 1800, 1800]);
});

/** The wait each counted try leaves behind, when every try comes as soon as allowed. */
function waits(throttle: ThrottleClass, count: number): number[] {
  let state = freshThrottle(start);
  let now = start;
  return Array.from({ length: count }, () => {
    const verdict = askThrottle(throttle, state, now);
    assert.ok(verdict.allowed);
    state = verdict.next;
    const until = state.blockedUntil ?? now;
    const wait = (until.getTime() - now.getTime()) / 1000;
    now = until;
    return wait;
  });
}

test('each quota lets its number through and no more, until its window ends', () => {
  const table: [ThrottleClass, number, number][] = [
    ['sign-in-address', 10, 60],
    ['reset', 3, 3600],
    ['search', 60, 60],
    ['export', 20, 86_400],
    ['import', 10, 3600],
    ['upload', 30, 3600],
    ['api', 60, 60],
  ];
  for (const [throttle, limit, seconds] of table) {
    const tries = [...Array<number>(limit + 1).fill(0), seconds - 1, seconds, seconds];
    const verdicts = walk(throttle, tries);
    assert.deepEqual(verdicts.slice(0, limit), Array<true>(limit).fill(true), throttle);
    assert.deepEqual(verdicts.slice(limit), [seconds, 1, true, true], throttle);
  }
  assert.deepEqual(
    Object.keys(throttlePolicy.classes).sort(),
    [...table.map(([throttle]) => throttle), 'sign-in-account', 'code'].sort(),
  );
});

test('a refused try is not counted and does not lengthen the wait', () => {
  const calm = walk('sign-in-account', [0, 0, 0, 0, 0, 5, 15]);
  const hasty = walk('sign-in-account', [0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 15]);
  assert.deepEqual(calm.slice(-2), [true, true]);
  assert.deepEqual(hasty.slice(-2), [true, true]);
});

test('a day without a try forgets the past', () => {
  const day = 86_400;
  assert.deepEqual(walk('sign-in-account', [0, 0, 0, 0, 0, day, day, day, day, day, day]), [
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    true,
    5,
  ]);
  assert.deepEqual(walk('sign-in-account', [0, 0, 0, 0, 0, day - 1, day - 1]), [
    true,
    true,
    true,
    true,
    true,
    true,
    10,
  ]);
});

test('a clock set back an hour neither locks people out nor opens the door', () => {
  assert.deepEqual(walk('sign-in-account', [3600, 3600, 3600, 3600, 3600, 0, 299, 300]), [
    true,
    true,
    true,
    true,
    true,
    300,
    1,
    true,
  ]);
  assert.deepEqual(walk('reset', [3600, 3600, 3600, 0, 3599, 3600]), [true, true, true, 3600, 1, true]);
});

test('on any walk of the clock, no wait passes its ceiling and a patient person always gets through', () => {
  const throttles = Object.keys(throttlePolicy.classes) as ThrottleClass[];
  const ceiling = (throttle: ThrottleClass) => {
    const rule = throttlePolicy.classes[throttle];
    return rule.kind === 'quota' ? rule.seconds : rule.longest;
  };
  const steps = fc.array(fc.integer({ min: -4000, max: 4000 }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(fc.constantFrom(...throttles), steps, (throttle, moves) => {
      let state: ThrottleState = freshThrottle(start);
      let second = 0;
      for (const move of moves) {
        second += move;
        const before = state;
        const verdict = askThrottle(throttle, before, at(second));
        state = verdict.next;
        if (verdict.allowed) continue;
        assert.ok(verdict.waitSeconds >= 1 && verdict.waitSeconds <= ceiling(throttle));
        assert.equal(askThrottle(throttle, state, at(second + verdict.waitSeconds)).allowed, true);
      }
    }),
    { numRuns: 2000 },
  );
});

test('with a clock that only goes forward, no window ever lets more than its quota through', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 50, maxLength: 300 }), (moves) => {
      let state = freshThrottle(start);
      let second = 0;
      const perWindow = new Map<number, number>();
      for (const move of moves) {
        second += move;
        const verdict = askThrottle('sign-in-address', state, at(second));
        state = verdict.next;
        const window = state.windowStart.getTime();
        if (verdict.allowed) perWindow.set(window, (perWindow.get(window) ?? 0) + 1);
      }
      assert.ok([...perWindow.values()].every((count) => count <= 10));
      const starts = [...perWindow.keys()];
      starts.forEach((from, place) => assert.ok(place === 0 || from - (starts[place - 1] ?? 0) >= 60_000));
    }),
  );
});
