/** Where the pace leads, tested back on contracts whose end is known. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addDays, daysBetween } from './day.ts';
import type { LandingFacts } from './landing.ts';
import { landingOf } from './landing.ts';
import { daysIn, monthOf, monthsFrom } from './month.ts';

const fullTime = { year: 109_200, month: 9100, week: 2100, day: 420 };
const rule = { fullTime, paceMonths: 3 };
const empty = new Map<string, number>();
const facts: LandingFacts = {
  due: 27_000,
  done: 0,
  months: empty,
  today: '2026-09-30',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
};

test('without any hour the gap is the target, and one full-time person must start in time', () => {
  const found = landingOf(facts, rule);
  assert.deepEqual(found, {
    landing: 0,
    gap: 27_000,
    lastUsefulDay: '2026-10-03',
    fullTimeMonths: 297,
    peopleNow: 1,
  });
  assert.equal((daysBetween('2026-10-03', '2026-12-31') + 1) * 300, 27_000);
});

test('after the last useful day several people are needed, and at the end nobody can help', () => {
  const people = (today: string) => landingOf({ ...facts, today }, rule).peopleNow;
  assert.deepEqual(
    ['2026-10-02', '2026-10-03', '2026-11-16', '2026-11-17', '2026-12-30', '2026-12-31', '2027-02-01'].map(people),
    [1, 2, 2, 3, 90, null, null],
  );
});

test('a target already reached asks for nobody', () => {
  for (const done of [27_000, 30_000]) {
    const found = landingOf({ ...facts, done }, rule);
    assert.deepEqual([found.landing, found.gap, found.lastUsefulDay, found.peopleNow], [done, 0, null, null]);
  }
});

test('the pace is that of the last whole months known, and hours of the current month are not counted twice', () => {
  const months = new Map([
    ['2026-05', 99_999],
    ['2026-06', 3000],
    ['2026-07', 3100],
    ['2026-08', 3100],
    ['2026-09', 1000],
  ]);
  const at = { ...facts, months, due: 200_000, done: 110_199 };
  const expected = 110_199 - 1000 + Math.floor((9200 * 122) / 92);
  assert.equal(landingOf(at, rule).landing, expected);
  const young = { ...at, startsOn: '2026-08-22', months: new Map([['2026-08', 1000]]), done: 1000 };
  assert.equal(landingOf(young, rule).landing, 1000 + (1000 * 122) / 10);
  const july = landingOf({ ...at, knownUntil: '2026-07' }, { ...rule, paceMonths: 1 });
  assert.equal(july.landing, 110_199 - 4100 + Math.floor((3100 * 153) / 31));
});

test('in its first month a contract has no pace yet', () => {
  const found = landingOf({ ...facts, startsOn: '2026-09-10', done: 500 }, rule);
  assert.deepEqual([found.landing, found.gap], [500, 26_500]);
});

test('told back on steady contracts the landing is right to the minute of each month', () => {
  const start = fc.nat(600).map((offset) => addDays('2025-01-01', offset));
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 100, max: 700 }),
      fc.nat(600),
      fc.nat(599),
      (startsOn, length, perDay, elapsed) => {
        const endsOn = addDays(startsOn, length);
        const today = addDays(startsOn, Math.min(length, 62 + (elapsed % length)));
        const known = monthsFrom(monthOf(startsOn), monthOf(today)).slice(0, -1);
        const months = new Map(
          known.map((month) => [
            month,
            perDay * (month === monthOf(startsOn) ? daysIn(month) - Number(startsOn.slice(8)) + 1 : daysIn(month)),
          ]),
        );
        const done = [...months.values()].reduce((sum, each) => sum + each, 0);
        const due = perDay * (length + 1);
        const found = landingOf({ due, done, months, today, startsOn, endsOn }, rule);
        assert.equal(found.landing, due);
        assert.equal(found.gap, 0);
      },
    ),
    { numRuns: 1000 },
  );
});

test('who is hired on the last useful day closes the gap, a day later does not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000 }), (due) => {
      const found = landingOf({ ...facts, due }, rule);
      const days = daysBetween(found.lastUsefulDay ?? '', facts.endsOn) + 1;
      assert.ok(days * 300 >= due && (days - 1) * 300 < due, `${due} in ${days}`);
    }),
    { numRuns: 500 },
  );
});
