/** The second lock, asked directly: what the application's roles read without saying for whom. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testHouse } from './house.ts';
import type { TestHouse } from './house.ts';
import type { Person } from './world.ts';

/** Not about anybody: what every process may read. */
const withoutRows = new Set(['instance', 'audit_head', 'guichet_migration']);

let house: TestHouse;
let one: Person;
let other: Person;

before(async () => {
  house = await testHouse();
  const { world } = house;
  one = await world.aMember(await world.anOrganisation('facilitator'), 'facilitator.admin');
  other = await world.aMember(await world.anOrganisation('buyer'), 'buyer.admin');
  await world.aContact(one.organisation);
  await world.aContact(other.organisation);
  await world.aLink(one.organisation, other.organisation, { createdBy: one.account, revoked: true });
  await world.aPartnerKey(one.organisation, one.account, ['contacts:read']);
});

after(() => house.close());

async function tables(): Promise<{ name: string; secured: boolean; forced: boolean }[]> {
  const found = await house.admin.query(
    `select relname as name, relrowsecurity as secured, relforcerowsecurity as forced
     from pg_class join pg_namespace n on n.oid = relnamespace where nspname = 'public' and relkind in ('r', 'p') order by 1`,
  );
  return found.rows;
}

test('every table but the listed ones has row security, enabled and forced', async () => {
  const open = (await tables()).filter(({ name, secured, forced }) => !withoutRows.has(name) && !(secured && forced));
  assert.deepEqual(open, []);
});

test('without context the application role reads no row of any table, whatever it may select', async () => {
  let read = 0;
  for (const { name } of await tables()) {
    if (withoutRows.has(name)) continue;
    const columns = await house.admin.query(
      `select column_name from information_schema.columns
       where table_name = $1 and has_column_privilege('guichet_app', $1, column_name, 'select')`,
      [name],
    );
    if (columns.rowCount === 0) continue;
    const list = columns.rows.map(({ column_name: column }) => `"${column}"`).join(', ');
    assert.equal(await rowsAs('guichet_app', `select ${list} from ${name}`), 0, name);
    read += 1;
  }
  assert.ok(read > 10, `only ${read} tables are readable: is the test still asking anything?`);
});

test('a wrong organisation reads nothing of another, a right one reads its own', async () => {
  for (const table of ['contact', 'membership', 'exchange_link', 'partner_key']) {
    const column = table === 'exchange_link' ? 'from_organisation_id' : 'organisation_id';
    const query = `select id from ${table} where ${column} = '${one.organisation}'`;
    assert.notEqual(await rowsAs('guichet_app', query, one), 0, table);
    if (table !== 'exchange_link') assert.equal(await rowsAs('guichet_app', query, other), 0, table);
  }
});

test('a row cannot be written for another organisation', async () => {
  await assert.rejects(
    rowsAs(
      'guichet_app',
      `insert into contact (organisation_id, label, purpose, email) values ('${other.organisation}', 'x', 'general', 'a@b.example')`,
      one,
    ),
    /row-level security/,
  );
});

test('no role of the application owns a table, bypasses security or creates anything', async () => {
  const roles = await house.admin.query(
    `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as powerful,
       exists (select from pg_class where relowner = pg_roles.oid) as owns
     from pg_roles where rolname like 'guichet%'`,
  );
  assert.ok(roles.rows.length >= 5);
  assert.deepEqual(
    roles.rows.filter(({ powerful, owns }) => powerful || owns),
    [],
  );
});

test('views run with the rights of who asks, and definer functions fix their search path', async () => {
  const views = await house.admin.query(
    `select relname from pg_class join pg_namespace n on n.oid = relnamespace
     where nspname = 'public' and relkind = 'v' and not coalesce(reloptions::text, '') like '%security_invoker=true%'`,
  );
  assert.deepEqual(views.rows, []);
  const definers = await house.admin.query(
    `select proname from pg_proc join pg_namespace n on n.oid = pronamespace
     where nspname = 'public' and prosecdef and not coalesce(proconfig::text, '') like '%search_path%'`,
  );
  assert.deepEqual(definers.rows, []);
});

test('the login role alone reads nothing', async () => {
  await assert.rejects(house.fresh.pool.query('select id from contact'), /permission denied/);
});

async function rowsAs(role: string, query: string, person?: Person): Promise<number> {
  const client = await house.fresh.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      "select set_config('role', $1, true), set_config('app.organisation', $2, true), set_config('app.account', $3, true)",
      [role, person?.organisation ?? '', person?.account ?? ''],
    );
    return (await client.query(query)).rowCount ?? 0;
  } finally {
    await client.query('rollback');
    client.release();
  }
}
