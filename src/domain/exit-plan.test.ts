/** When exits are measured: at each end, then 3, 6 and 12 months after the last. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PathContract } from './exit-plan.ts';
import { planMeasures } from './exit-plan.ts';
import type { KnownMeasure } from './exit-replan.ts';
import { replanMeasures } from './exit-replan.ts';

function contract(id: string, startsOn: string, endedOn: string | null): PathContract {
  return { id, startsOn, endedOn };
}

function measures(contracts: PathContract[], windowEnd: string | null = null): string[] {
  return planMeasures(contracts, { windowEnd }).map(
    ({ contractId, point, dueOn }) => `${contractId} ${point} ${dueOn}`,
  );
}

test('one contract that ended: five measures', () => {
  assert.deepEqual(measures([contract('a', '2026-01-05', '2026-08-31')]), [
    'a contract-end 2026-08-31',
    'a clause-exit 2026-08-31',
    'a m3 2026-11-30',
    'a m6 2027-02-28',
    'a m12 2027-08-31',
  ]);
});

test('a contract that runs has none yet, unless the clause stops counting', () => {
  assert.deepEqual(measures([contract('a', '2026-01-05', null)]), []);
  assert.deepEqual(measures([contract('a', '2026-01-05', null)], '2027-12-31').slice(0, 2), [
    'a clause-exit 2027-12-31',
    'a m3 2028-03-31',
  ]);
});

test('a CDI ended after its window left the clause at the window', () => {
  assert.deepEqual(measures([contract('a', '2026-01-05', '2027-06-30')], '2027-01-05').slice(0, 2), [
    'a contract-end 2027-06-30',
    'a clause-exit 2027-01-05',
  ]);
});

test('a renewal the next day: nothing is asked before the last one ends', () => {
  assert.deepEqual(
    measures([contract('a', '2026-01-05', '2026-03-31'), contract('b', '2026-04-01', '2026-06-30')]).map((line) =>
      line.slice(0, -11),
    ),
    ['b contract-end', 'b clause-exit', 'b m3', 'b m6', 'b m12'],
  );
});

test('a gap of a day: each end is measured, the exit after the last', () => {
  const two = [contract('a', '2026-01-05', '2026-03-31'), contract('b', '2026-04-02', null)];
  assert.deepEqual(measures(two), ['a contract-end 2026-03-31']);
});

test('two contracts at once: one exit, after the one that ends last', () => {
  const two = [contract('a', '2026-01-05', '2026-06-30'), contract('b', '2026-02-01', '2026-05-31')];
  assert.deepEqual(measures(two).slice(0, 2), ['a contract-end 2026-06-30', 'a clause-exit 2026-06-30']);
  assert.ok(measures(two).every((line) => line.startsWith('a ')));
});

const known: KnownMeasure[] = [
  { id: '1', contractId: 'a', point: 'contract-end', dueOn: '2026-08-31', state: 'answered' },
  { id: '2', contractId: 'a', point: 'm3', dueOn: '2026-11-30', state: 'expected' },
  { id: '3', contractId: 'a', point: 'm6', dueOn: '2027-02-28', state: 'cancelled' },
];

test('back under the clause: what was answered stays, what was expected is cancelled', () => {
  const plan = planMeasures([contract('a', '2026-01-05', '2026-08-31'), contract('b', '2026-10-05', null)], {
    windowEnd: null,
  });
  assert.deepEqual(replanMeasures({ plan, known, openFrom: '2026-01-01' }), { add: [], move: [], cancel: ['2'] });
});

test('the new contract was a mistake: the questions come back', () => {
  const plan = planMeasures([contract('a', '2026-01-05', '2026-08-31')], { windowEnd: null });
  const { add, move, cancel } = replanMeasures({ plan, known, openFrom: '2026-01-01' });
  assert.deepEqual(
    add.map(({ point }) => point),
    ['clause-exit', 'm12'],
  );
  assert.deepEqual(move, [{ id: '3', dueOn: '2027-02-28' }]);
  assert.deepEqual(cancel, []);
});

test('an end moved moves its questions; one too old is not opened', () => {
  const plan = planMeasures([contract('a', '2026-01-05', '2026-09-30')], { windowEnd: null });
  const { add, move } = replanMeasures({ plan, known, openFrom: '2026-10-01' });
  assert.deepEqual(move, [
    { id: '2', dueOn: '2026-12-30' },
    { id: '3', dueOn: '2027-03-30' },
  ]);
  assert.deepEqual(
    add.map(({ point }) => point),
    ['m12'],
  );
});
