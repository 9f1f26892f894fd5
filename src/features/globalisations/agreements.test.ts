/** Globalisation agreements through the doors: proposed, signed by all sides, amended, ended, taken back; seen by no stranger. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Visitor } from '#tests/visitor.ts';
import { visit } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { LotPlace } from '#tests/world-thread.ts';

let house: MarketHouse;
let relay: Visitor;
let city: Visitor;
let otherCity: Visitor;
let company: Visitor;
let stranger: Visitor;
let lots: [LotPlace, LotPlace, LotPlace];

before(async () => {
  house = await marketHouse([]);
  relay = visit(house.app, house.facilitator);
  city = visit(house.app, house.buyer);
  otherCity = visit(house.app, house.otherBuyer);
  company = visit(house.app, house.company);
  stranger = visit(house.app, house.stranger);
  lots = [
    await aLotOf(house.buyer.organisation, 1),
    await aLotOf(house.otherBuyer.organisation, 1),
    await aLotOf(house.buyer.organisation, 1),
  ];
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function aLotOf(buyer: string, number: number): Promise<LotPlace> {
  const market = await house.thread.aMarket({ keeper: house.facilitator.organisation, buyer });
  const place = await house.thread.aLot({ market, number, title: `Lot ${number}` });
  await house.thread.anAssignment(place, house.facilitator.organisation, { account: house.facilitator.account });
  await house.thread.aParty(place, house.company.organisation);
  return place;
}

function terms(...chosen: LotPlace[]): Record<string, string> {
  const ids = chosen.map(({ lot }) => lot);
  return {
    company: house.company.organisation,
    lots: ids[0] ?? '',
    ...(ids[1] !== undefined && { 'lots#2': ids[1] }),
    reason: 'Un seul parcours sur deux chantiers',
    fromDay: '2026-02-01',
    untilDay: '2026-12-31',
    companySignedOn: '2026-01-20',
  };
}

/** Several values under one name, as a browser sends ticked boxes. */
async function send(who: Visitor, path: string, fields: Record<string, string>, on = path) {
  const named = Object.entries(fields).map(([name, value]) => [name.replace(/#\d+$/u, ''), value] as const);
  return who.submit(path, {}, { on, fields: named });
}

async function propose(who: Visitor, fields: Record<string, string>): Promise<string> {
  const sent = await send(
    who,
    '/globalisations/nouveau',
    fields,
    `/globalisations/nouveau?entreprise=${house.company.organisation}`,
  );
  assert.equal(sent.status, 303, sent.text);
  return (sent.location ?? '').split('/').at(-1) ?? '';
}

async function signatures(id: string) {
  const found = await house.admin.query(
    `select organisation_id, decision, signed_on::text from globalisation_signature where globalisation_id = $1`,
    [id],
  );
  return new Map(found.rows.map((row) => [row.organisation_id, [row.decision, row.signed_on]]));
}

async function signedOn(id: string): Promise<string | null> {
  return (await house.admin.query('select signed_on::text from globalisation where id = $1', [id])).rows[0].signed_on;
}

async function sign(who: Visitor, id: string, signatory: string, day = '2026-02-10', seen?: string) {
  const found = await house.admin.query('select version from globalisation where id = $1', [id]);
  const version = seen ?? String(found.rows[0].version);
  const on = `/globalisations/${id}/signer?pour=${signatory}`;
  return who.submit(`/globalisations/${id}/signer`, { signatory, signedOn: day, version }, { on });
}

test('proposed by the facilitator, it waits for each buyer; the last signature puts it in force, on its day', async () => {
  const id = await propose(relay, terms(lots[0], lots[1]));
  const asked = await signatures(id);
  assert.deepEqual(asked.get(house.company.organisation), ['signed', '2026-01-20']);
  assert.deepEqual(asked.get(house.buyer.organisation), ['waiting', null]);
  assert.equal(await signedOn(id), null);
  assert.match((await relay.get(`/globalisations/${id}`)).text, /ne vaut rien tant que chacun n’a pas signé/);
  const letters = await house.admin.query("select organisation_id from outbox where template = 'agreement-to-sign'");
  assert.equal(letters.rowCount, 0, 'nobody administers these buyers: nobody is written to');
  assert.match((await city.get('/globalisations?vue=a-signer')).text, /La vôtre est attendue/);
  assert.match((await city.get('/')).text, /accord de globalisation/);
  assert.equal((await sign(relay, id, house.buyer.organisation)).status, 404, 'a buyer who is here signs alone');
  assert.equal((await sign(city, id, house.buyer.organisation, '2026-12-01')).status, 422, 'not signed in the future');
  assert.equal((await sign(city, id, house.buyer.organisation)).status, 303);
  assert.equal(await signedOn(id), null);
  assert.equal((await sign(otherCity, id, house.otherBuyer.organisation, '2026-03-02')).status, 303);
  assert.equal(await signedOn(id), '2026-03-02');
  const page = await otherCity.get(`/globalisations/${id}`);
  assert.match(page.text, /En vigueur/);
  assert.match(page.text, /Métropole/, 'both buyers are named to each other');
  assert.match(page.text, /A signé un accord de globalisation/);
  assert.equal((await sign(city, id, house.buyer.organisation)).status, 422, 'nothing is signed twice');
});

test('a refusal says why to all; the terms change, and everybody is asked again', async () => {
  const id = await propose(relay, terms(lots[0], lots[1]));
  await sign(city, id, house.buyer.organisation);
  const door = `/globalisations/${id}/signer?pour=${house.otherBuyer.organisation}`;
  const bare = { signatory: house.otherBuyer.organisation, version: '1', reason: '' };
  const without = await otherCity.submit(`/globalisations/${id}/refuser`, bare, { on: door });
  assert.equal(without.status, 422);
  assert.match(without.text, /Dites pourquoi/);
  const refused = await otherCity.submit(
    `/globalisations/${id}/refuser`,
    { ...bare, reason: 'Dates trop longues' },
    { on: door },
  );
  assert.equal(refused.status, 303, refused.text);
  assert.match((await relay.get(`/globalisations/${id}`)).text, /Dates trop longues/);
  const edited = await send(relay, `/globalisations/${id}/modifier`, {
    ...terms(lots[0], lots[1]),
    version: '1',
    untilDay: '2026-06-30',
    companySignedOn: '',
  });
  assert.equal(edited.status, 303, edited.text);
  assert.deepEqual(
    [...(await signatures(id)).values()],
    [
      ['waiting', null],
      ['waiting', null],
      ['waiting', null],
    ],
  );
  const stale = await sign(otherCity, id, house.otherBuyer.organisation, '2026-02-10', '1');
  assert.equal(stale.status, 409, 'terms that changed are not signed unseen');
  assert.match(stale.text, /a changé pendant votre lecture/);
  const conflict = await send(relay, `/globalisations/${id}/modifier`, { ...terms(lots[0], lots[1]), version: '1' });
  assert.equal(conflict.status, 409);
  assert.match(conflict.text, /La sienne/);
});

test('the company asks from its own page, whoever buys; it signs by asking', async () => {
  const page = await company.get('/globalisations/nouveau');
  assert.equal(page.status, 200);
  assert.match(page.text, /Signé par vous le/);
  const id = await propose(company, { ...terms(lots[0], lots[2]), companySignedOn: '' });
  assert.deepEqual((await signatures(id)).get(house.company.organisation), ['signed', '2026-11-18']);
  assert.equal((await sign(city, id, house.buyer.organisation, '2026-11-18')).status, 303);
  assert.equal(await signedOn(id), '2026-11-18');
  const back = await city.submit(`/globalisations/${id}/revenir`, {}, { on: `/globalisations/${id}` });
  assert.equal(back.status, 303, back.text);
  assert.equal(await signedOn(id), null);
});

test('a buyer nobody works for here signs by the paper its facilitator holds', async () => {
  const absent = await house.world.anOrganisation('buyer', { name: 'Syndicat des eaux' });
  const theirs = await aLotOf(absent, 1);
  const id = await propose(relay, terms(lots[0], theirs));
  assert.match((await relay.get(`/globalisations/${id}`)).text, /Pas encore présente dans Guichet/);
  assert.equal((await sign(company, id, absent)).status, 404, 'the company does not sign for a buyer');
  assert.equal((await sign(relay, id, absent)).status, 303);
  assert.match((await relay.get(`/globalisations/${id}`)).text, /d’après le document signé/);
});

test('lots of one company, two at least, hers to bind, from a day to a later one', async () => {
  const other = await house.world.anOrganisation('company', { name: 'Peinture' });
  const foreign = await house.thread.aLot({ market: lots[0].market, number: 9 });
  await house.thread.aParty(foreign, other);
  const elsewhere = await house.thread.aMarket({
    keeper: house.stranger.organisation,
    buyer: house.otherBuyer.organisation,
  });
  const hidden = await house.thread.aLot({ market: elsewhere });
  await house.thread.aParty(hidden, house.company.organisation);
  const tries: [Record<string, string>, RegExp][] = [
    [terms(lots[0]), /Cochez au moins deux lots/],
    [terms(lots[0], foreign), /n’est pas tenu par cette entreprise/],
    [terms(lots[0], hidden), /n’est pas tenu par cette entreprise/],
    [{ ...terms(lots[0], lots[1]), untilDay: '2026-01-31' }, /finirait avant de commencer/],
    [{ ...terms(lots[0], lots[1]), companySignedOn: '2027-01-01' }, /jour à venir/],
    [{ ...terms(lots[0], lots[1]), reason: '' }, /Dites pourquoi/],
    [{ ...terms(lots[0], lots[1]), fromDay: 'demain' }, /Indiquez le premier jour/],
  ];
  for (const [fields, sentence] of tries) {
    const sent = await send(
      relay,
      '/globalisations/nouveau',
      fields,
      `/globalisations/nouveau?entreprise=${house.company.organisation}`,
    );
    assert.equal(sent.status, 422, JSON.stringify(fields));
    assert.match(sent.text, sentence);
    assert.match(sent.text, /value="2026-1?2-31"|value="2026-01-31"/, 'what was typed is kept');
  }
});

test('an amendment waits beside the agreement, then takes over from its first day', async () => {
  const id = await propose(relay, terms(lots[0], lots[2]));
  await sign(city, id, house.buyer.organisation);
  const path = `/globalisations/${id}/avenant`;
  const amended = { ...terms(lots[0], lots[2]), fromDay: '2026-09-01', untilDay: '2027-06-30', reason: 'Prolongation' };
  const sent = await send(relay, path, amended);
  assert.equal(sent.status, 303, sent.text);
  const later = (sent.location ?? '').split('/').at(-1) ?? '';
  assert.match((await relay.get(`/globalisations/${id}`)).text, /En vigueur/);
  const twice = await send(relay, path, amended);
  assert.equal(twice.status, 422);
  assert.match(twice.text, /attend déjà ses signatures/);
  await sign(city, later, house.buyer.organisation, '2026-08-20');
  const cut = await house.admin.query('select ended_on::text from globalisation where id = $1', [id]);
  assert.equal(cut.rows[0].ended_on, '2026-08-31');
  assert.match((await relay.get(`/globalisations/${later}`)).text, /Avenant à l’/);
});

test('ended early with its reason, and back again; a proposal is withdrawn and put back', async () => {
  const id = await propose(relay, terms(lots[0], lots[2]));
  const withdrawn = await relay.submit(`/globalisations/${id}/retirer`, {}, { on: `/globalisations/${id}` });
  assert.equal(withdrawn.status, 303, withdrawn.text);
  assert.equal((await sign(city, id, house.buyer.organisation)).status, 422);
  assert.equal((await city.submit(`/globalisations/${id}/remettre`, {}, { on: `/globalisations/${id}` })).status, 404);
  await relay.submit(`/globalisations/${id}/remettre`, {}, { on: `/globalisations/${id}` });
  await sign(city, id, house.buyer.organisation);
  const door = `/globalisations/${id}/terme`;
  const { version } = (await house.admin.query('select version from globalisation where id = $1', [id])).rows[0];
  const fields = { version: String(version), endedOn: '2026-12-31', reason: 'Un des marchés est fini' };
  const outside = await city.submit(door, fields);
  assert.equal(outside.status, 422);
  assert.match(outside.text, /entre le début de l’accord et sa fin prévue/);
  const ended = await city.submit(door, { ...fields, endedOn: '2026-10-31' });
  assert.equal(ended.status, 303, ended.text);
  assert.match((await company.get('/globalisations?vue=termines')).text, /31\/10\/2026/);
  const back = await city.submit(`/globalisations/${id}/retablir`, {}, { on: `/globalisations/${id}` });
  assert.equal(back.status, 303, back.text);
  assert.match((await company.get(`/globalisations/${id}`)).text, /En vigueur/);
});

test('the signed paper is read by each side, by nobody else', async () => {
  const id = await propose(relay, terms(lots[0], lots[1]));
  const key = /name="cle" value="([^"]+)"/u.exec((await relay.get(`/globalisations/${id}`)).text)?.[1] ?? '';
  const body = new FormData();
  body.set('cle', key);
  body.set('file', new File(['%PDF-1.4 accord'], 'accord signé.pdf', { type: 'application/pdf' }));
  const sent = await house.app.request(`http://localhost:3000/globalisations/${id}/documents`, {
    method: 'POST',
    headers: { origin: 'http://localhost:3000', cookie: `guichet=${house.facilitator.session}` },
    body,
  });
  assert.equal(sent.status, 303, await sent.text());
  const document = (await house.admin.query('select id from document where globalisation_id = $1', [id])).rows[0].id;
  for (const side of [relay, city, otherCity, company]) {
    assert.equal((await side.get(`/documents/${document}`)).status, 200);
    assert.match((await side.get(`/globalisations/${id}`)).text, /accord signé\.pdf/);
  }
  for (const path of [`/documents/${document}`, `/globalisations/${id}`, `/globalisations/${id}/signer`]) {
    assert.equal((await stranger.get(path)).status, 404, path);
  }
  assert.doesNotMatch((await stranger.get('/globalisations?vue=a-signer')).text, /Bâtir/);
});
