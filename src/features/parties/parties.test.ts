/** Who takes part in a lot and who facilitates it, through the doors of those who look after it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fictitiousSiret } from '#domain/siret.ts';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse, siretOf } from '#tests/world-markets.ts';
import type { Thread } from '#tests/world-thread.ts';
import { partyRoutes } from './routes.ts';

let house: MarketHouse;
let thread: Thread;
let base: string;

before(async () => {
  house = await marketHouse(partyRoutes);
  thread = await house.thread.aThread();
  base = `/lots/${thread.lot}`;
});
after(() => house.close());

function desk() {
  return visit(house.app, thread.facilitator);
}

function add(fields: Record<string, string>, place = base) {
  return desk().submit(`${place}/intervenants/nouveau`, fields);
}

async function partyOf(siret: string) {
  const found = await house.admin.query(
    `select p.*, o.name, o.identity_source from lot_party p join organisation o on o.id = p.organisation_id where o.identifier = $1`,
    [siret],
  );
  return found.rows;
}

test('a subcontractor is found by SIRET in the register, under the holder, with its act and contact', async () => {
  const siret = fictitiousSiret(411);
  const sent = await add({
    siret,
    role: 'subcontractor',
    underId: thread.party,
    actOn: '02/02/2026',
    share: '200',
    contactName: 'Julie Roux',
    contactEmail: 'julie@exemple.test',
  });
  assert.equal(sent.status, 303, sent.text);
  const [party] = await partyOf(siret);
  assert.deepEqual([party.under_id, party.share_minutes, party.identity_source], [thread.party, 12_000, 'register']);
  const page = await desk().get(`${base}/intervenants`);
  assert.match(page.text, /Sous-traitant de Bâtir Ouest/);
  assert.match(page.text, /acte du 02\/02\/2026/);
  assert.match(page.text, /julie@exemple\.test/);
});

test('one company has one identity: two buyers who name its SIRET share it', async () => {
  const siret = await siretOf(house, house.company.organisation);
  const other = await house.thread.aThread();
  assert.equal((await add({ siret, role: 'inclusion' })).status, 303);
  const there = await visit(house.app, other.facilitator).submit(`/lots/${other.lot}/intervenants/nouveau`, {
    siret,
    role: 'inclusion',
  });
  assert.equal(there.status, 303, there.text);
  const parties = await partyOf(siret);
  assert.deepEqual(new Set(parties.map(({ organisation_id: id }) => id)), new Set([house.company.organisation]));
  assert.equal(parties.length, 2);
});

for (const [what, fields, says] of [
  ['a second holder', { siret: fictitiousSiret(412), role: 'holder' }, /a déjà un titulaire/],
  ['a group beside a holder', { siret: fictitiousSiret(412), role: 'joint' }, /un titulaire, ou un groupement/],
  [
    'a subcontractor of nobody',
    { siret: fictitiousSiret(412), role: 'subcontractor', actOn: '2026-02-02' },
    /pour qui travaille/,
  ],
  ['a SIRET with a wrong digit', { siret: '99900412000001', role: 'inclusion' }, /SIRET/],
  ['no role', { siret: fictitiousSiret(412) }, /Choisissez le rôle/],
] as const) {
  test(`${what} is refused with a sentence, and nobody is written down`, async () => {
    const sent = await add(fields);
    assert.equal(sent.status, 422);
    assert.match(sent.text, says);
    assert.equal(
      (await house.admin.query('select from organisation where identifier = $1', [fictitiousSiret(412)])).rowCount,
      0,
    );
  });
}

test('a subcontractor needs its act and stays within the part it is taken from', async () => {
  await house.admin.query('update lot_party set share_minutes = 30000 where id = $1', [thread.party]);
  const fields = { siret: fictitiousSiret(413), role: 'subcontractor', underId: thread.party };
  assert.match((await add(fields)).text, /date de l’acte/);
  const over = await add({ ...fields, actOn: '2026-02-02', share: '301' });
  assert.match(over.text, /parts sous-traitées font 501\u00A0h pour une part de 500\u00A0h/);
  assert.equal((await add({ ...fields, actOn: '2026-02-02', share: '300' })).status, 303);
  const page = await desk().get(`${base}/intervenants`);
  assert.match(page.text, /Parts réparties\u00A0: 500\u00A0h, sous-traitance comprise/);
});

test('sending the same company three times at once adds it once', async () => {
  const door = `${base}/intervenants/nouveau`;
  const key = hiddenKey((await desk().get(door)).text);
  const siret = fictitiousSiret(414);
  const visitor = desk();
  const answers = await Promise.all([1, 2, 3].map(() => visitor.submit(door, { siret, role: 'inclusion' }, { key })));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303, 303],
  );
  assert.equal((await partyOf(siret)).length, 1);
});

test('contact and delegation are kept, a conflict loses nothing, a delegation needs its three parts', async () => {
  const { rows } = await house.admin.query('select version from lot_party where id = $1', [thread.party]);
  const path = `/intervenants/${thread.party}`;
  const fields = {
    share: '500',
    contactName: 'Paul Martin',
    contactEmail: 'paul@exemple.test',
    version: String(rows[0].version),
  };
  assert.match((await desk().submit(path, { ...fields, delegateName: 'Agence Sud' })).text, /laissez les trois vides/);
  const delegate = { delegateName: 'Agence Sud', delegateEmail: 'sud@exemple.test' };
  assert.match((await desk().submit(path, { ...fields, ...delegate, delegateUntil: '2026-11-17' })).text, /est passé/);
  assert.equal((await desk().submit(path, { ...fields, ...delegate, delegateUntil: '2027-01-31' })).status, 303);
  assert.match((await desk().get(`${base}/intervenants`)).text, /Délégation à Agence Sud jusqu’au 31\/01\/2027/);
  const late = await desk().submit(path, { ...fields, contactName: 'Autre' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Garder la mienne/);
});

test('a departure is undone, and refused while a subcontractor still works for the company', async () => {
  const on = `${base}/intervenants`;
  const refused = await desk().submit(`/intervenants/${thread.party}/depart`, {}, { on });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /sous-traitant travaille encore/);
  const [party] = await partyOf(fictitiousSiret(414));
  assert.equal((await desk().submit(`/intervenants/${party.id}/depart`, {}, { on })).status, 303);
  assert.match((await desk().get(on)).text, /Ont quitté le lot/);
  assert.equal((await desk().submit(`/intervenants/${party.id}/retour`, {}, { on })).status, 303);
  assert.equal((await partyOf(fictitiousSiret(414)))[0].ended_on, null);
});

test('a lot is shared between structures without ever counting twice, and access follows at once', async () => {
  const door = `${base}/facilitateurs/nouveau`;
  const own = await house.admin.query('select id from lot_assignment where lot_id = $1', [thread.lot]);
  const other = { organisation: house.stranger.organisation, territory: 'Bondy' };
  assert.match((await desk().submit(door, { ...other, role: 'contributor', share: '40' })).text, /Il reste 0\u00A0%/);
  const edit = `/facilitateurs/${own.rows[0].id}`;
  assert.equal((await desk().submit(edit, { role: 'lead', share: '60', version: '1' })).status, 303);
  assert.equal((await desk().submit(edit, { role: 'lead', share: '50', version: '1' })).status, 409);
  assert.match((await desk().submit(door, { ...other, role: 'lead', share: '40' })).text, /déjà un chef de file/);
  assert.equal((await visit(house.app, house.stranger).get(`${base}/intervenants`)).status, 404);
  assert.equal((await desk().submit(door, { ...other, role: 'contributor', share: '40' })).status, 303);
  assert.equal((await visit(house.app, house.stranger).get(`${base}/intervenants`)).status, 200);
  assert.match((await desk().submit(door, { ...other, role: 'contributor', share: '1' })).text, /suit déjà ce lot/);
  const added = await house.admin.query('select id from lot_assignment where organisation_id = $1', [
    other.organisation,
  ]);
  const on = `${base}/intervenants`;
  assert.equal((await desk().submit(`/facilitateurs/${added.rows[0].id}/retirer`, {}, { on })).status, 303);
  assert.equal((await visit(house.app, house.stranger).get(on)).status, 404);
  assert.equal((await desk().submit(door, { ...other, role: 'contributor', share: '40' })).status, 303);
});

test('the list of companies tells lots, contact and late months, and finds by name or SIRET without accents', async () => {
  await house.thread.aDeclaration(thread, {
    company: thread.company.organisation,
    month: '2026-09',
    state: 'late',
  });
  const visitor = visit(house.app, thread.buyer);
  const siret = await siretOf(house, thread.company.organisation);
  for (const typed of ['batir ouest', siret.slice(0, 9)]) {
    const { text } = await visitor.get(`/entreprises?q=${encodeURIComponent(typed)}`);
    assert.match(text, /Bâtir Ouest/, typed);
  }
  const late = (await visitor.get('/entreprises?vue=en-retard')).text;
  assert.match(late, /Bâtir Ouest/);
  assert.match(late, /<strong>1<\/strong>/);
  const unsure = (await visitor.get('/entreprises?vue=a-joindre')).text;
  assert.doesNotMatch(unsure, /Bâtir Ouest/);
  assert.doesNotMatch((await visit(house.app, house.otherBuyer).get('/entreprises')).text, /Bâtir Ouest/);
});

test('who only reads is told so, a company has its own page, and others get the answer of what does not exist', async () => {
  const clerk = await house.world.aMember(thread.facilitator.organisation, 'facilitator.clerk');
  const page = await visit(house.app, clerk).get(`${base}/intervenants`);
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.text, /Ajouter une entreprise|Départ</);
  assert.equal((await visit(house.app, clerk).get(`${base}/intervenants/nouveau`)).status, 403);
  assert.equal((await visit(house.app, house.otherBuyer).get(`${base}/intervenants`)).status, 404);
  assert.equal((await visit(house.app, house.otherBuyer).get(`/intervenants/${thread.party}`)).status, 404);
  assert.equal((await visit(house.app, thread.company).get(`${base}/intervenants`)).status, 403);
  assert.equal((await visit(house.app, thread.company).get(`/intervenants/${thread.party}`)).status, 403);
  assert.deepEqual(house.failures, []);
});
