/** An organisation that nobody administers is given an administration again; where no letter leaves, the link is handed over. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fictitiousSiret } from '#domain/siret.ts';
import { runJob } from '#http/job.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { Visitor } from '#tests/visitor.ts';
import { jobs } from '../../jobs.ts';

let house: TestHouse;
let silent: TestHouse;
let operator: Visitor;
let mute: Visitor;
const told = { email: 'lea@exemple.test', position: 'facilitator.admin', reason: 'Courrier signé' };

before(async () => {
  house = await testHouse();
  silent = await testHouse({ demo: false });
  operator = await anOperator(house);
  mute = await anOperator(silent);
});
after(async () => {
  await house.close();
  await silent.close();
});

test('without administrator, an organisation is given one: invitation, letter, both journals', async () => {
  const relay = await house.world.anOrganisation('facilitator', { name: 'Relais Vide' });
  await house.world.aMember(relay, 'facilitator.clerk');
  assert.match((await operator.get(cardOf(relay))).text, new RegExp(`href="${doorOf(relay)}"`));
  const sent = await operator.submit(doorOf(relay), told);
  assert.deepEqual([sent.status, sent.location], [303, cardOf(relay)], sent.text);
  const { rows } = await house.admin.query(
    `select i.email, i.position, i.administers, m.recipient, m.parameters ->> 'invitation' = i.id::text as tied
     from invitation i join outbox m on m.organisation_id = i.organisation_id where i.organisation_id = $1`,
    [relay],
  );
  const { email, position } = told;
  assert.deepEqual(rows, [{ email, position, administers: true, recipient: email, tied: true }]);
  const journal = await house.admin.query(
    `select chain, entry::jsonb ->> 'reason' as reason from audit_event
     where action = 'invitation.sent' and (organisation_id = $1 or entry::jsonb -> 'after' ->> 'organisation' = $1::text)
     order by chain`,
    [relay],
  );
  assert.deepEqual(journal.rows, [
    { chain: 'instance', reason: told.reason },
    { chain: `organisation:${relay}`, reason: told.reason },
  ]);
  const links = await house.admin.query('select from link_token where organisation_id = $1', [relay]);
  assert.equal(links.rowCount, 0, 'the link is minted when the letter leaves');
});

test('a waiting invitation is refused, an expired one is replaced', async () => {
  const relay = await house.world.anOrganisation('facilitator');
  await operator.submit(doorOf(relay), told);
  const again = await operator.submit(doorOf(relay), told);
  assert.equal(again.status, 422);
  assert.match(again.text, /attend déjà/u);
  await house.admin.query(
    "update invitation set expires_at = $2::timestamptz - interval '1 day' where organisation_id = $1",
    [relay, house.clock.now()],
  );
  assert.equal((await operator.submit(doorOf(relay), told)).status, 303);
});

test('who administers invites; closed, unfit, one’s own or unknown, the door stays shut', async () => {
  const held = await house.world.anOrganisation('facilitator');
  await house.world.aMember(held, 'facilitator.admin');
  const free = await house.world.anOrganisation('facilitator');
  const shut = await house.world.anOrganisation('facilitator');
  await house.admin.query('update organisation set closed_at = now() where id = $1', [shut]);
  for (const [organisation, says] of [
    [held, /Quelqu’un administre déjà/u],
    [shut, /Cette organisation est fermée/u],
  ] as const) {
    assert.doesNotMatch((await operator.get(doorOf(organisation))).text, /name="reason"/u);
    const sent = await operator.submit(doorOf(organisation), told, { on: doorOf(free) });
    assert.equal(sent.status, 422);
    assert.match(sent.text, says);
  }
  const unfit = await operator.submit(doorOf(free), { ...told, position: 'facilitator.clerk' });
  assert.match(unfit.text, /Ce rôle n’existe pas/u);
  assert.equal((await operator.get(doorOf(crypto.randomUUID()))).status, 404);
  assert.deepEqual(house.failures, []);
});

test('where no letter leaves, the operator is shown once a link that opens, kept nowhere', async () => {
  const relay = await silent.world.anOrganisation('facilitator');
  await mute.get(doorOf(relay));
  const key = /name="cle" value="([^"]+)"/u.exec((await mute.get(doorOf(relay))).text)?.[1] ?? '';
  const sent = await mute.submit(doorOf(relay), told, { key });
  assert.equal(sent.status, 200, sent.text);
  assert.match(sent.text, /moyen sûr/u);
  const path = linkIn(sent.text);
  const letter = await visit(silent.app).get(path);
  assert.equal(letter.status, 200);
  assert.match(letter.text, /lea@exemple\.test/u);
  const replayed = await mute.submit(doorOf(relay), told, { key });
  assert.deepEqual([replayed.status, replayed.location], [303, cardOf(relay)]);
  const token = path.split('/').at(-1) ?? '';
  const kept = await silent.admin.query(
    `select from (select i::text as row from idempotency i union all select l::text from link_token l
      union all select o::text from outbox o union all select n::text from notice n union all select e::text from audit_event e) as kept
     where row like '%' || $1 || '%'`,
    [token],
  );
  assert.equal(kept.rowCount, 0);
});

test('the letter kept afterwards carries the same link', async () => {
  const siret = fictitiousSiret(640);
  const opened = await mute.submit(
    '/instance/organisations',
    { ...told, kind: 'buyer', identifierType: 'SIRET', identifier: siret, name: 'Ville Muette' },
    { on: '/instance/organisations/nouvelle?type=SIRET' },
  );
  assert.equal(opened.status, 200, opened.text);
  const links = () => silent.admin.query("select token_hash from link_token where purpose = 'invitation' order by 1");
  const before = await links();
  const delivery = jobs.find(({ name }) => name === 'mail.deliver');
  assert.ok(delivery);
  await runJob(silent.house, delivery);
  assert.deepEqual((await links()).rows, before.rows);
  assert.equal((await visit(silent.app).get(linkIn(opened.text))).status, 200);
});

async function anOperator({ world, app }: TestHouse): Promise<Visitor> {
  return visit(app, await world.aMember(await world.anOrganisation('operator'), 'operator.support'));
}

function cardOf(organisation: string): string {
  return `/instance/organisations/${organisation}`;
}

function doorOf(organisation: string): string {
  return `${cardOf(organisation)}/inviter`;
}

function linkIn(text: string): string {
  return /http:\/\/localhost:3000(\/invitation\/[\w-]{40,})/u.exec(text)?.[1] ?? '';
}
