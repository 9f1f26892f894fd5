/** Where a commitment stands: expected by now, percent, status at each threshold. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { equivalentsOf } from './equivalents.ts';
import { partOf, unitsFor } from './proportion.ts';
import type { ProgressFacts } from './progress.ts';
import { progressOf } from './progress.ts';

const thresholds = { onTrackBasisPoints: 9000, toWatchBasisPoints: 7500 };
const facts: ProgressFacts = {
  kind: 'fixed',
  due: 100_000,
  done: 0,
  today: '2026-01-10',
  startsOn: '2026-01-01',
  endsOn: '2026-01-20',
};

function progress(change: Partial<ProgressFacts>) {
  return progressOf({ ...facts, ...change }, thresholds);
}

test('hours are expected evenly, from the first day to the last', () => {
  const rows: [string, number][] = [
    ['2025-12-31', 0],
    ['2026-01-01', 5000],
    ['2026-01-10', 50_000],
    ['2026-01-20', 100_000],
    ['2026-02-20', 100_000],
  ];
  for (const [today, expected] of rows) assert.equal(progress({ today }).expectedToday, expected, today);
});

test('the status changes exactly at its thresholds', () => {
  const rows: [Partial<ProgressFacts>, string][] = [
    [{ done: 37_499 }, 'late'],
    [{ done: 37_500 }, 'to-watch'],
    [{ done: 44_999 }, 'to-watch'],
    [{ done: 45_000 }, 'on-track'],
    [{ done: 99_999 }, 'on-track'],
    [{ done: 100_000 }, 'fulfilled'],
    [{ done: 0, today: '2025-12-31' }, 'on-track'],
    [{ done: 99_999, today: '2026-01-20' }, 'on-track'],
    [{ done: 99_999, today: '2026-01-21' }, 'late'],
    [{ done: 100_000, today: '2026-01-21' }, 'fulfilled'],
    [{ due: 0 }, 'no-obligation'],
    [{ due: null, kind: 'none' }, 'no-obligation'],
    [{ due: null, kind: 'qualitative', done: 60 }, 'no-obligation'],
    [{ due: 0, kind: 'variable' }, 'not-triggered'],
    [{ due: 0, kind: 'share' }, 'not-triggered'],
    [{ due: 60, kind: 'variable', done: 60 }, 'fulfilled'],
  ];
  for (const [change, status] of rows) assert.equal(progress(change).status, status, JSON.stringify(change));
});

test('percent shows a surplus, never 100 % early, and nothing where nothing is due', () => {
  const rows: [number | null, number, number | null][] = [
    [833 * 60, 783 * 60, 9399],
    [100_000, -60, 0],
    [100_000, 99_999, 9999],
    [100_000, 100_000, 10_000],
    [100_000, 120_000, 12_000],
    [0, 0, null],
    [0, 600, null],
    [null, 600, null],
  ];
  for (const [due, done, percent] of rows) {
    assert.equal(progress({ due, done }).percentHundredths, percent, `${done}/${due}`);
  }
});

test('done, missing and surplus always make the target', () => {
  fc.assert(
    fc.property(fc.nat(200_000), fc.nat(200_000), fc.nat(60), (due, done, offset) => {
      const today = `2026-01-${String((offset % 31) + 1).padStart(2, '0')}`;
      const found = progress({ due, done, today });
      assert.equal(found.done + found.missing - found.surplus, due);
      assert.ok(found.missing === 0 || found.surplus === 0);
      assert.ok(found.expectedToday >= 0 && found.expectedToday <= due);
      assert.equal(found.status === 'fulfilled', due > 0 && done >= due);
    }),
    { numRuns: 1000 },
  );
});

test('hours are told in days, full-time months and full-time years', () => {
  const fullTime = { year: 109_200, month: 9100, week: 2100, day: 420 };
  assert.deepEqual(equivalentsOf(1820 * 60, fullTime), {
    days: 26_000,
    fullTimeMonths: 1200,
    fullTimeYears: 100,
  });
  assert.deepEqual(equivalentsOf(455 * 60, fullTime), { days: 6500, fullTimeMonths: 300, fullTimeYears: 25 });
  assert.deepEqual(equivalentsOf(0, fullTime), { days: 0, fullTimeMonths: 0, fullTimeYears: 0 });
});

test('parts are rounded down, units up, and nothing is negative', () => {
  assert.equal(partOf(100, { numerator: 1, denominator: 3 }), 33);
  assert.equal(partOf(Number.MAX_SAFE_INTEGER, { numerator: 10_000, denominator: 10_000 }), Number.MAX_SAFE_INTEGER);
  assert.deepEqual([unitsFor(0, 7), unitsFor(1, 7), unitsFor(7, 7), unitsFor(8, 7)], [0, 1, 1, 2]);
  assert.throws(() => partOf(-1, { numerator: 1, denominator: 1 }), RangeError);
  assert.throws(() => unitsFor(1, 0), RangeError);
});
