/** Tranches: what is owed today, sums against the contract, and what an affirmation asks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { checkAffirmation, checkTrancheFloor, checkTrancheSum, dueWithTranches } from './tranche.ts';

const firm = { minutes: 6000, affirmedOn: '2026-01-05' };
const affirmed = { minutes: 3000, affirmedOn: '2026-06-01' };
const waiting = { minutes: 1200, affirmedOn: null };

test('a conditional tranche is owed from the day it is affirmed, not the day before', () => {
  const tranches = [firm, affirmed, waiting];
  const due = (day: string) => dueWithTranches(10_200, { tranches, day });
  assert.deepEqual([due('2026-05-31'), due('2026-06-01'), due('2026-12-31')], [6000, 9000, 9000]);
  assert.equal(dueWithTranches(10_200, { tranches: [], day: '2026-01-05' }), 10_200);
  assert.equal(dueWithTranches(12_000, { tranches, day: '2026-06-01' }), 10_800, 'the rest is owed outside tranches');
  assert.equal(dueWithTranches(1000, { tranches: [waiting], day: '2026-06-01' }), 0);
});

test('the tranches may make less than the contract, exactly it, never a minute more', () => {
  const fits = (minutes: number) => checkTrancheSum([firm, { minutes, affirmedOn: null }], 10_000).ok;
  assert.deepEqual([fits(3999), fits(4000), fits(4001)], [true, true, false]);
  assert.equal(checkTrancheSum([firm], null).ok, true, 'without a number of hours there is nothing to compare');
});

test('taking back never leaves less than what is validated', () => {
  const back = (validated: number) =>
    checkTrancheFloor({
      before: [firm, affirmed],
      after: [firm, { ...affirmed, affirmedOn: null }],
      whole: 9000,
      validated,
      day: '2026-07-01',
    }).ok;
  assert.deepEqual([back(5999), back(6000), back(6001)], [true, true, false]);
  const same = { before: [firm], after: [firm], whole: 9000, validated: 20_000, day: '2026-07-01' };
  assert.equal(checkTrancheFloor(same).ok, true, 'a change that lowers nothing is never refused for old surplus');
});

test('an affirmation needs a conditional tranche that waits, and a day between the notification and today', () => {
  const told = (more: object) => {
    const checked = checkAffirmation({
      tranche: { conditional: true, affirmedOn: null },
      day: '2026-06-01',
      today: '2026-06-01',
      notifiedOn: '2026-01-05',
      ...more,
    });
    return checked.ok ? checked.value : checked.because;
  };
  assert.equal(told({}), '2026-06-01');
  assert.equal(told({ day: '2026-06-02' }), 'tranche-day-future');
  assert.equal(told({ day: '2026-01-05' }), '2026-01-05');
  assert.equal(told({ day: '2026-01-04' }), 'tranche-day-before');
  assert.equal(told({ tranche: { conditional: false, affirmedOn: '2026-01-05' } }), 'tranche-firm');
  assert.equal(told({ tranche: { conditional: true, affirmedOn: '2026-02-01' } }), 'tranche-affirmed');
});

test('what is owed grows with each affirmation and ends at the contract, whatever the order', () => {
  const some = fc.array(fc.nat(5000), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(some, fc.nat(5000), (parts, outside) => {
      const whole = parts.reduce((sum, part) => sum + part, outside);
      let last = -1;
      for (let count = 0; count <= parts.length; count += 1) {
        const tranches = parts.map((minutes, place) => ({ minutes, affirmedOn: place < count ? '2026-01-01' : null }));
        const due = dueWithTranches(whole, { tranches, day: '2026-06-01' });
        assert.ok(due >= last);
        last = due;
      }
      assert.equal(last, whole);
    }),
  );
});
