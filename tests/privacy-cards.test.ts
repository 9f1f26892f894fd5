/** Every column of every table has its card, and every table about people is open to the privacy role and shut to an own space. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { TableCards } from '#domain/column-card.ts';
import { areas, cardOf, impersonalTables, registerLines } from '#domain/register.ts';
import { filesUnder, root } from './architecture/source-tree.ts';
import { freshDatabase } from './database.ts';
import type { FreshDatabase } from './database.ts';

let fresh: FreshDatabase;
const kept = new Map<string, string[]>();

before(async () => {
  fresh = await freshDatabase();
  const found = await fresh.admin.query<{ table: string; column: string }>(`
    select c.relname as "table", a.attname as "column"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and n.nspname = 'public' and a.attnum > 0 and not a.attisdropped
      and c.relname <> 'guichet_migration' order by 1, a.attnum`);
  for (const { table, column } of found.rows) kept.set(table, [...(kept.get(table) ?? []), column]);
});

after(() => fresh.drop());

test('each column that is kept has a card', () => {
  const bare = [...kept].flatMap(([table, columns]) =>
    columns.filter((column) => cardOf(table, column) === null).map((column) => `${table}.${column}`),
  );
  assert.deepEqual(
    bare,
    [],
    'Write its card in src/domain/cards-<area>.ts, and the line of the area in src/domain/register.ts.',
  );
});

test('no card speaks of a column that is not kept', () => {
  const gone = areas.flatMap(({ tables }) =>
    Object.entries(tables).flatMap(([table, cards]: [string, TableCards]) =>
      Object.keys(cards)
        .filter((column) => kept.get(table)?.includes(column) !== true)
        .map((column) => `${table}.${column}`),
    ),
  );
  assert.deepEqual([...gone, ...Object.keys(impersonalTables).filter((table) => !kept.has(table))], []);
});

test('a table is carded once', () => {
  const tables = [...areas.flatMap(({ tables: own }) => Object.keys(own)), ...Object.keys(impersonalTables)];
  assert.deepEqual(
    tables.filter((table, place) => tables.indexOf(table) !== place),
    [],
  );
});

test('a table that refers to a person is never carded wholesale', async () => {
  const found = await fresh.admin.query<{ name: string }>(
    "select 'person' as name union all select name from personal_table",
  );
  assert.ok(found.rows.length > 6);
  assert.deepEqual(
    found.rows.filter(({ name }) => Object.hasOwn(impersonalTables, name)),
    [],
  );
});

test('every file of cards is in the register', () => {
  const register = readFileSync(path.join(root, 'src/domain/register.ts'), 'utf8');
  const files = filesUnder('src/domain').filter((file) => /\/cards-[a-z-]+\.ts$/u.test(file));
  assert.ok(files.length > 4);
  assert.deepEqual(
    files.filter((file) => !register.includes(`'./${path.basename(file)}'`)),
    [],
  );
});

test('a card says why, for whom and until when, in whole French words', () => {
  for (const { table, columns, card } of registerLines()) {
    for (const words of [card.purpose, card.recipients, card.retention]) {
      assert.match(words, /^[\p{Lu}\d].{4,}[^.]$/u, `${table}.${columns[0]}: ${words}`);
      assert.doesNotMatch(words, / [;:?!]/u, `${table}.${columns[0]}: ${words}`);
    }
  }
});

test('a table about people is open to the privacy role, and an own space sees in it one person only', async () => {
  const found = await fresh.admin.query<{ name: string; open: boolean; shut: boolean }>(`
    select t.name,
      exists (select from pg_policies p where p.tablename = t.name and p.policyname = 'privacy')
        and has_table_privilege('guichet_privacy', t.name, 'select, update, delete') as open,
      not t.straight or exists (select from pg_policies p where p.tablename = t.name and p.policyname = 'own_space'
        and p.permissive = 'RESTRICTIVE') as shut
    from (select 'person' as name, true as straight union all select name, leads_to = 'person' from personal_table) t`);
  assert.deepEqual(
    found.rows.filter(({ open, shut }) => !open || !shut),
    [],
    'End the migration with select guard_personal_tables();',
  );
});

test('what migrations made later call guard_personal_tables for is really guarded', async () => {
  await fresh.admin
    .query(`create table visit_of_tomorrow (id uuid primary key, person_id uuid references person (id), told text);
    alter table visit_of_tomorrow enable row level security; select guard_personal_tables()`);
  const found = await fresh.admin.query("select from pg_policies where tablename = 'visit_of_tomorrow'");
  assert.equal(found.rowCount, 2);
});
