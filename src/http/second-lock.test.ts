/** The second lock tried by a thief who holds the application's role: what a fault of ours must still not give. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import type { Person } from '#tests/world.ts';

let house: TestHouse;
let thief: Person;
let colleague: Person;
let victim: Person;

before(async () => {
  house = await testHouse();
  const { world } = house;
  thief = await world.aMember(await world.anOrganisation('buyer'), 'buyer.admin');
  colleague = await world.aMember(thief.organisation, 'buyer.decider');
  victim = await world.aMember(await world.anOrganisation('facilitator'), 'facilitator.admin');
  await world.aContact(victim.organisation, { label: 'Victime' });
});

after(() => house.close());

const forged = `insert into exchange_link (from_organisation_id, to_organisation_id, invited_identifier, purpose, valid_from, valid_until,
  accepted_at, accepted_by, created_by) values ($1, $2, 'x', 'Suivi', '2026-01-01', '2027-12-31', now(), $3, $3)`;

test('an organisation cannot write by itself a link that the other side never accepted', async () => {
  await refused(forged, [thief.organisation, victim.organisation, thief.account]);
});

test('who receives a link cannot widen what it shares, nor make it last', async () => {
  const link = await house.world.aLink(victim.organisation, thief.organisation, {
    createdBy: victim.account,
  });
  for (const change of ['shares_amounts = true', 'shares_names = true', "valid_until = '2099-12-31'"]) {
    await refused(`update exchange_link set ${change} where id = $1`, [link]);
  }
});

test('who sent a link cannot accept it in the name of the other side', async () => {
  const link = await house.world.aLink(thief.organisation, victim.organisation, {
    createdBy: thief.account,
    accepted: false,
  });
  await refused('update exchange_link set accepted_at = now(), accepted_by = $2 where id = $1', [link, victim.account]);
});

test('a link once broken stays broken', async () => {
  const link = await house.world.aLink(victim.organisation, thief.organisation, {
    createdBy: victim.account,
    revoked: true,
  });
  await refused('update exchange_link set revoked_at = null, revoked_by = null where id = $1', [link]);
});

test('a letter that opens an account cannot be addressed to somebody else', async () => {
  for (const organisation of [thief.organisation, null]) {
    for (const template of ['password-reset', 'sign-in', 'email-change']) {
      await refused(
        `insert into outbox (organisation_id, account_id, template, recipient, message_id)
         values ($1, $2, $3, 'voleur@exemple.test', 'x')`,
        [organisation, victim.account, template],
      );
    }
  }
});

test('a letter already written keeps its addressee and its account', async () => {
  const id = randomUUID();
  await house.admin.query(
    "insert into outbox (id, organisation_id, template, recipient, message_id, status) values ($1, $2, 'notice', 'a@exemple.test', 'x', 'failed')",
    [id, thief.organisation],
  );
  await refused("update outbox set recipient = 'voleur@exemple.test' where id = $1", [id]);
  await refused("update outbox set template = 'password-reset', account_id = $2 where id = $1", [id, victim.account]);
});

test('an organisation changes neither its kind nor its identifier nor its parent', async () => {
  await refused("update organisation set kind = 'operator' where id = $1", [thief.organisation]);
  await refused("update organisation set identifier = '00000000000000' where id = $1", [thief.organisation]);
  await refused('update organisation set parent_id = $2 where id = $1', [thief.organisation, victim.organisation]);
});

test('a service opened beside an organisation is under its number and never runs the instance', async () => {
  await refused("insert into organisation (kind, parent_id, name) values ('operator', $1, 'Faux')", [
    thief.organisation,
  ]);
  await refused(
    "insert into organisation (kind, parent_id, name, identifier) values ('buyer', $1, 'Faux', '11111111111111')",
    [thief.organisation],
  );
});

test('a position belongs to the kind of its organisation', async () => {
  await refused("update membership set position = 'operator.support' where id = $1", [colleague.membership]);
  await refused(
    "insert into invitation (organisation_id, email, position, expires_at) values ($1, 'a@exemple.test', 'operator.support', now())",
    [thief.organisation],
  );
});

test('nobody becomes a member without an invitation of hers: memberships are not written by the application', async () => {
  await refused("insert into membership (organisation_id, account_id, position) values ($1, $2, 'buyer.admin')", [
    thief.organisation,
    victim.account,
  ]);
  await refused('update membership set account_id = $2 where id = $1', [colleague.membership, victim.account]);
});

test('an invitation keeps the address and the end it was accepted with', async () => {
  const id = randomUUID();
  await house.admin.query(
    `insert into invitation (id, organisation_id, email, position, expires_at, accepted_at)
     values ($1, $2, 'a@exemple.test', 'buyer.site', now(), now())`,
    [id, thief.organisation],
  );
  await refused("update invitation set email = 'voleur@exemple.test' where id = $1", [id]);
  await refused('update invitation set accepted_at = null where id = $1', [id]);
});

test('one person cannot be the two persons of a decision', async () => {
  await refused(
    `insert into approval (organisation_id, action, subject_id, requested_by, expires_at)
     values ($1, 'organisation-closing', $1, $2, now())`,
    [thief.organisation, colleague.account],
  );
  const id = randomUUID();
  await house.admin.query(
    `insert into approval (id, organisation_id, action, subject_id, requested_by, expires_at)
     values ($1, $2, 'organisation-closing', $2, $3, now())`,
    [id, thief.organisation, thief.account],
  );
  const decided = "update approval set decided_by = $2, decided_at = now(), decision = 'approved' where id = $1";
  await refused(decided, [id, colleague.account]);
  await refused('update approval set requested_by = $2 where id = $1', [id, colleague.account]);
});

test('a key or a session once revoked stays revoked', async () => {
  await house.world.aPartnerKey(thief.organisation, thief.account, ['contacts:read']);
  await house.admin.query('update partner_key set revoked_at = now()');
  await refused('update partner_key set revoked_at = null where organisation_id = $1', [thief.organisation]);
  await house.admin.query('update session set revoked_at = now() where account_id = $1', [colleague.account]);
  await refused('update session set revoked_at = null where account_id = $1', [colleague.account], colleague);
});

test('an act cannot be written in the journal under the account of somebody else', async () => {
  await refused(
    `insert into audit_event (chain, sequence, organisation_id, account_id, at, entry, previous, hash)
     values ('', 0, $1, $2, now(), '{"action":"contact.edited"}', '', '')`,
    [thief.organisation, colleague.account],
  );
});

test('who left an organisation no longer reads what she did there', async () => {
  const past = await house.world.aMember(victim.organisation, 'facilitator.clerk', {
    account: thief.account,
  });
  await house.admin.query(
    `insert into audit_event (chain, sequence, organisation_id, account_id, at, entry, previous, hash)
     values ('', 0, $1, $2, now(), '{"action":"contact.edited","after":{"internalNote":"ZZ-NOTE"}}', '', '')`,
    [victim.organisation, thief.account],
  );
  await house.admin.query('update membership set suspended_at = now() where id = $1', [past.membership]);
  const read = await as(thief, "select entry from audit_event where entry like '%ZZ-NOTE%'", []);
  assert.equal(read, 0);
});

test('a definer function looks in the temporary schema last: nobody can put a table of hers before ours', async () => {
  const definers = await house.admin.query(
    `select proname, coalesce(proconfig::text, '') as settings from pg_proc join pg_namespace n on n.oid = pronamespace
     where nspname = 'public' and prosecdef`,
  );
  assert.ok(definers.rows.length > 0);
  assert.deepEqual(
    definers.rows.filter(({ settings }) => !/pg_temp"?[}"]*$/.test(settings)),
    [],
  );
});

/** Refused by a right, a policy or a check; or without any effect because the row is out of reach. */
async function refused(statement: string, values: unknown[], person = thief): Promise<void> {
  let rows: number;
  try {
    rows = await as(person, statement, values);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    assert.match(String(code), /^(?:42501|23514|23001)$/, `${statement}: ${String(error)}`);
    return;
  }
  assert.equal(rows, 0, `accepted: ${statement.replace(/\s+/g, ' ')}`);
}

async function as(person: Person, statement: string, values: unknown[]): Promise<number> {
  const client = await house.fresh.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      "select set_config('role', 'guichet_app', true), set_config('app.organisation', $1, true), set_config('app.account', $2, true)",
      [person.organisation, person.account],
    );
    return (await client.query(statement, values)).rowCount ?? 0;
  } finally {
    await client.query('rollback');
    client.release();
  }
}
