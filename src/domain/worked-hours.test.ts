/** Hours worked by everybody: what may be declared, and the rates that follow. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { checkWorked, rateReached, shareOfWork, shareSentence } from './worked-hours.ts';

test('the total holds the insertion hours: below is refused, equal is taken', () => {
  const told = (minutes: number) => checkWorked({ minutes, insertion: 6000, state: 'submitted', by: 'company' });
  assert.deepEqual([told(5999).ok, told(6000).ok, told(6001).ok], [false, true, true]);
  const below = told(5999);
  assert.equal(!below.ok && below.because, 'worked-below-insertion');
});

test('a month sealed in a statement is corrected by the facilitator alone; a stopped site worked nothing', () => {
  for (const state of ['locked', 'corrected'] as const) {
    const told = (by: 'company' | 'facilitator') => checkWorked({ minutes: 10, insertion: 0, state, by });
    assert.deepEqual([told('company').ok, told('facilitator').ok], [false, true], state);
  }
  assert.equal(checkWorked({ minutes: 0, insertion: 0, state: null, by: 'company' }).ok, true);
});

test('NPNRU 5 %: reached at five hours in a hundred, not a minute before', () => {
  assert.equal(shareOfWork(120_000, 500), 6000);
  assert.deepEqual([rateReached(5999, 120_000), rateReached(6000, 120_000)], [499, 500]);
  assert.equal(rateReached(100, 0), null, 'without hours worked there is no rate');
});

test('the target is explained, or said unknown', () => {
  assert.equal(
    shareSentence({ basisPoints: 500, worked: 720_000 }),
    '5\u00A0% de 12\u00A0000\u00A0h travaillées, soit 600\u00A0h',
  );
  assert.match(shareSentence({ basisPoints: 500, worked: 0 }), /encore inconnues/u);
});

test('a rate is reached exactly when the hours of its share are done', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_000_000 }), fc.integer({ min: 1, max: 10_000 }), (worked, points) => {
      const exact = Math.ceil((worked * points) / 10_000);
      assert.ok((rateReached(exact, worked) ?? 0) >= points);
      assert.ok((rateReached(exact - 1, worked) ?? 0) < points);
    }),
  );
});
