/** What is owed: asked months, months sent back, and the one that has just ended. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { owedMonths } from './declaration-owed.ts';

const lot = { today: '2026-11-18', expectsLast: true };

test('the oldest first; the month that has just ended is owed without being asked', () => {
  assert.deepEqual(owedMonths([], lot), ['2026-10']);
  assert.deepEqual(
    owedMonths(
      [
        { month: '2026-09', state: 'late' },
        { month: '2026-08', state: 'rejected' },
        { month: '2026-07', state: 'validated' },
        { month: '2026-10', state: 'expected' },
      ],
      lot,
    ),
    ['2026-08', '2026-09', '2026-10'],
  );
  assert.deepEqual(owedMonths([{ month: '2026-10', state: 'submitted' }], lot), []);
  assert.deepEqual(owedMonths([{ month: '2026-10', state: 'not-due' }], lot), []);
});

test('a month nobody expects is not owed; what was asked stays owed', () => {
  assert.deepEqual(owedMonths([], { ...lot, expectsLast: false }), []);
  const asked = [{ month: '2026-09', state: 'late' }] as const;
  assert.deepEqual(owedMonths(asked, { ...lot, expectsLast: false }), ['2026-09']);
});

test('a company that left owes the months up to its departure, that one included', () => {
  const asked = [
    { month: '2026-08', state: 'late' },
    { month: '2026-09', state: 'late' },
    { month: '2026-10', state: 'expected' },
  ] as const;
  assert.deepEqual(owedMonths(asked, { ...lot, leftOn: '2026-08-31' }), ['2026-08']);
  assert.deepEqual(owedMonths(asked, { ...lot, leftOn: '2026-09-01' }), ['2026-08', '2026-09']);
  assert.deepEqual(owedMonths(asked, { ...lot, leftOn: null }), ['2026-08', '2026-09', '2026-10']);
  assert.deepEqual(owedMonths([], { ...lot, leftOn: '2026-09-30' }), []);
  assert.deepEqual(owedMonths([], { ...lot, leftOn: '2026-10-01' }), ['2026-10']);
});
