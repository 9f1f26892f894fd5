/** The generated types tell the truth about the migrated database. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import { emptyDatabase, freshDatabase } from '#tests/database.ts';
import { closedList } from './generate-types-value.ts';
import { generateTypes, typesAreFresh } from './generate-types.ts';

async function typesOf(sql: string): Promise<string> {
  const database = await emptyDatabase();
  const client = new Client(database.settings);
  await client.connect();
  try {
    await client.query(sql);
    return await generateTypes(client);
  } finally {
    await client.end();
    await database.drop();
  }
}

test('the generated types are fresh: src/db/schema.ts is what the migrations give', async () => {
  const fresh = await freshDatabase();
  const client = await fresh.admin.connect();
  const same = await typesAreFresh(client);
  client.release();
  await fresh.drop();
  assert.ok(same, 'run npm run types');
});

test('each kind of column gets its exact type', async () => {
  const text = await typesOf(`create table every_kind (
    id bigint generated always as identity primary key, own_day date not null, amount numeric(10,2),
    detail jsonb not null default '{}', at timestamptz not null default now(), seen_at timestamptz,
    state text not null check (state in ('open', 'it''s closed')), maybe text check (maybe in ('one')),
    grade smallint not null default 1 check (grade in (1, 2, -3)), tags text[] not null check (tags <@ array['a', 'b']),
    code varchar(3) check (code is null or code in ('A', 'B')), twice int generated always as (grade * 2) stored,
    free text not null check (free in ('x', 'y') or length(free) > 3), days date[]);`);
  for (const line of [
    'id: GeneratedAlways<number>;',
    'ownDay: string;',
    'amount: string | null;',
    'detail: Generated<Json>;',
    'at: Generated<Timestamp>;',
    'seenAt: Timestamp | null;',
    "state: 'open' | 'it\\'s closed';",
    "maybe: 'one' | null;",
    'grade: Generated<1 | 2 | -3>;',
    "tags: ('a' | 'b')[];",
    "code: 'A' | 'B' | null;",
    'twice: GeneratedAlways<number | null>;',
    'free: string;',
    'days: string[] | null;',
    'everyKind: EveryKind;',
  ]) {
    assert.ok(text.includes(`  ${line}\n`), `${line}\n${text}`);
  }
});

test('domains and enumerations become unions, views are read, the order of creation does not matter', async () => {
  const one =
    "create type mood as enum ('calm', 'busy'); create domain pace as text check (value in ('slow', 'fast'));";
  const tables = ['create table b (pace pace not null, mood mood);', 'create table a (id int not null);'];
  const view = 'create view c with (security_invoker = true) as select id from a;';
  const text = await typesOf(one + tables.join('') + view);
  assert.equal(text, await typesOf(one + tables.toReversed().join('') + view));
  assert.match(text, /pace: 'slow' \| 'fast';\n {2}mood: 'calm' \| 'busy' \| null;/);
  assert.match(text, /export interface C \{\n {2}id: number \| null;/);
});

test('a name that camelCase would lose, or an unknown type, stops the generation', async () => {
  await assert.rejects(typesOf('create table t (line_1 int)'), /line_1/);
  await assert.rejects(typesOf('create table t (shape polygon)'), /public\.t\.shape has the type polygon/);
});

test('a condition is read as a list only when it is nothing else', () => {
  assert.deepEqual(closedList("CHECK ((a = ANY (ARRAY['x'::text, 'y, z'::text])))"), ['x', 'y, z']);
  assert.deepEqual(closedList("CHECK (((a)::text = ANY ((ARRAY['x'::character varying])::text[])))"), ['x']);
  assert.equal(closedList("CHECK (((a = ANY (ARRAY['x'::text])) OR (length(a) > 3)))"), null);
  assert.equal(closedList("CHECK ((a <> ''::text))"), null);
  assert.equal(closedList("CHECK ((lower(a) = ANY (ARRAY['x'::text])))"), null);
});
