/** Typed and written numbers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { formatHundredths, formatInteger, readDecimal, roundedQuotient } from './french-number.ts';

test('a typed decimal is read exactly, and what can be read two ways is not guessed', () => {
  const table: [string, string][] = [
    ['151,67', '151|67'],
    ['151.67', '151|67'],
    ['1 820,5', '1820|5'],
    ['1\u202f820', '1820|'],
    ['12 000 000', '12000000|'],
    [',5', '0|5'],
    ['007', '7|'],
    ['-3', '-3|'],
    ['−3,5', '-3|5'],
    ['151,667', '151|667'],
    ['1.820', 'ambiguous'],
    ['18 20', 'not-a-number'],
    ['1 2345', 'not-a-number'],
    ['1,2,3', 'not-a-number'],
    ['', 'not-a-number'],
    [',', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['0x10', 'not-a-number'],
  ];
  for (const [typed, expected] of table) {
    const read = readDecimal(typed);
    const shown = typeof read === 'string' ? read : `${read.negative ? '-' : ''}${read.whole}|${read.fraction}`;
    assert.equal(shown, expected, typed);
  }
});

test('rounding goes half away from zero, so that opposites stay opposite', () => {
  assert.deepEqual(
    [1n, 5n, -5n, 15n, -15n, 14n, 0n].map((value) => roundedQuotient(value, 10n)),
    [0, 1, -1, 2, -2, 1, 0],
  );
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 10_000 }), (value, divisor) => {
      const one = roundedQuotient(BigInt(value), BigInt(divisor));
      const other = roundedQuotient(BigInt(-value), BigInt(divisor));
      assert.equal(one + other, 0);
      assert.ok(Math.abs(one * divisor - value) * 2 <= divisor || Math.abs(value) > 2 ** 50);
    }),
  );
  assert.throws(() => roundedQuotient(1n, 0n), RangeError);
});

test('thousands stand apart by a non-breaking space that reads back', () => {
  assert.equal(formatInteger(1820), '1\u00a0820');
  assert.equal(formatInteger(-12_000_000), '−12\u00a0000\u00a0000');
  assert.equal(formatHundredths(1250), '12,5');
  assert.equal(formatHundredths(-5), '−0,05');
  assert.equal(formatHundredths(182_000), '1\u00a0820');
  fc.assert(
    fc.property(fc.maxSafeInteger(), (value) => {
      const read = readDecimal(formatInteger(value));
      assert.ok(typeof read !== 'string');
      assert.equal(Number(`${read.negative ? '-' : ''}${read.whole}`) + 0, value + 0);
    }),
  );
});
