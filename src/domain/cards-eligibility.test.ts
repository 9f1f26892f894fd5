/** Every column of the tables of eligibility has its card, and no card speaks of a column that does not exist. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { eligibilityCards } from './cards-eligibility.ts';

const written = readFileSync('migrations/0014-eligibility.sql', 'utf8');

/** Added by later migrations. */
const laterColumns: Readonly<Record<string, string[]>> = { person_residence: ['removed_at'] };

function columnsOf(table: string): string[] {
  const body = new RegExp(`create table ${table} \\(([\\s\\S]*?)\\n\\);`, 'u').exec(written)?.[1] ?? '';
  return [...body.matchAll(/^ {2}([a-z0-9_]+) [a-z]/gmu)]
    .map(([, name = '']) => name)
    .filter((name) => !['check', 'unique', 'primary', 'foreign'].includes(name))
    .concat(laterColumns[table] ?? []);
}

const tables = [...written.matchAll(/create table (\w+)/gu)].map(([, name = '']) => name);

test('the tables of the migration are those of the cards', () => {
  assert.deepEqual(Object.keys(eligibilityCards).toSorted(), tables.toSorted());
});

for (const table of tables) {
  test(`${table}: one card per column`, () => {
    assert.deepEqual(Object.keys(eligibilityCards[table] ?? {}).toSorted(), columnsOf(table).toSorted());
  });
}
