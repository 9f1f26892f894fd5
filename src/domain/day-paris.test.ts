/** Instants and legal days, on the nights when clocks change and at the ends of centuries. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addDays, daysBetween, isDay, parisBounds, parisDay, parisInstant, parisTime } from './day.ts';

test('the legal day turns at midnight in Paris, in winter and in summer', () => {
  const table: [string, string, string][] = [
    ['2026-01-31T22:59:59Z', '2026-01-31', '23:59'],
    ['2026-01-31T23:00:00Z', '2026-02-01', '00:00'],
    ['2026-06-30T21:59:59Z', '2026-06-30', '23:59'],
    ['2026-06-30T22:00:00Z', '2026-07-01', '00:00'],
    ['2026-12-31T23:00:00Z', '2027-01-01', '00:00'],
    ['2028-02-28T23:30:00Z', '2028-02-29', '00:30'],
    ['1970-01-01T00:00:00Z', '1970-01-01', '01:00'],
    ['2038-01-19T03:14:08Z', '2038-01-19', '04:14'],
    ['2099-12-31T23:00:00Z', '2100-01-01', '00:00'],
  ];
  for (const [instant, day, time] of table) {
    assert.equal(parisDay(new Date(instant)), day, instant);
    assert.equal(parisTime(new Date(instant)), time, instant);
    assert.equal(parisDay(new Date(new Date(instant).getTime() + 999)), day, instant);
  }
});

test('times of the nights when clocks change have one instant each', () => {
  const table: [string, string, string][] = [
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '01:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-11-21', '14:05', '2026-11-21T13:05:00.000Z'],
    ['2026-07-14', '00:00', '2026-07-13T22:00:00.000Z'],
  ];
  for (const [day, time, instant] of table) {
    assert.equal(parisInstant(day, time).toISOString(), instant, `${day} ${time}`);
  }
  assert.equal(parisTime(parisInstant('2026-03-29', '02:30')), '03:30');
  for (const time of ['24:00', '7:00', '12:60', '']) assert.throws(() => parisInstant('2026-01-01', time), RangeError);
  assert.throws(() => parisInstant('2026-02-30', '12:00'), RangeError);
});

test('days last 24 hours, except one of 23 and one of 25 each year', () => {
  for (const year of [1996, 2026, 2027, 2038, 2100]) {
    const lengths = Array.from({ length: daysBetween(`${year}-01-01`, `${year}-12-31`) + 1 }, (_, count) => {
      const { from, until } = parisBounds(addDays(`${year}-01-01`, count));
      return (until.getTime() - from.getTime()) / 3_600_000;
    });
    assert.deepEqual(
      lengths.filter((hours) => hours !== 24),
      [23, 25],
      String(year),
    );
  }
});

test('every instant lies inside the bounds of its own legal day', () => {
  const instant = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, (date) => {
      const day = parisDay(date);
      const { from, until } = parisBounds(day);
      assert.ok(isDay(day));
      assert.ok(from <= date && date < until, `${date.toISOString()} ${day}`);
    }),
    { numRuns: 1000 },
  );
});
