/** Cells leave as text, whatever somebody typed in them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvLine } from './csv.ts';

test('a cell that a spreadsheet would run is neutralised', () => {
  for (const typed of ['=1+1', '+33', '-2', '@SUM(A1)', ' =1', '\u200b=1', '＝1', '|cmd']) {
    assert.equal(csvLine([typed]), `'${typed}\r\n`);
  }
  assert.equal(csvLine(['\t=1']), `"'\t=1"\r\n`);
});

test('separators, quotes and line ends stay inside their cell', () => {
  assert.equal(
    csvLine(['a;b', 'dit "oui"', 'deux\nlignes', 'plain', 12]),
    '"a;b";"dit ""oui""";"deux\nlignes";plain;12\r\n',
  );
});

test('a negative number we computed ourselves is a number', () => {
  assert.equal(csvLine([-12]), '-12\r\n');
});
