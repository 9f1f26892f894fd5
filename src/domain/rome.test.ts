/** The list of trades, and what is understood of a typed one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frequentTrades, isRomeCode, readTrade, romeCodes, romeLabel } from './rome.ts';

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

for (const [typed, code] of [
  ['F1703', 'F1703'],
  [' f1703 ', 'F1703'],
  ['Maçonnerie', 'F1703'],
  ['maconnerie', 'F1703'],
  ['F1703 Maçonnerie', 'F1703'],
  ['peinture bâtiment', 'F1606'],
] as const) {
  test(`«${typed}» is ${code}`, () => assert.deepEqual(readTrade(typed), { code }));
}

test('words that several trades hold are shown those trades, unknown words nothing', () => {
  const read = readTrade('nettoyage');
  assert.ok('near' in read && read.near.includes('K2204') && read.near.length > 1);
  assert.deepEqual(readTrade('astronaute'), { near: [] });
  assert.deepEqual(readTrade('  '), { near: [] });
});
