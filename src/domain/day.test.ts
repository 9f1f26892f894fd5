/** Legal days: calendar arithmetic, writing and reading. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  formatDay,
  formatLongDay,
  formatShortDay,
  isDay,
  parseTypedDay,
  weekday,
} from './day.ts';

const anyDay = fc.integer({ min: -25_567, max: 47_846 }).map((count) => addDays('1970-01-01', count));

test('months are added to the same date, or to the last day of a shorter month', () => {
  const table: [string, number, string][] = [
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2026-05-10', 0, '2026-05-10'],
  ];
  for (const [day, count, expected] of table) assert.equal(addMonths(day, count), expected, `${day} ${count}`);
  assert.equal(addYears('2028-02-29', 4), '2032-02-29');
});

test('only days of the calendar are days', () => {
  for (const day of ['2026-11-21', '2028-02-29', '1970-01-01', '2100-12-31']) assert.ok(isDay(day), day);
  for (const day of [
    '2026-02-29',
    '2100-02-29',
    '2026-11-31',
    '2026-11-00',
    '2026-13-01',
    '2026-1-1',
    '0026-01-01',
    '2026-11-21T00:00',
    '',
    '2026-11-2a',
    'a026-11-21',
  ]) {
    assert.equal(isDay(day), false, day);
  }
  assert.throws(() => addDays('2026-02-30', 1), RangeError);
  assert.throws(() => addDays('9999-12-31', 1), RangeError);
});

test('days add up, compare as text and keep their weekday every seven', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
      const moved = addDays(day, count);
      assert.equal(daysBetween(day, moved), count);
      assert.equal(addDays(moved, -count), day);
      assert.equal(day < moved, count > 0);
      assert.equal((((weekday(moved) - weekday(day) - count) % 7) + 7) % 7, 0);
    }),
    { numRuns: 1000 },
  );
  assert.equal(weekday('2026-11-21'), 6);
  assert.equal(weekday('1969-12-28'), 7);
});

test('adding months lands in the wanted month, never after the wanted date', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, count) => {
      const moved = addMonths(day, count);
      const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      assert.equal(months(moved) - months(day), count);
      assert.ok(moved.slice(8) <= day.slice(8));
    }),
    { numRuns: 1000 },
  );
});

test('days are written in French, without narrow spaces', () => {
  assert.equal(formatDay('2026-11-21'), '21 novembre 2026');
  assert.equal(formatDay('2026-02-01'), '1er février 2026');
  assert.equal(formatLongDay('2026-11-21'), 'samedi 21 novembre 2026');
  assert.equal(formatShortDay('2026-02-01'), '01/02/2026');
  fc.assert(
    fc.property(anyDay, (day) => {
      const written = [formatDay(day), formatLongDay(day), formatShortDay(day), day];
      for (const text of written) {
        assert.doesNotMatch(text, /\u202f/u);
        assert.deepEqual(parseTypedDay(text), { ok: true, value: day }, text);
      }
    }),
  );
});

test('typed dates are read as French people mean them', () => {
  const table: [string, string][] = [
    ['1/2/26', '2026-02-01'],
    ['01/02/2026', '2026-02-01'],
    ['2026-02-01', '2026-02-01'],
    ['2026-2-1', '2026-02-01'],
    ['01.02.2026', '2026-02-01'],
    ['01-02-26', '2026-02-01'],
    ['1 2 2026', '2026-02-01'],
    [' 1er fevrier 2026 ', '2026-02-01'],
    ['dimanche 1er février 2026', '2026-02-01'],
    ['le 21 nov. 2026', '2026-11-21'],
    ['1/1/69', '2069-01-01'],
    ['1/1/70', '1970-01-01'],
    ['31/02/2026', 'day-unknown'],
    ['29/02/2026', 'day-unknown'],
    ['2/13/2026', 'day-unknown'],
    ['0/1/2026', 'day-unknown'],
    ['1/2', 'day-unreadable'],
    ['1/2/026', 'day-unreadable'],
    ['1 brumaire 2026', 'day-unreadable'],
    ['hier', 'day-unreadable'],
    ['', 'day-unreadable'],
    ['46000', 'day-unreadable'],
  ];
  for (const [typed, expected] of table) {
    const read = parseTypedDay(typed);
    assert.equal(read.ok ? read.value : read.because, expected, typed);
  }
});

test('a birth year of two digits never lies in the future', () => {
  const latest = '2026-11-21';
  assert.deepEqual(parseTypedDay('1/2/58', { latest }), { ok: true, value: '1958-02-01' });
  assert.deepEqual(parseTypedDay('1/2/08', { latest }), { ok: true, value: '2008-02-01' });
  assert.deepEqual(parseTypedDay('22/11/26', { latest }), { ok: true, value: '1926-11-22' });
  assert.deepEqual(parseTypedDay('22/11/2026', { latest }), { ok: true, value: '2026-11-22' });
});

test('no typed text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const read = parseTypedDay(typed);
      assert.ok(!read.ok || isDay(read.value));
    }),
    { numRuns: 1000 },
  );
});
