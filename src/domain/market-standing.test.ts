/** Where a market stands: the worst of its lots, and only its state when it does not run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MarketState } from './market-state.ts';
import { marketMachine } from './market-state.ts';
import { monthlyTarget, standingOf, statesOfGroup, wholeOf, worstFirst, worstStatus } from './market-standing.ts';
import { progressOf, progressStatuses } from './progress.ts';

test('one late lot makes the market late, whatever the surplus of the others', () => {
  assert.equal(worstStatus(['fulfilled', 'late', 'on-track']), 'late');
  assert.equal(worstStatus(['fulfilled', 'no-obligation']), 'fulfilled');
  assert.equal(worstStatus([]), 'no-obligation');
  assert.deepEqual([...worstFirst].sort(), Object.keys(progressStatuses).sort());
});

test('a running market is told by its hours, any other by its state', () => {
  assert.deepEqual(standingOf('running', 'late'), { label: 'En retard', tone: 'problem', group: 'to-watch' });
  assert.deepEqual(standingOf('running', 'on-track'), {
    label: 'Dans les temps',
    tone: 'ok',
    group: 'running',
  });
  assert.deepEqual(standingOf('suspended', 'late'), {
    label: 'Suspendu',
    tone: 'attention',
    group: 'running',
  });
  assert.equal(standingOf('notified', 'late').group, 'to-start');
  assert.equal(standingOf('completed', 'late').label, 'Exécuté');
});

test('each state belongs to exactly one tab', () => {
  const all = Object.values(statesOfGroup).flat();
  assert.deepEqual([...all].sort(), (Object.keys(marketMachine) as MarketState[]).sort());
});

test('the target of a month is an even part of what is due, rounded down', () => {
  assert.equal(monthlyTarget({ due: 1200, startsOn: '2026-01-15', endsOn: '2026-12-15' }), 100);
  assert.equal(monthlyTarget({ due: 100, startsOn: '2026-01-01', endsOn: '2026-03-31' }), 33);
  assert.equal(monthlyTarget({ due: 100, startsOn: '2026-03-01', endsOn: '2026-01-31' }), 100);
});

test('a surplus on one lot leaves what another lot still owes', () => {
  const lot = (due: number | null, done: number) =>
    progressOf(
      { kind: 'fixed', due, done, today: '2026-07-02', startsOn: '2026-01-01', endsOn: '2026-12-31' },
      { onTrackBasisPoints: 9000, toWatchBasisPoints: 7500 },
    );
  const { due, done, missing, status } = wholeOf([lot(600, 900), lot(600, 100), lot(null, 60)]);
  assert.deepEqual([due, done, missing, status], [1200, 1060, 500, 'late']);
  assert.equal(wholeOf([lot(null, 0)]).due, null);
  assert.equal(wholeOf([]).due, null);
});
