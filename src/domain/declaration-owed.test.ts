/** What is owed: asked months, months sent back, and the one that has just ended. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { owedMonths } from './declaration-owed.ts';

const lot = { today: '2026-11-18', notifiedOn: '2026-01-05', endsOn: '2027-12-31' };

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

test('nothing is owed before the notification nor after the end of the lot', () => {
  assert.deepEqual(owedMonths([], { ...lot, notifiedOn: null }), []);
  assert.deepEqual(owedMonths([], { ...lot, notifiedOn: '2026-11-01' }), []);
  assert.deepEqual(owedMonths([], { ...lot, notifiedOn: '2026-10-31' }), ['2026-10']);
  assert.deepEqual(owedMonths([], { ...lot, endsOn: '2026-09-30' }), []);
  assert.deepEqual(owedMonths([], { ...lot, endsOn: '2026-10-01' }), ['2026-10']);
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
