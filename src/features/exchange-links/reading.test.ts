/** What is read through a link, in each of its states and both directions, up to the minute it ends. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { inTransaction } from '#db/transaction.ts';
import { testHouse, testStart } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';

let house: TestHouse;
let one: Person;
let two: Person;
let three: Person;
const keys = new Map<Person, string>();
const labels = new Map<Person, string>();

before(async () => {
  house = await testHouse();
  const { world } = house;
  one = await world.aMember(await world.anOrganisation('buyer', { name: 'Métropole' }), 'buyer.admin');
  two = await world.aMember(await world.anOrganisation('facilitator', { name: 'Relais' }), 'facilitator.admin');
  three = await world.aMember(await world.anOrganisation('company', { name: 'Bâtir' }), 'company.admin');
  for (const [rank, person] of [one, two, three].entries()) {
    labels.set(person, `Accueil ${rank}`);
    await world.aContact(person.organisation, { label: `Accueil ${rank}`, note: 'ZZ-NOTE' });
    await world.aContact(person.organisation, { label: `ZZ-RETIRE ${rank}`, archived: true });
    keys.set(
      person,
      await world.aPartnerKey(person.organisation, person.account, ['contacts:read', 'organisation:read']),
    );
  }
});

after(() => house.close());

beforeEach(async () => {
  house.clock.set(testStart);
  await house.admin.query('delete from exchange_link');
  await house.admin.query('delete from throttle');
});

interface State {
  name: string;
  open: boolean;
  row: {
    accepted?: boolean;
    revoked?: boolean;
    validFrom?: string;
    validUntil?: string;
    pairing?: { minutes: number; failures?: number };
  };
}

/** Today is 18 November 2026. */
const states: State[] = [
  { name: 'waiting for its code', open: false, row: { accepted: false, pairing: { minutes: 60 } } },
  { name: 'with an expired code', open: false, row: { accepted: false, pairing: { minutes: -1 } } },
  { name: 'with a dead code', open: false, row: { accepted: false, pairing: { minutes: 60, failures: 5 } } },
  { name: 'waiting and revoked', open: false, row: { accepted: false, revoked: true } },
  { name: 'accepted, starting tomorrow', open: false, row: { validFrom: '2026-11-19' } },
  { name: 'on its first day', open: true, row: { validFrom: '2026-11-18' } },
  { name: 'in force', open: true, row: {} },
  { name: 'ending soon', open: true, row: { validUntil: '2026-12-01' } },
  { name: 'on its last day', open: true, row: { validUntil: '2026-11-18' } },
  { name: 'ended yesterday', open: false, row: { validUntil: '2026-11-17' } },
  { name: 'revoked while in force', open: false, row: { revoked: true } },
  { name: 'ended, then revoked', open: false, row: { validUntil: '2026-11-17', revoked: true } },
];

for (const { name, open, row } of states) {
  test(`a link ${name}: both directions read ${open ? 'what is shared and nothing else' : 'nothing'}`, async () => {
    await addLink(row);
    for (const [reader, holder] of [
      [one, two],
      [two, one],
    ] as const) {
      const items = await readContacts(reader);
      const theirs = items.filter(({ organisationId }) => organisationId === holder.organisation);
      assert.deepEqual(
        theirs.map(({ label }) => label),
        open ? [labels.get(holder)] : [],
      );
      for (const item of theirs) {
        assert.deepEqual(Object.keys(item).sort(), [
          'email',
          'id',
          'label',
          'organisationId',
          'organisationName',
          'phone',
          'purpose',
        ]);
      }
      const page = await visit(house.app, reader).get('/contacts');
      assert.equal(page.text.includes(String(labels.get(holder))), open);
      const archived = await visit(house.app, reader).get('/contacts?vue=retires');
      assert.ok(!archived.text.includes(`ZZ-RETIRE ${holder === one ? 0 : 1}`));
      const [id] = (await house.admin.query('select id from contact where label = $1', [labels.get(holder)])).rows;
      const single = await call(`/api/v1/contacts/${id.id}`, reader);
      assert.equal(single.status, open ? 200 : 404);
      assert.doesNotMatch(await single.text(), /ZZ-NOTE/);
      assert.equal(await organisationIsSeen(reader, holder), open);
    }
  });
}

test('nothing goes further than the two sides: one linked to two, two to three, one reads nothing of three', async () => {
  await house.world.aLink(one.organisation, two.organisation, { createdBy: one.account });
  await house.world.aLink(two.organisation, three.organisation, { createdBy: two.account });
  const seen = async (person: Person) =>
    new Set((await readContacts(person)).map(({ organisationId }) => organisationId));
  assert.deepEqual(await seen(one), new Set([one.organisation, two.organisation]));
  assert.deepEqual(await seen(three), new Set([three.organisation, two.organisation]));
  assert.deepEqual(await seen(two), new Set([one.organisation, two.organisation, three.organisation]));
  assert.equal(await organisationIsSeen(one, three), false);
});

test('a link ends at midnight in Paris: read at 23:59, no longer at 00:00', async () => {
  await addLink({ validUntil: '2026-11-18' });
  house.clock.set('2026-11-18T22:59:00Z');
  assert.equal((await readContacts(one)).length, 2);
  house.clock.set('2026-11-18T23:00:00Z');
  assert.equal((await readContacts(one)).length, 1);
});

