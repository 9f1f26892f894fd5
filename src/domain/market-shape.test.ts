/** How a market is written down: where it starts, in which order its days go, what stands above it, who moves it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryStates } from './market-entry.ts';
import { checkMarketDays, checkParent } from './market-shape.ts';
import { sideFor, sidesOnMarket } from './market-side.ts';

const today = '2026-11-18';

for (const [notifiedOn, startsOn, expected] of [
  [null, null, ['under-study', 'in-preparation', 'draft']],
  [null, '2026-01-01', ['under-study', 'in-preparation', 'draft']],
  ['2026-11-19', null, ['awarded', 'awarded', 'contractual']],
  ['2026-11-18', null, ['notified', 'notified', 'contractual']],
  ['2026-11-01', '2026-11-19', ['notified', 'notified', 'contractual']],
  ['2026-11-01', '2026-11-18', ['running', 'running', 'contractual']],
] as const) {
  test(`notified ${notifiedOn ?? 'never'}, started ${startsOn ?? 'never'}: a market enters as ${expected[0]}`, () => {
    const { market, lot, commitment } = entryStates({ notifiedOn, startsOn, endsOn: null }, today);
    assert.deepEqual([market, lot, commitment], expected);
  });
}

test('the end comes after the start and after the notification, the same day included', () => {
  const days = { notifiedOn: '2026-02-01', startsOn: '2026-03-01', endsOn: '2026-03-01' };
  assert.equal(checkMarketDays(days).ok, true);
  assert.deepEqual(checkMarketDays({ ...days, endsOn: '2026-02-28' }), {
    ok: false,
    because: 'market-days-order',
    field: 'endsOn',
  });
  const refused = checkMarketDays({ notifiedOn: '2026-02-01', startsOn: null, endsOn: '2026-01-31' });
  assert.equal(!refused.ok && refused.because, 'notified-after-end');
});

test('only call-offs and purchase orders execute a framework agreement, of the same buyer and another market', () => {
  const parent = { kind: 'framework', sameBuyer: true, itself: false } as const;
  const because = (result: ReturnType<typeof checkParent>) => (result.ok ? 'fine' : result.because);
  assert.equal(because(checkParent({ kind: 'call-off', parent })), 'fine');
  assert.equal(because(checkParent({ kind: 'purchase-order', parent })), 'fine');
  assert.equal(because(checkParent({ kind: 'market', parent: null })), 'fine');
  assert.equal(because(checkParent({ kind: 'market', parent })), 'market-needs-framework');
  assert.equal(because(checkParent({ kind: 'call-off', parent: null })), 'parent-missing');
  for (const wrong of [{ kind: 'market' as const }, { sameBuyer: false }, { itself: true }]) {
    assert.equal(because(checkParent({ kind: 'call-off', parent: { ...parent, ...wrong } })), 'parent-unfit');
  }
});

test('a facilitator writes the buyer’s decisions only when nobody represents the buyer; a company never does', () => {
  const seat = { organisation: 'a', kind: 'facilitator', buyer: 'b', buyerPresent: true } as const;
  assert.deepEqual(sidesOnMarket(seat), ['facilitator']);
  assert.deepEqual(sidesOnMarket({ ...seat, buyerPresent: false }), ['facilitator', 'buyer']);
  assert.deepEqual(sidesOnMarket({ ...seat, organisation: 'b', kind: 'buyer' }), ['buyer']);
  assert.deepEqual(sidesOnMarket({ ...seat, kind: 'company', buyerPresent: false }), []);
  assert.equal(
    sideFor(['facilitator', 'buyer'], (side) => side === 'buyer'),
    'buyer',
  );
  assert.equal(
    sideFor(['facilitator'], () => false),
    'facilitator',
  );
  assert.equal(
    sideFor([], () => true),
    null,
  );
});
