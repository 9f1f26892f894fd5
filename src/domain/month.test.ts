/** Months: arithmetic, writing, reading. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  addToMonth,
  daysIn,
  firstDayOf,
  formatMonth,
  formatOfMonth,
  isMonth,
  lastDayOf,
  monthOf,
  monthsBetween,
  monthsFrom,
  parseTypedMonth,
  quarterOf,
} from './month.ts';

test('months have their length, leap years included', () => {
  const table: [string, number][] = [
    ['2026-02', 28],
    ['2028-02', 29],
    ['2100-02', 28],
    ['2000-02', 29],
    ['2026-04', 30],
    ['2026-12', 31],
  ];
  for (const [month, days] of table) assert.equal(daysIn(month), days, month);
  assert.equal(firstDayOf('2028-02'), '2028-02-01');
  assert.equal(lastDayOf('2028-02'), '2028-02-29');
  assert.equal(quarterOf('2026-01'), '2026-T1');
  assert.equal(quarterOf('2026-09'), '2026-T3');
  assert.equal(monthOf('2026-11-21'), '2026-11');
});

test('a range of months holds both ends, and none when reversed', () => {
  assert.deepEqual(monthsFrom('2026-11', '2027-02'), ['2026-11', '2026-12', '2027-01', '2027-02']);
  assert.deepEqual(monthsFrom('2026-11', '2026-11'), ['2026-11']);
  assert.deepEqual(monthsFrom('2026-12', '2026-11'), []);
});

test('typed months are read, the rest is not', () => {
  const table: [string, string | null][] = [
    ['2026-11', '2026-11'],
    ['11/2026', '2026-11'],
    ['1/26', '2026-01'],
    ['Août 2026', '2026-08'],
    ['aout 2026', '2026-08'],
    ['févr. 2026', '2026-02'],
    ['juil 2026', '2026-07'],
    ['jui 2026', null],
    ['ma 2026', null],
    ['13/2026', null],
    ['2026', null],
    ['', null],
  ];
  for (const [typed, expected] of table) {
    const read = parseTypedMonth(typed);
    assert.equal(read.ok ? read.value : null, expected, typed);
  }
});

test('moving there and back changes nothing, and text order is time order', () => {
  const month = fc
    .tuple(fc.integer({ min: 1970, max: 2100 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, place]) => `${year}-${String(place).padStart(2, '0')}`);
  fc.assert(
    fc.property(month, fc.integer({ min: -600, max: 600 }), (from, count) => {
      const to = addToMonth(from, count);
      assert.ok(isMonth(to));
      assert.equal(addToMonth(to, -count), from);
      assert.equal(monthsBetween(from, to), count);
      assert.equal(from < to, count > 0);
      assert.deepEqual(parseTypedMonth(formatMonth(from)), { ok: true, value: from });
    }),
  );
  assert.throws(() => addToMonth('2026-13', 1), RangeError);
  assert.throws(() => addToMonth('9999-12', 1), RangeError);
});

test('a month is said with its elision', () => {
  assert.equal(formatOfMonth('2026-10'), 'd’octobre 2026');
  assert.equal(formatOfMonth('2026-08'), 'd’août 2026');
  assert.equal(formatOfMonth('2026-03'), 'de mars 2026');
});
