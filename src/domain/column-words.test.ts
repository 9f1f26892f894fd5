/** What a person reads of a column: a French word, a French value, and no machinery. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnWord } from './column-words.ts';
import { readableValue } from './readable-value.ts';

for (const [column, value, shown] of [
  ['birth_date', '1991-12-06', '6 décembre 1991'],
  ['month', '2026-08', 'août 2026'],
  ['worked_minutes', 2130, '35\u00A0h\u00A030'],
  ['created_at', '2026-11-28T04:02:12.017+00:00', '28 novembre 2026'],
  ['no_hours', false, 'non'],
  ['holder_id', '7fe27119-9a7e-8c62-b4b7-b8ba754d33df', ''],
  ['version', 3, ''],
  ['email', null, ''],
  ['days', [{ day: '2026-01-05' }], '[{"day":"2026-01-05"}]'],
  ['job', 'Maçon', 'Maçon'],
] as const) {
  test(`${column} ${JSON.stringify(value)} reads «${shown}»`, () => assert.equal(readableValue(column, value), shown));
}

test('a column without a word is shown by its name', () => {
  assert.equal(columnWord('birth_date'), 'Date de naissance');
  assert.equal(columnWord('seen_by_nobody'), 'seen by nobody');
});
