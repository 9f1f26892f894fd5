/** The list of trades, and those one chooses from. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frequentTrades, isRomeCode, romeCodes, romeLabel } from './rome.ts';

test('the list has the 532 codes of ROME 4.0, each of the right shape with its label', () => {
  assert.equal(romeCodes.length, 532);
  for (const code of romeCodes) {
    assert.match(code, /^[A-N]\d{4}$/u);
    assert.notEqual(romeLabel(code), '');
  }
});

test('each frequent trade is in the list, once', () => {
  const codes = frequentTrades.map(({ value }) => value);
  assert.deepEqual(
    codes.filter((code) => !isRomeCode(code)),
    [],
  );
  assert.equal(new Set(codes).size, codes.length);
});
