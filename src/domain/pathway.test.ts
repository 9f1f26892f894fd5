/** The gaps of a pathway, its hours by market, and when what follows is prepared. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from './day.ts';
import { isToPrepare, prepareFrom, untilEnd } from './next-contract.ts';
import { pathwaySettings } from './pathway-rules.ts';
import type { Span } from './pathway-timeline.ts';
import { daysCovered, gapsBetween, hoursByMarket } from './pathway-timeline.ts';

test('a day between two contracts is a gap, the next day is none', () => {
  const first = { from: '2026-01-05', until: '2026-03-31' };
  assert.deepEqual(gapsBetween([first, { from: '2026-04-01', until: null }]), []);
  assert.deepEqual(gapsBetween([{ from: '2026-04-02', until: null }, first]), [
    { from: '2026-04-01', until: '2026-04-01', days: 1 },
  ]);
});

test('a short contract inside a long one hides no gap', () => {
  const spans: Span[] = [
    { from: '2026-01-01', until: '2026-12-31' },
    { from: '2026-02-01', until: '2026-02-28' },
    { from: '2027-01-11', until: '2027-01-31' },
  ];
  assert.deepEqual(gapsBetween(spans), [{ from: '2027-01-01', until: '2027-01-10', days: 10 }]);
  assert.equal(daysCovered(spans, '2027-06-01'), 365 + 21);
  assert.equal(daysCovered(spans, '2026-01-10'), 10);
});

test('nothing before the first contract, nothing after one without term', () => {
  assert.deepEqual(gapsBetween([]), []);
  assert.deepEqual(
    gapsBetween([
      { from: '2026-01-01', until: null },
      { from: '2027-01-01', until: null },
    ]),
    [],
  );
  assert.equal(daysCovered([], '2026-01-01'), 0);
});

const span = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 90 }))
  .map(([start, length]): Span => ({
    from: addDays('2026-01-01', start),
    until: addDays('2026-01-01', start + length),
  }));

test('gaps and days at work share the whole time, in any order', () => {
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), (spans) => {
      const days = new Set<string>();
      for (const { from, until } of spans)
        for (let day = from; day <= (until ?? from); day = addDays(day, 1)) days.add(day);
      assert.equal(daysCovered(spans, '2099-01-01'), days.size);
      assert.deepEqual(gapsBetween(spans), gapsBetween(spans.toReversed()));
      for (const gap of gapsBetween(spans)) assert.ok(!days.has(gap.from) && !days.has(gap.until));
    }),
  );
});

test('hours of one market are one line, the most first', () => {
  const rows = [
    { marketId: 'a', market: 'A', buyer: 'X', minutes: 60 },
    { marketId: 'b', market: 'B', buyer: 'Y', minutes: 90 },
    { marketId: 'a', market: 'A', buyer: 'X', minutes: 60 },
  ];
  assert.deepEqual(
    hoursByMarket(rows).map(({ market, minutes }) => `${market} ${minutes}`),
    ['A 120', 'B 90'],
  );
});

const noticeDays = pathwaySettings([], '2026-01-01')['next-contract-days'];

for (const [today, expected] of [
  ['2026-08-18', false],
  ['2026-08-19', true],
  ['2026-09-30', true],
  ['2026-10-01', false],
] as const) {
  test(`a contract that ends on 30/09/2026 is ${expected ? '' : 'not '}to prepare on ${today}`, () => {
    assert.equal(isToPrepare('2026-09-30', { today, noticeDays }), expected);
  });
}

test('six weeks before the end, to the day', () => {
  assert.equal(prepareFrom('2026-09-30', noticeDays), '2026-08-19');
  assert.equal(untilEnd('2026-09-30', '2026-08-19'), 'dans 6\u00A0semaines');
  assert.equal(untilEnd('2026-09-30', '2026-09-29'), 'demain');
  assert.equal(untilEnd('2026-09-30', '2026-09-16'), 'dans 14\u00A0jours');
});
