/** The last day that counts, window by window. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { CountingWindow } from './counting-rules.ts';
import { lastDayCounted, lastDayOfMonths } from './counting-window.ts';
import { addDays, addMonths } from './day.ts';

test('H8 a CDI of 1 March 2025 counts 24 months, or to the end of the market within 48', () => {
  const months: CountingWindow = { kind: 'months', months: 24 };
  const market: CountingWindow = { kind: 'market-end', atMostMonths: 48 };
  const facts = { from: '2025-03-01', contractEnd: null, marketEnd: '2027-12-31' };
  assert.equal(lastDayCounted(months, facts), '2027-02-28');
  assert.equal(lastDayCounted(market, facts), '2027-12-31');
  assert.equal(lastDayCounted(market, { ...facts, marketEnd: '2029-02-28' }), '2029-02-28');
  assert.equal(lastDayCounted(market, { ...facts, marketEnd: '2029-03-01' }), '2029-02-28');
  assert.equal(lastDayCounted(market, { ...facts, marketEnd: null }), '2029-02-28');
});

test('an apprenticeship counts to its end, 36 months at most', () => {
  const window: CountingWindow = { kind: 'contract-end', atMostMonths: 36 };
  const until = (contractEnd: string | null) =>
    lastDayCounted(window, { from: '2025-09-01', contractEnd, marketEnd: '2026-01-01' });
  assert.equal(until('2027-08-31'), '2027-08-31');
  assert.equal(until('2028-08-31'), '2028-08-31');
  assert.equal(until('2028-09-01'), '2028-08-31');
  assert.equal(until(null), '2028-08-31');
});

test('a window ends the day before the same date, or on the last day of a shorter month', () => {
  const rows: [string, number, string][] = [
    ['2025-03-01', 24, '2027-02-28'],
    ['2026-03-01', 24, '2028-02-29'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2025-08-15', 6, '2026-02-14'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-01-30', 1, '2025-02-28'],
    ['2025-01-28', 1, '2025-02-27'],
  ];
  for (const [from, months, until] of rows) assert.equal(lastDayOfMonths(from, months), until, from);
});

test('starting later never ends earlier, and the window never passes the same date', () => {
  fc.assert(
    fc.property(fc.nat(4000), fc.integer({ min: 1, max: 48 }), (offset, months) => {
      const from = addDays('2020-01-01', offset);
      const until = lastDayOfMonths(from, months);
      assert.ok(until <= lastDayOfMonths(addDays(from, 1), months));
      assert.ok(until <= addMonths(from, months) && from < until);
    }),
    { numRuns: 1000 },
  );
});
