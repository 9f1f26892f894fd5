/** The page of a market, side by side: each link opens, each turn leads somewhere, and what is owed is told to all who work on it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Position } from '#domain/position.ts';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import type { Thread, ThreadWorld } from '#tests/world-thread.ts';
import type { Person } from '#tests/world.ts';
import { routes } from '../../routes.ts';

let house: TestHouse;
let app: App;
let world: ThreadWorld;
let thread: Thread;
let october: string;

before(async () => {
  house = await testHouse();
  app = mount(house.house, routes);
  world = createThreadWorld(house);
  thread = await world.aThread();
  october = await world.aDeclaration(thread, {
    company: thread.company.organisation,
    month: '2026-10',
    state: 'submitted',
  });
  await world.anEntry({ declaration: october, contract: thread.workers[0].contract, hours: 70 });
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function read(person: Person, path = `/marches/${thread.market}`): Promise<string> {
  const { status, text } = await visit(app, person).get(path);
  assert.equal(status, 200, path);
  return text.slice(text.indexOf('<h1'), text.indexOf('</main>')).replaceAll('\u00A0', ' ');
}

function another(position: Position, organisation: string): Promise<Person> {
  return house.world.aMember(organisation, position);
}

async function aReaderOfTheState(): Promise<Person> {
  const state = await house.world.anOrganisation('state', { name: 'Coordination régionale' });
  await house.admin.query(
    "insert into lot_assignment (lot_id, market_id, organisation_id, role, from_day) values ($1, $2, $3, 'contributor', '2026-01-05')",
    [thread.lot, thread.market, state],
  );
  return another('state.coordination', state);
}

test('no link of the page answers 404 to the side that reads it', async () => {
  const readers = [
    thread.facilitator,
    await another('facilitator.steering', thread.facilitator.organisation),
    thread.buyer,
    await another('buyer.site', thread.buyer.organisation),
    await another('buyer.decider', thread.buyer.organisation),
    thread.company,
    await aReaderOfTheState(),
  ];
  for (const reader of readers) {
    const text = await read(reader);
    const doors = new Set(
      [...text.matchAll(/href="(\/[^"#]+)/g)].map(([, path = '']) => path.replaceAll('&amp;', '&')),
    );
    for (const path of doors) assert.equal((await visit(app, reader).get(path)).status, 200, path);
  }
});

test('the declaration that waits for the reader opens from her turn', async () => {
  assert.match(
    await read(thread.facilitator),
    new RegExp(`À vous</span> <a href="/heures/${october}">Contrôler la déclaration\\.`),
  );
  assert.match(await read(thread.facilitator, `/heures/${october}`), /À qui le tour.*À vous<\/span> Contrôler/s);
  assert.match(
    await read(thread.company, `/declarations/${october}`),
    /À qui le tour.*À la structure de facilitation<\/span> Contrôler la déclaration\./s,
  );
});

test('a commitment says whose turn it is, since its last step', async () => {
  await house.admin.query("update commitment set state = 'at-risk', state_since = '2026-10-02T08:00Z' where id = $1", [
    thread.commitment,
  ]);
  const text = await read(thread.facilitator);
  assert.match(text, /Engagement du lot 1.*Contacter l’entreprise et proposer des recrutements\./s);
  assert.match(text, /recrutements\.<\/a> <span class="soft">Depuis le <time[^>]*>02\/10\/2026/);
  await house.admin.query("update commitment set state = 'in-progress' where id = $1", [thread.commitment]);
});

test('what the market is reads on its page, for who may not change it', async () => {
  await house.admin.query(
    `update market set kind = 'concession', cpv = '45112500-9', ccag = 'works', derogates_ccag = true, vehicle = 'award-criterion',
       consultation_on = '2025-09-01' where id = $1`,
    [thread.market],
  );
  const site = await another('buyer.site', thread.buyer.organisation);
  for (const reader of [thread.company, site, thread.facilitator]) {
    const text = await read(reader);
    assert.match(text, /Fiche.*Concession.*Critère d’attribution seul.*45112500-9.*Travaux, la clause y déroge/s);
    assert.match(text, /Lancement de la consultation.*01\/09\/2025.*Notification.*05\/01\/2026/s);
  }
});

test('what is owed without hours, a waived clause and an amendment that waits are read by the other sides', async () => {
  const admin = house.admin;
  await admin.query(
    "insert into commitment_version (commitment_id, market_id, number, from_day, minutes, reason) values ($1, $2, 2, '2026-12-01', 36000, 'Surface ajoutée')",
    [thread.commitment, thread.market],
  );
  await admin.query(
    `with made as (insert into commitment (lot_id, market_id, kind, state, qualitative) values ($1, $2, 'qualitative', 'contractual',
       'Un tuteur formé pour chaque personne') returning id, market_id)
     insert into commitment_version (commitment_id, market_id, number, from_day, signed_on) select id, market_id, 1, '2026-01-05', '2026-01-05' from made`,
    [thread.lot, thread.market],
  );
  await admin.query(
    `insert into commitment (lot_id, market_id, kind, state, qualitative) values ($1, $2, 'qualitative', 'draft', 'Brouillon interne')`,
    [thread.lot, thread.market],
  );
  for (const reader of [thread.company, await another('buyer.site', thread.buyer.organisation)]) {
    const text = await read(reader);
    assert.match(text, /Un tuteur formé pour chaque personne/);
    assert.match(text, /Avenant 1 en attente de signature : 600 h, à partir du 01\/12\/2026, Surface ajoutée/);
    assert.doesNotMatch(text, /\/engagement"/);
  }
  assert.doesNotMatch(await read(thread.company), /Brouillon interne/);
});

test('a framework agreement tells its call-offs and opens the next one; each tells its framework', async () => {
  const { facilitator, buyer } = thread;
  const made = { keeper: facilitator.organisation, buyer: buyer.organisation };
  const framework = await world.aMarket({ ...made, object: 'Entretien des espaces verts' });
  await world.anAssignment(await world.aLot({ market: framework }), facilitator.organisation);
  await house.admin.query("update market set kind = 'framework' where id = $1", [framework]);
  assert.match(await read(facilitator, `/marches/${framework}`), /Aucun marché subséquent ni bon de commande encore/);
  const order = await world.aMarket({ ...made, object: 'Parc des Rives', reference: 'BC-3' });
  await house.admin.query("update market set kind = 'purchase-order', parent_id = $1 where id = $2", [
    framework,
    order,
  ]);
  const text = await read(facilitator, `/marches/${framework}`);
  assert.match(text, new RegExp(`href="/marches/nouveau\\?accord=${framework}"`));
  assert.match(text, new RegExp(`href="/marches/${order}">Parc des Rives</a><small>Bon de commande · BC-3`));
  assert.match(
    await read(buyer, `/marches/${order}`),
    new RegExp(`Accord-cadre : <a href="/marches/${framework}">Entretien des espaces verts`),
  );
});

test('with many months late, the oldest still wait and stop the forecast before them', async () => {
  const { facilitator, buyer, company } = thread;
  const market = await world.aMarket({ keeper: facilitator.organisation, buyer: buyer.organisation, object: 'Grand' });
  for (let number = 1; number <= 11; number += 1) {
    const lot = await world.aLot({ market, number });
    await world.anAssignment(lot, facilitator.organisation);
    for (const month of ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']) {
      await world.aDeclaration(lot, { company: company.organisation, month, state: 'late' });
    }
  }
  const text = await read(facilitator, `/marches/${market}`);
  assert.equal([...text.matchAll(/>Mai 2026<\/a>/g)].length, 11);
  assert.match(text, /À qui le tour.*Mai 2026, lot 1, /s);
});

test('proofs of hours do not stand among the papers of the market', async () => {
  const proof = await house.admin.query(
    `insert into document (organisation_id, market_id, lot_id, declaration_id, kind, name) values ($1, $2, $3, $4, 'proof', 'Bulletin octobre')
     returning id`,
    [thread.company.organisation, thread.market, thread.lot, october],
  );
  const text = await read(thread.facilitator, `/marches/${thread.market}/documents`);
  assert.doesNotMatch(text, /Bulletin octobre/);
  assert.doesNotMatch(text, new RegExp(String(proof.rows[0].id)));
});
