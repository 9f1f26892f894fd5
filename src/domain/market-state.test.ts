/** The market's road, step by step, and the lots it may not leave behind. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LotState } from './lot-state.ts';
import { lotMachine, moveLot, nextLotStates } from './lot-state.ts';
import type { MarketState } from './market-state.ts';
import { marketMachine, moveMarket, nextMarketStates } from './market-state.ts';

const table: Record<MarketState, string> = {
  identified: 'under-study no-clause',
  'under-study': 'calibrated no-clause',
  calibrated: 'dce-ready under-study no-clause',
  'dce-ready': 'published calibrated no-clause',
  published: 'offers-analysed unsuccessful',
  'offers-analysed': 'awarded unsuccessful',
  awarded: 'notified unsuccessful',
  notified: 'running terminated',
  running: 'suspended completed terminated',
  suspended: 'running terminated',
  completed: 'closed',
  closed: '',
  'no-clause': 'under-study',
  unsuccessful: 'published',
  terminated: 'closed',
};

test('12.3 from each state of a market, these steps and no other', () => {
  for (const state of Object.keys(marketMachine) as MarketState[]) {
    assert.equal(nextMarketStates(state).join(' '), table[state], state);
  }
});

test('12.3 only the buyer decides a waiver, an award, a suspension or a termination', () => {
  const reserved = ['no-clause', 'unsuccessful', 'awarded', 'suspended', 'terminated'] as const;
  for (const state of Object.keys(marketMachine) as MarketState[]) {
    for (const to of nextMarketStates(state, 'facilitator')) {
      assert.equal(
        reserved.some((each) => each === to),
        false,
        `${state} to ${to}`,
      );
    }
    assert.deepEqual(nextMarketStates(state, 'company'), []);
  }
});

test('12.3 a market is executed and closed only after its lots', () => {
  const end = (to: MarketState, lots: LotState[]) =>
    moveMarket(
      { from: to === 'completed' ? 'running' : 'completed', to, by: 'facilitator', day: '2026-11-21' },
      { lots },
    );
  const rows: [MarketState, LotState[], boolean][] = [
    ['completed', [], true],
    ['completed', ['completed', 'closed', 'no-clause', 'unsuccessful', 'terminated'], true],
    ['completed', ['completed', 'running'], false],
    ['completed', ['suspended'], false],
    ['closed', ['closed', 'no-clause', 'unsuccessful'], true],
    ['closed', ['completed'], false],
    ['closed', ['terminated'], false],
  ];
  for (const [to, lots, allowed] of rows) assert.equal(end(to, lots).ok, allowed, `${to} ${lots.join()}`);
  assert.deepEqual(end('completed', ['running', 'notified', 'closed']), {
    ok: false,
    because: 'lots-still-open',
    details: { count: 2 },
  });
});

test('12.3 from each state of a lot, these steps and no other', () => {
  const lots: Record<LotState, string> = {
    'in-preparation': 'published no-clause',
    published: 'awarded unsuccessful',
    awarded: 'notified unsuccessful',
    notified: 'running terminated',
    running: 'suspended completed terminated',
    suspended: 'running terminated',
    completed: 'closed',
    closed: '',
    'no-clause': 'in-preparation',
    unsuccessful: 'published',
    terminated: 'closed',
  };
  for (const state of Object.keys(lotMachine) as LotState[]) {
    assert.equal(nextLotStates(state).join(' '), lots[state], state);
  }
  assert.deepEqual(nextLotStates('running', 'facilitator'), ['completed']);
  const start = moveLot({ from: 'notified', to: 'running', by: 'facilitator' });
  assert.equal(!start.ok && start.because, 'move-day-missing');
});
