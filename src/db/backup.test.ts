/** Export and restore: equal table by table, or refused whole. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ClientConfig } from 'pg';
import { Client } from 'pg';
import { emptyDatabase, freshDatabase, migrationsFolder } from '#tests/database.ts';
import { exportTo, restoreFrom } from './backup.ts';
import { readExport } from './backup-read.ts';
import { migrate } from './migrate.ts';

const folder = mkdtempSync(join(tmpdir(), 'guichet-backup-'));
const ours = join(folder, 'migrations');
const file = join(folder, 'all.guichet');
const drops: (() => Promise<void>)[] = [];
let source: ClientConfig;

const first = `
create table kind (code text primary key, label text not null);
insert into kind values ('a', 'écrit par la migration');
create table "Odd name" (
  id bigint generated always as identity primary key, parent bigint references "Odd name" (id),
  kind text not null references kind (code), body bytea, at timestamptz, day date, amount numeric(12,2), ratio double precision,
  detail jsonb, tags text[], pause interval, twice bigint generated always as (amount::bigint * 2) stored, code char(5));
create table loop_one (id int primary key, two int not null);
create table loop_two (id int primary key, one int not null references loop_one (id));
alter table loop_one add foreign key (two) references loop_two (id) deferrable initially deferred;
create table no_key (word text);
create sequence apart start 42;
create table final (id uuid primary key, word text);
alter table final enable row level security;
alter table final force row level security;
create function never() returns trigger language plpgsql as $$ begin raise exception 'final'; end $$;
create trigger final_never before insert or update or delete on final for each row execute function never();
create trigger final_truncate before truncate on final execute function never();
alter table final disable trigger final_never;`;

const rows = `
insert into kind values ('b', 'Éléonore « œuvre »');
insert into "Odd name" (parent, kind, body, at, day, amount, ratio, detail, tags, pause, code)
  select case when n < 300 then n + 1 end, 'b', decode(md5(n::text), 'hex'), timestamptz '2026-03-29 01:30Z' + n * interval '1 hour',
    date '2026-02-28' + n, n / 7.0, n / 7.0::float8, jsonb_build_object('n', n, 'text', E'ligne\\n"deux" \\\\ \\u00e9'),
    array['a,b', null, 'c"d'], n * interval '1 month 2 days', 'ab'
  from generate_series(1, 300) as n;
insert into "Odd name" (kind, body) values ('b', decode(repeat('ff00', 1500000), 'hex'));
begin; insert into loop_one values (1, 1); insert into loop_two values (1, 1); commit;
insert into no_key values ('x'), (null), ('x'), ('');
insert into final values (gen_random_uuid(), 'scellé');
alter table final enable always trigger final_never;
select nextval('apart');`;

before(async () => {
  mkdirSync(ours);
  writeFileSync(join(ours, '0001-first.sql'), first);
  source = await migrated();
  await run(source, rows);
  await exportTo({ admin: source, file, product: '1.2.3' });
});

after(async () => {
  for (const drop of drops) await drop();
  rmSync(folder, { recursive: true });
});

async function empty(): Promise<ClientConfig> {
  const database = await emptyDatabase();
  drops.push(() => database.drop());
  return database.settings;
}

async function migrated(): Promise<ClientConfig> {
  const settings = await empty();
  await migrate({ admin: settings, folder: ours });
  return settings;
}

async function run(settings: ClientConfig, sql: string): Promise<unknown[]> {
  const client = new Client(settings);
  await client.connect();
  const answer = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return answer.rows;
}

async function sums(path: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const part of readExport(path)) {
    if (part.kind === 'end') found[part.table] = `${part.rows} ${part.sha256}`;
    if (part.kind === 'sequences') found['sequences'] = JSON.stringify(part.sequences);
  }
  return found;
}

function restore(admin: ClientConfig, path = file, migrationsFolder = ours): ReturnType<typeof restoreFrom> {
  return restoreFrom({ admin, file: path, migrationsFolder });
}

function altered(name: string, change: (bytes: Buffer) => Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, change(Buffer.from(readFileSync(file))));
  return path;
}

function refusal(message: RegExp): (error: Error) => boolean {
  return (error) => error.name === 'OperatorError' && message.test(error.message);
}

test('a round trip gives the same rows, sequences, foreign keys, triggers and generated values', async () => {
  const target = await migrated();
  assert.deepEqual(await restore(target), { tables: 6, rows: 310 });
  const copy = join(folder, 'copy.guichet');
  await exportTo({ admin: target, file: copy, product: '1.2.3' });
  assert.deepEqual(await sums(copy), await sums(file));
  assert.deepEqual(readFileSync(copy), readFileSync(file));
  const structure = `select (select array_agg(pg_get_constraintdef(oid) || convalidated::text order by conname) from pg_constraint where contype = 'f') as keys,
    (select array_agg(tgname || tgenabled::text order by tgname) from pg_trigger where not tgisinternal) as triggers,
    (select array_agg(relname || relforcerowsecurity::text order by relname) from pg_class where relrowsecurity) as security,
    (select sum(twice) from "Odd name") as twice, md5(string_agg(o::text, '|' order by id)) as rows from "Odd name" as o`;
  // Triggers keep the state the migrations gave them, here disabled.
  assert.equal(
    JSON.stringify(await run(target, structure)),
    JSON.stringify(await run(source, structure)).replace('final_neverA', 'final_neverD'),
  );
  assert.deepEqual(await run(target, "select nextval('apart') as value"), [{ value: 43 }]);
  assert.deepEqual(await run(target, `insert into "Odd name" (kind) values ('b') returning id`), [{ id: 302 }]);
});

test('the file is private, ends with its seal, and never replaces another', async () => {
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.match(gunzipSync(readFileSync(file)).toString().trimEnd().split('\n').at(-1) ?? '', /"kind":"seal"/);
  await assert.rejects(exportTo({ admin: source, file, product: '' }), refusal(/existe déjà.*all-2\.guichet/));
});

test('a file cut anywhere is refused and nothing is written', async () => {
  const target = await migrated();
  const { size } = statSync(file);
  for (const length of [0, 5, 10, 200, Math.floor(size / 3), Math.floor(size / 2), size - 9, size - 8, size - 1]) {
    const path = altered('cut.guichet', (bytes) => bytes.subarray(0, length));
    await assert.rejects(restore(target, path), refusal(/incomplet|abîmé/), `${length} of ${size}`);
  }
  assert.deepEqual(await run(target, 'select count(*)::int as n from kind'), [{ n: 1 }]);
});

test('one changed byte is refused, wherever it is, as is a byte added at the end', async () => {
  const target = await migrated();
  const { size } = statSync(file);
  const offsets = [
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
    100,
    1000,
    ...Array.from({ length: 20 }, (_, n) => Math.floor((size * n) / 20) + 12),
    size - 9,
    size - 8,
    size - 4,
    size - 1,
  ];
  for (const offset of offsets) {
    const path = altered('flipped.guichet', (bytes) => {
      bytes[offset] = (bytes[offset] ?? 0) ^ 0x55;
      return bytes;
    });
    await assert.rejects(restore(target, path), refusal(/incomplet|abîmé/), `byte ${offset} of ${size}`);
  }
  const longer = altered('longer.guichet', (bytes) => Buffer.concat([bytes, Buffer.from('x')]));
  await assert.rejects(restore(target, longer), refusal(/incomplet/));
  assert.deepEqual(await run(target, 'select count(*)::int as n from kind'), [{ n: 1 }]);
});

test('lines rewritten in a well-formed file are refused: a row, a count, a missing table', async () => {
  const target = await migrated();
  const changes: [string, string | RegExp, string][] = [
    ['row', 'écrit par la migration', 'écrit par un autre'],
    ['count', '"rows":2', '"rows":1'],
    ['table', /\{"kind":"table","table":"public.no_key"[\s\S]*?"kind":"end".*?\n/, ''],
    ['seal', /\{"kind":"seal".*\n/, ''],
  ];
  for (const [name, from, to] of changes) {
    const path = altered(`${name}.guichet`, (bytes) => {
      const text = gunzipSync(bytes).toString();
      assert.notEqual(text.replace(from, to), text);
      const packed = gzipSync(text.replace(from, to));
      packed[9] = 0xff;
      return packed;
    });
    await assert.rejects(restore(target, path), refusal(/incomplet/), name);
  }
});

test('a database that already holds something is refused and keeps it', async () => {
  const target = await migrated();
  await run(target, "insert into no_key values ('à moi')");
  await assert.rejects(restore(target), refusal(/pas vide \(table public\.no_key\)/));
  assert.deepEqual(await run(target, 'select word from no_key'), [{ word: 'à moi' }]);
});

test('a database in use is told so, and left as it is', async () => {
  const target = await migrated();
  const other = new Client(target);
  await other.connect();
  await other.query('begin; lock table no_key in share mode');
  await assert.rejects(restore(target), refusal(/arrêtez Guichet/));
  await other.end();
});

test('a file of a newer version, or of another history, is refused', async () => {
  const target = await migrated();
  const none = join(folder, 'none');
  mkdirSync(none);
  await assert.rejects(restore(await empty(), file, none), refusal(/1\.2\.3.*installez/s));
  const newer = altered('newer.guichet', (bytes) => {
    const packed = gzipSync(gunzipSync(bytes).toString().replace('"format":1', '"format":2'));
    packed[9] = 0xff;
    return packed;
  });
  await assert.rejects(restore(target, newer), refusal(/plus récente/));
  await assert.rejects(restore(target, join(folder, 'absent')), refusal(/ne peut pas être lu \(ENOENT\)/));
});

test('an export of an older version is restored as it was, then brought up to date', async () => {
  const next = join(folder, 'next');
  mkdirSync(next);
  writeFileSync(join(next, '0001-first.sql'), first);
  writeFileSync(
    join(next, '0002-next.sql'),
    "alter table kind add column long text; update kind set long = label || ' !';",
  );
  const target = await empty();
  await restore(target, file, next);
  assert.deepEqual(await run(target, "select long from kind where code = 'b'"), [{ long: 'Éléonore « œuvre » !' }]);
  const ahead = await empty();
  await migrate({ admin: ahead, folder: next });
  await assert.rejects(restore(ahead, file, next), refusal(/déjà la mise à jour 2/));
});

test('an owner who is not superuser exports and restores everything, row security forced again afterwards', async () => {
  const name = `owner_${process.pid}`;
  const settings = await empty();
  await run(settings, `create role ${name} login; alter database ${String(settings.database)} owner to ${name}`);
  drops.push(() => run({ ...settings, database: 'postgres' }, `drop role ${name}`).then(() => undefined));
  const owner = { ...settings, user: name };
  await restore(owner);
  const copy = join(folder, 'owner.guichet');
  await exportTo({ admin: owner, file: copy, product: '1.2.3' });
  assert.deepEqual(await sums(copy), await sums(file));
  assert.deepEqual(await run(owner, "select relforcerowsecurity as forced from pg_class where relname = 'final'"), [
    { forced: true },
  ]);
});

test('the real migrations export and restore', async () => {
  const one = await freshDatabase();
  const two = await freshDatabase();
  drops.push(
    () => one.drop(),
    () => two.drop(),
  );
  const path = join(folder, 'real.guichet');
  const before = (await exportTo({ admin: one.settings, file: `${path}-before`, product: '1.2.3' })).rows;
  await one.admin.query("insert into account (email, name) values ('a@exemple.fr', 'Compte')");
  await exportTo({ admin: one.settings, file: path, product: '1.2.3' });
  assert.equal((await restore(two.settings, path, migrationsFolder)).rows, before + 1);
});
