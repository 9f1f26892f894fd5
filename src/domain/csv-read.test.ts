/** What spreadsheets write, read back as lines of cells. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvLine, csvStart } from './csv.ts';
import { readCsv } from './csv-read.ts';

const limits = { lines: 10, cell: 50 };

for (const [what, text, rows] of [
  [
    'semicolons',
    'a;b\nc;d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'commas',
    'a,b\r\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'tabs',
    'a\tb\rc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a mark of UTF-8 and spaces', '\ufeff a ; b ', [['a', 'b']]],
  ['quotes holding a separator, a line end and quotes', 'a;"b;\n""c"""\n', [['a', 'b;\n"c"']]],
  [
    'empty lines and cells',
    'a;;b\n\n;;\nc;;',
    [
      ['a', '', 'b'],
      ['c', '', ''],
    ],
  ],
  ['nothing', '', []],
] as const) {
  test(`reads ${what}`, () => assert.deepEqual(readCsv(text, limits), rows));
}

test('reads what our own writer writes', () => {
  const cells = ['Œuvrard', 'dit "le; grand"', '12/04/1990'];
  assert.deepEqual(readCsv(csvStart + csvLine(cells), limits), [cells]);
});

test('refuses more lines than allowed, and cuts a cell without end', () => {
  assert.equal(readCsv('a\n'.repeat(11), limits), null);
  assert.equal(readCsv('x'.repeat(100), limits)?.[0]?.[0]?.length, 50);
});
