/** Trades are found by code, by name, by the beginning of a name; two codes say how near they are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTrade, tradeNearness, tradeWords, usualTrades } from './trade.ts';

for (const [typed, code] of [
  ['F1703', 'F1703'],
  ['f1703', 'F1703'],
  ['Maçonnerie (F1703)', 'F1703'],
  ['Maçonnerie', 'F1703'],
  ['maconnerie', 'F1703'],
  ['maçon', 'F1703'],
  [' f1703 ', 'F1703'],
  ['F1703 Maçonnerie', 'F1703'],
  ['peinture bâtiment', 'F1606'],
] as const) {
  test(`«${typed}» is read as ${code}`, () => {
    const read = readTrade(typed);
    assert.equal(read.ok && read.value.code, code);
  });
}

test('an unknown code, an unknown word and an empty text are refused; several answers are told', () => {
  for (const typed of ['F9999', 'dresseur de licornes', 'astronaute', '', '  ', 'ab']) {
    const read = readTrade(typed);
    assert.equal(read.ok ? '' : read.because, 'trade-unknown', typed);
  }
  const unsure = readTrade('nettoyage');
  assert.equal(unsure.ok ? '' : unsure.because, 'trade-unsure');
  assert.match(String(unsure.ok ? '' : unsure.details?.['names']), /\([A-N]\d{4}\), /u);
});

test('nearness is read in the code', () => {
  assert.deepEqual(
    [
      tradeNearness('F1703', 'F1703'),
      tradeNearness('F1703', 'F1701'),
      tradeNearness('F1703', 'F1606'),
      tradeNearness('F1703', 'A1203'),
      tradeNearness('', 'F1703'),
    ],
    ['same', 'close', 'family', 'other', 'other'],
  );
});

test('usual trades are few enough for a telephone, and read back from their own words', () => {
  const usual = usualTrades();
  assert.ok(usual.length > 60 && usual.length < 200, String(usual.length));
  for (const trade of usual) assert.deepEqual(readTrade(tradeWords(trade)), { ok: true, value: trade });
});
