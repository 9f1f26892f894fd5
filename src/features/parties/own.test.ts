/** What a company reads and changes for itself, by account and by link. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { Thread } from '#tests/world-thread.ts';
import { partyRoutes } from './routes.ts';

let house: MarketHouse;
let thread: Thread;

before(async () => {
  house = await marketHouse(partyRoutes);
  thread = await house.thread.aThread();
  const company = thread.company.organisation;
  const declaration = await house.thread.aDeclaration(thread, {
    company,
    month: '2026-09',
    state: 'validated',
  });
  const [worker] = thread.workers;
  await house.thread.anEntry({ declaration, contract: worker.contract, hours: 217, state: 'validated' });
});
after(() => house.close());

test('the company reads in plain words what it owes, by when, what is done, and whom to call', async () => {
  await house.admin.query("update organisation set phone = '+33261910001' where id = $1", [
    thread.facilitator.organisation,
  ]);
  const { status, text } = await visit(house.app, thread.company).get('/mes-marches');
  assert.equal(status, 200);
  assert.match(text, /Ce que je dois et pour quand/);
  assert.match(text, /Restauration collective des Tanneurs/);
  assert.match(text, /500\u00A0h<\/strong> d’insertion avant le 31 décembre 2027/);
  assert.match(text, /217\u00A0h sont validées/);
  assert.match(text, /283\u00A0h/);
  assert.match(text, /40,43\u00A0jours/);
  assert.match(text, /Maison de l’emploi des Rives/);
  assert.match(text, /02\u00A061\u00A091\u00A000\u00A001/);
});

test('a late month comes first, with the button that declares it', async () => {
  await house.thread.aDeclaration(thread, {
    company: thread.company.organisation,
    month: '2026-10',
    state: 'late',
    dueOn: '2026-11-15',
  });
  const { text } = await visit(house.app, thread.company).get('/mes-marches');
  assert.match(text, /La déclaration d’octobre 2026 est en retard/);
  assert.match(text, new RegExp(`/declarations/${thread.lot}\\?mois=2026-10`));
});

test('it reads its own people with yes or no and until when, nothing of how that was decided', async () => {
  const { text } = await visit(house.app, thread.company).get('/mes-marches');
  assert.match(text, /Amadou Darrieux/);
  assert.match(text, /Éligible jusqu’au 31\/12\/2027/);
  assert.doesNotMatch(text, /DELD|Règle|12\/04\/1990/);
});

test('another company reads nothing of it, and a person of another company never appears', async () => {
  const other = await house.thread.aThread();
  const person = await house.thread.aFollowedPerson(other.facilitator.organisation, {
    family: 'Ailleurs-Secret',
  });
  await house.thread.aContract(other, {
    person,
    holder: other.facilitator.organisation,
    company: other.company.organisation,
  });
  const { text } = await visit(house.app, thread.company).get('/mes-marches');
  assert.doesNotMatch(text, /Ailleurs-Secret/);
  const visitor = visit(house.app, other.company);
  assert.equal((await visitor.get(`/mes-marches/${thread.party}`)).status, 404);
  const sent = await visitor.submit(
    `/mes-marches/${thread.party}/contact`,
    { contactName: 'X', contactEmail: 'x@exemple.test', version: '1' },
    { on: `/mes-marches/${other.party}` },
  );
  assert.equal(sent.status, 404);
});

test('a link opens its lot without an account, changes the contact, and says so', async () => {
  const token = await house.thread.aDeclarationLink(thread.company.organisation, thread.party);
  const visitor = visit(house.app);
  const page = await visitor.get(`/declarer/${token}/marche`);
  assert.equal(page.status, 200);
  assert.match(page.text, /Restauration collective des Tanneurs/);
  const path = `/declarer/${token}/contact`;
  const { rows } = await house.admin.query('select version from lot_party where id = $1', [thread.party]);
  const fields = {
    contactName: 'Lina Faure',
    contactEmail: 'Lina@Exemple.Test',
    contactPhone: '06 12 34 56 78',
    version: String(rows[0].version),
  };
  const missing = await visitor.submit(path, { ...fields, contactEmail: '' });
  assert.equal(missing.status, 422);
  const sent = await visitor.submit(path, fields);
  assert.equal(sent.status, 303, sent.text);
  assert.match((await visitor.get(String(sent.location))).text, /Contact enregistré/);
  const kept = await house.admin.query('select contact_name, answered_at from lot_party where id = $1', [thread.party]);
  assert.equal(kept.rows[0].contact_name, 'Lina Faure');
  assert.notEqual(kept.rows[0].answered_at, null);
  const late = await visitor.submit(path, fields);
  assert.equal(late.status, 409);
  assert.match(late.text, /changé ces coordonnées/);
});

test('a link shows the one lot it was sent for; a dead one leads to a new one', async () => {
  const market = await house.thread.aMarket({
    keeper: thread.facilitator.organisation,
    buyer: thread.buyer.organisation,
    object: 'Second marché',
  });
  const second = await house.thread.aLot({ market });
  const party = await house.thread.aParty(second, thread.company.organisation);
  const token = await house.thread.aDeclarationLink(thread.company.organisation, party);
  const { text } = await visit(house.app).get(`/declarer/${token}/marche`);
  assert.match(text, /Second marché/);
  assert.doesNotMatch(text, /Tanneurs/);
  const dead = await visit(house.app).get('/declarer/jamais-envoye/marche');
  assert.equal(dead.location, '/declarer/nouveau-lien/jamais-envoye');
});

test('the declaration is passed to an agency until a day, and taken back', async () => {
  const visitor = visit(house.app, thread.company);
  const on = `/mes-marches/${thread.party}`;
  const send = async (more: Record<string, string>) => {
    const { rows } = await house.admin.query('select version from lot_party where id = $1', [thread.party]);
    return visitor.submit(`${on}/delegation`, { version: String(rows[0].version), ...more }, { on });
  };
  assert.equal(
    (await send({ delegateName: 'Agence', delegateEmail: 'agence@exemple.test', delegateUntil: '' })).status,
    422,
  );
  assert.equal(
    (
      await send({
        delegateName: 'Agence',
        delegateEmail: 'agence@exemple.test',
        delegateUntil: '2027-01-31',
      })
    ).status,
    303,
  );
  assert.match((await visitor.get('/mes-marches')).text, /déléguée à Agence jusqu’au 31 janvier 2027/);
  assert.equal((await send({ delegateName: '', delegateEmail: '', delegateUntil: '' })).status, 303);
  assert.doesNotMatch((await visitor.get('/mes-marches')).text, /déléguée/);
});

test('facilitators and buyers have no page of what a company owes', async () => {
  for (const someone of [thread.facilitator, thread.buyer]) {
    assert.equal((await visit(house.app, someone).get('/mes-marches')).status, 403);
  }
  assert.deepEqual(house.failures, []);
});

test('the database: a company changes its contact, never its role, its part or its departure, nor another row', async () => {
  const change = (set: string, id = thread.party) =>
    asMember(thread.company, `update lot_party set ${set} where id = $1`, [id]);
  assert.equal((await change("contact_name = 'Elle-même'")).rowCount, 1);
  for (const set of ['share_minutes = 1', "role = 'inclusion'", "ended_on = '2026-01-01'"]) {
    await assert.rejects(change(set), /changes its contact only/, set);
  }
  const others = await house.thread.aParty(thread, house.company.organisation, { role: 'inclusion' });
  assert.equal((await change("contact_name = 'X'", others)).rowCount, 0);
  assert.equal(
    (await asMember(house.stranger, 'select id from lot_party where lot_id = $1', [thread.lot])).rowCount,
    0,
  );
});

async function asMember(person: Person, query: string, values: unknown[] = []) {
  const client = await house.fresh.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      "select set_config('role', 'guichet_app', true), set_config('app.organisation', $1, true), set_config('app.account', $2, true)",
      [person.organisation, person.account],
    );
    return await client.query(query, values);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('what is asked without hours is told too, and many lots are read a page at a time', async () => {
  await house.admin.query(
    "insert into commitment (lot_id, market_id, kind, state, qualitative) values ($1, $2, 'qualitative', 'contractual', 'Un tuteur formé')",
    [thread.lot, thread.market],
  );
  const market = await house.thread.aMarket({
    keeper: thread.facilitator.organisation,
    buyer: thread.buyer.organisation,
    object: 'Zone artisanale',
  });
  for (let number = 1; number <= 21; number += 1) {
    await house.thread.aParty(await house.thread.aLot({ market, number }), thread.company.organisation);
  }
  const first = await visit(house.app, thread.company).get('/mes-marches');
  assert.match(first.text, /Vous vous êtes aussi engagé à.*Un tuteur formé/s);
  assert.match(first.text, /href="\/mes-marches\?apres=20"/);
  const second = await visit(house.app, thread.company).get('/mes-marches?apres=20');
  assert.match(second.text, /Lot 21, /);
  assert.match(second.text, /Page précédente/);
  assert.equal((await visit(house.app, thread.company).get('/mes-marches?apres=zut')).status, 200);
});
