/** The clocks keep their promises. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWalkingClock, systemClock } from './clock.ts';

test('the system clock tells the present instant', () => {
  const before = Date.now();
  const told = systemClock.now().getTime();
  assert.ok(told >= before && told <= Date.now());
});

test('the walking clock moves only when it is told to, forwards and backwards', () => {
  const clock = createWalkingClock('2026-03-29T00:59:59Z');
  assert.equal(clock.now().toISOString(), '2026-03-29T00:59:59.000Z');
  clock.walk(1000);
  assert.equal(clock.now().toISOString(), '2026-03-29T01:00:00.000Z');
  clock.walk(-3_600_000);
  assert.equal(clock.now().toISOString(), '2026-03-29T00:00:00.000Z');
  clock.set(new Date('2100-01-01T00:00:00Z'));
  assert.equal(clock.now().getUTCFullYear(), 2100);
});

test('changing a date that was read does not change the clock', () => {
  const clock = createWalkingClock('2026-11-21T08:00:00Z');
  clock.now().setUTCFullYear(1970);
  assert.equal(clock.now().getUTCFullYear(), 2026);
});

test('a clock refuses to start from something that is not an instant', () => {
  assert.throws(() => createWalkingClock('hier'), RangeError);
});