test('a link begins at midnight in Paris, also in summer', async () => {
  await addLink({ validFrom: '2026-12-01' });
  house.clock.set('2026-11-30T22:59:00Z');
  assert.equal((await readContacts(two)).length, 1);
  house.clock.set('2026-11-30T23:00:00Z');
  assert.equal((await readContacts(two)).length, 2);
  await house.admin.query("update exchange_link set valid_from = '2027-07-01'");
  await house.admin.query("update partner_key set expires_at = '2027-12-31'");
  house.clock.set('2027-06-30T21:59:00Z');
  assert.equal((await readContacts(two)).length, 1);
  house.clock.set('2027-06-30T22:00:00Z');
  assert.equal((await readContacts(two)).length, 2);
});

test('a link broken while the other side reads: its next statement finds nothing, in the same transaction', async () => {
  const id = await house.world.aLink(one.organisation, two.organisation, { createdBy: one.account });
  const scope = {
    role: 'app',
    actor: 'test',
    organisation: two.organisation,
    account: two.account,
    today: '2026-11-18',
  } as const;
  await inTransaction(house.database, scope, async (db) => {
    const theirs = () => sql`select from contact where organisation_id = ${one.organisation}`.execute(db);
    assert.equal((await theirs()).rows.length, 1);
    const sent = await visit(house.app, one).submit(`/liens/${id}/rompre`, {}, { on: `/liens/${id}` });
    assert.equal(sent.status, 303);
    assert.equal((await theirs()).rows.length, 0);
  });
});

test('reads that keep coming while the link is broken: some see it before, none that begins after the answer', async () => {
  const id = await house.world.aLink(one.organisation, two.organisation, { createdBy: one.account });
  const scope = {
    role: 'app',
    actor: 'test',
    organisation: two.organisation,
    account: two.account,
    today: '2026-11-18',
  } as const;
  let broken = false;
  const seen: { late: boolean; found: boolean }[] = [];
  const readers = Array.from({ length: 4 }, async () => {
    for (let after = 0; after < 3; after += broken ? 1 : 0) {
      const late = broken;
      const { rows } = await inTransaction(house.database, scope, (db) =>
        sql`select from contact where organisation_id = ${one.organisation}`.execute(db),
      );
      seen.push({ late, found: rows.length > 0 });
    }
  });
  const sent = await visit(house.app, one).submit(`/liens/${id}/rompre`, {}, { on: `/liens/${id}` });
  broken = true;
  await Promise.all(readers);
  assert.equal(sent.status, 303);
  assert.ok(seen.some(({ late, found }) => !late && found));
  assert.ok(seen.filter(({ late }) => late).length >= 4);
  assert.deepEqual(
    seen.filter(({ late, found }) => late && found),
    [],
  );
});

test('the application role can change neither the terms of a link, nor its sides, nor read its code', async () => {
  const id = await house.world.aLink(one.organisation, two.organisation, { createdBy: one.account });
  const scope = {
    role: 'app',
    actor: 'test',
    organisation: two.organisation,
    account: two.account,
    today: '2026-11-18',
  } as const;
  for (const statement of [
    sql`update exchange_link set valid_until = '2030-01-01' where id = ${id}`,
    sql`update exchange_link set shares_amounts = true where id = ${id}`,
    sql`update exchange_link set to_organisation_id = ${three.organisation} where id = ${id}`,
    sql`update exchange_link set accepted_at = now() where id = ${id}`,
    sql`select pairing_hash from exchange_link`,
  ]) {
    await assert.rejects(
      inTransaction(house.database, scope, (db) => statement.execute(db)),
      /permission denied/,
    );
  }
});

async function addLink({ pairing, ...row }: State['row']): Promise<void> {
  const id = await house.world.aLink(one.organisation, two.organisation, { ...row, createdBy: one.account });
  if (row.accepted !== false) return;
  const expires = new Date(house.clock.now().getTime() + (pairing?.minutes ?? 60) * 60_000);
  await house.admin.query(
    'update exchange_link set to_organisation_id = null, pairing_hash = $2, pairing_expires_at = $3, pairing_failures = $4 where id = $1',
    [id, `hash-${id}`, expires, pairing?.failures ?? 0],
  );
}

async function readContacts(person: Person): Promise<Record<string, string>[]> {
  const response = await call('/api/v1/contacts', person);
  const text = await response.text();
  assert.equal(response.status, 200, text);
  assert.doesNotMatch(text, /ZZ-RETIRE/);
  return JSON.parse(text).items;
}

function call(path: string, person: Person) {
  return house.app.request(path, { headers: { authorization: `Bearer ${keys.get(person)}` } });
}

function organisationIsSeen(reader: Person, holder: Person): Promise<boolean> {
  const scope = {
    role: 'app',
    actor: 'test',
    organisation: reader.organisation,
    account: reader.account,
    today: '2026-11-18',
  } as const;
  return inTransaction(house.database, scope, async (db) => {
    const found = await sql`select from organisation where id = ${holder.organisation}`.execute(db);
    return found.rows.length === 1;
  });
}
