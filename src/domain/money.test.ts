/** Amounts: what is typed, what is shown, what is shared. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { formatCents, formatWholeEuros, parseTypedAmount, shareOf, splitCents, sumCents } from './money.ts';

test('amounts are read to the cent and never guessed', () => {
  const table: [string, number | string][] = [
    ['1 234,56 €', 123_456],
    ['1\u202f234,56\u00a0€', 123_456],
    ['1234.56', 123_456],
    ['215 999,99', 21_599_999],
    ['12 000 000 euros', 1_200_000_000],
    ['5 404 000 € HT', 540_400_000],
    ['140 000 HT', 14_000_000],
    ['0,1', 10],
    ['0', 0],
    ['9999999999999,99', 999_999_999_999_999],
    ['1 200 000 000 000,00', 120_000_000_000_000],
    ['99 999 999 999 999', 'amount-too-large'],
    ['1.234', 'amount-ambiguous'],
    ['1,234', 'amount-decimals'],
    ['1.234,56', 'amount-unreadable'],
    ['-5', 'amount-negative'],
    ['€', 'amount-unreadable'],
    ['10 %', 'amount-unreadable'],
    ['1e5', 'amount-unreadable'],
    ['', 'amount-missing'],
  ];
  for (const [typed, expected] of table) {
    const read = parseTypedAmount(typed);
    assert.equal(read.ok ? read.value : read.because, expected, typed);
  }
});

test('an amount is written with non-breaking spaces and reads back', () => {
  assert.equal(formatCents(123_456), '1\u00a0234,56\u00a0€');
  assert.equal(formatCents(-5), '−0,05\u00a0€');
  assert.equal(formatWholeEuros(123_450), '1\u00a0235\u00a0€');
  assert.equal(formatWholeEuros(-123_450), '−1\u00a0235\u00a0€');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (cents) => {
      assert.deepEqual(parseTypedAmount(formatCents(cents)), { ok: true, value: cents });
      assert.doesNotMatch(formatCents(cents), /[ \u202f]/u);
    }),
    { numRuns: 1000 },
  );
});

test('a share is rounded once, half away from zero', () => {
  assert.equal(shareOf(1005, { numerator: 1, denominator: 2 }), 503);
  assert.equal(shareOf(-1005, { numerator: 1, denominator: 2 }), -503);
  assert.equal(shareOf(999_999_999_999_999, { numerator: 3, denominator: 3 }), 999_999_999_999_999);
});

test('what is split adds up to the cent, fairly, whatever the weights', () => {
  assert.deepEqual(splitCents(100, [1, 1, 1]), [34, 33, 33]);
  assert.deepEqual(splitCents(-100, [1, 1, 1]), [-34, -33, -33]);
  assert.deepEqual(splitCents(1, [0, 1]), [0, 1]);
  assert.deepEqual(splitCents(100, [1, 2]), [33, 67]);
  assert.throws(() => splitCents(1, []), RangeError);
  assert.throws(() => splitCents(1, [0]), RangeError);
  assert.throws(() => splitCents(1, [2, -1]), RangeError);
  const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }).filter((all) => all.some((one) => one > 0));
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), weights, (cents, all) => {
      const shares = splitCents(cents, all);
      const total = sumCents(all);
      assert.equal(sumCents(shares), cents);
      shares.forEach((share, place) => assert.ok(Math.abs(share - (cents * (all[place] ?? 0)) / total) < 1.01));
    }),
    { numRuns: 1000 },
  );
});
