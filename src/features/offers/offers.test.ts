/** Job sheets by account, by link and by the facilitator; the spread; the prescriber's answer; who sees what. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { runJob } from '#http/job.ts';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { PlacementWorld, Recruiting } from '#tests/world-placements.ts';
import { createPlacementWorld } from '#tests/world-placements.ts';
import { offerJobs } from './jobs.ts';
import { offerLinkRoutes, offerRoutes } from './routes.ts';

let house: TestHouse;
let app: App;
let world: PlacementWorld;
let here: Recruiting;

before(async () => {
  house = await testHouse();
  app = mount(house.house, [...offerLinkRoutes, ...offerRoutes]);
  world = createPlacementWorld(house);
});
beforeEach(async () => {
  here = await world.aRecruitment();
  await house.admin.query('delete from outbox');
  await house.admin.query('delete from throttle');
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

const sheet = {
  trade: 'Maçonnerie (F1703)',
  title: '',
  posts: '2',
  commune: 'Nantes',
  departmentCode: '44',
  startsOn: '2026-12-14',
  endsOn: '2027-06-30',
  weeklyMinutes: '35',
  contractTypes: 'CDD',
  licence: 'B',
  ppeProvided: 'oui',
  closesOn: '2026-12-10',
};

async function one(text: string, values: unknown[] = []) {
  return (await house.admin.query(text, values)).rows[0];
}

async function offerRow(id: string) {
  return one('select * from job_offer where id = $1', [id]);
}

test('a company writes a sheet by its account: lot, trade, days; it is open, in the journal, and led by the facilitator', async () => {
  const visitor = visit(app, here.company);
  const sent = await visitor.submit('/besoins/nouveau', { party: here.party, ...sheet });
  assert.equal(sent.status, 303, sent.text);
  const row = await offerRow((sent.location ?? '').split('/').at(-1) ?? '');
  assert.deepEqual(
    [row.title, row.rome_code, row.posts, row.state, row.asked_via, row.facilitator_id, row.weekly_minutes],
    ['Maçonnerie', 'F1703', 2, 'open', 'account', here.facilitator.organisation, 2100],
  );
  const page = await visitor.get(sent.location ?? '');
  assert.match(page.text, /Diffuser le poste aux prescripteurs/);
  const events = await one(`select count(*) from audit_event where action = 'offer.created' and subject_id = $1`, [
    row.id,
  ]);
  assert.equal(Number(events.count), 1);
});

test('what is wrong is said beside its field, and what was typed is kept', async () => {
  const visitor = visit(app, here.company);
  const wrong = {
    party: here.party,
    ...sheet,
    trade: 'dresseur de licornes',
    commune: 'Rezé',
    closesOn: '',
    contractTypes: '',
    posts: '0',
    departmentCode: '4X',
  };
  const sent = await visitor.submit('/besoins/nouveau', wrong);
  assert.equal(sent.status, 422);
  for (const words of [
    /n’est pas reconnu/,
    /proposer des personnes/,
    /type de contrat/,
    /de 1 à 500/,
    /par son numéro/,
  ]) {
    assert.match(sent.text, words);
  }
  assert.match(sent.text, /value="Rezé"/);
  const order = await visitor.submit('/besoins/nouveau', { party: here.party, ...sheet, endsOn: '2026-12-01' });
  assert.match(order.text, /avant son début/);
  const past = await visitor.submit('/besoins/nouveau', { party: here.party, ...sheet, closesOn: '2026-11-17' });
  assert.match(past.text, /date limite est passée/);
  const nir = await visitor.submit('/besoins/nouveau', {
    party: here.party,
    ...sheet,
    requirements: '2 84 05 75 123 456 12',
  });
  assert.equal(nir.status, 422);
});

test('by its declaration link a company asks without account, copies the last sheet, and sees its requests', async () => {
  const link = `/declarer/${await world.aDeclarationLink(here.company.organisation, here.party)}`;
  const visitor = visit(app);
  const form = await visitor.get(`${link}/postes/nouveau?copie=oui`);
  assert.match(form.text, /Repris de «\u00A0Maçon de chantier\u00A0»/);
  assert.match(form.text, /value="Maçonnerie \(F1703\)"/);
  const sent = await visitor.submit(`${link}/postes/nouveau`, sheet);
  assert.equal(sent.status, 303, sent.text);
  assert.equal(
    (await one(`select count(*) from job_offer where asked_via = 'link' and lot_id = $1`, [here.lot])).count,
    1,
  );
  assert.match((await visitor.get(sent.location ?? '')).text, /Le poste est ouvert/);
  const dead = await world.aDeclarationLink(here.company.organisation, here.party, { days: -1 });
  assert.match((await visitor.get(`/declarer/${dead}/postes`)).location ?? '', /^\/declarer\/nouveau-lien\//);
});

test('a link moves the sheets of its own lot only, and reads no other', async () => {
  const other = await world.aLot({ market: here.market, number: 9, title: 'Autre lot' });
  await world.aParty(other, here.company.organisation);
  await world.anAssignment(other, here.facilitator.organisation);
  const facilitator = here.facilitator.organisation;
  const elsewhere = await world.anOffer(other, { facilitator, company: here.company.organisation, title: 'Ailleurs' });
  const link = `/declarer/${await world.aDeclarationLink(here.company.organisation, here.party)}`;
  const visitor = visit(app);
  assert.doesNotMatch((await visitor.get(`${link}/postes`)).text, /Ailleurs/);
  const fields = { id: elsewhere, version: '1', to: 'cancelled', reason: 'x' };
  const sent = await visitor.submit(`${link}/postes/etat`, fields, { on: `${link}/postes` });
  assert.equal(sent.status, 404);
  const own = await visitor.submit(
    `${link}/postes/etat`,
    { id: here.offer, version: '1', to: 'cancelled', reason: 'Chantier arrêté' },
    { on: `${link}/postes` },
  );
  assert.equal(own.status, 303, own.text);
  const row = await offerRow(here.offer);
  assert.deepEqual([row.state, row.reason], ['cancelled', 'Chantier arrêté']);
});

test('the facilitator writes it for the company; another structure finds nothing', async () => {
  const sent = await visit(app, here.facilitator).submit('/besoins/nouveau', { party: here.party, ...sheet });
  assert.equal(sent.status, 303, sent.text);
  const stranger = await world.aRecruitment();
  const refused = await visit(app, stranger.facilitator).submit('/besoins/nouveau', { party: here.party, ...sheet });
  assert.equal(refused.status, 422);
  for (const person of [stranger.facilitator, stranger.company, stranger.prescriber, here.buyer]) {
    const { status } = await visit(app, person).get(`/besoins/${here.offer}`);
    assert.ok(status === 404 || status === 403, String(status));
    assert.doesNotMatch((await visit(app, person).get('/besoins')).text, new RegExp(here.offer));
  }
});

test('a withdrawal needs its reason; a sheet taken up again keeps its history; two people conflict', async () => {
  const visitor = visit(app, here.company);
  const path = `/besoins/${here.offer}`;
  const without = await visitor.submit(`${path}/etat`, { version: '1', to: 'cancelled', reason: '' }, { on: path });
  assert.equal(without.status, 422);
  assert.equal(
    (await visitor.submit(`${path}/etat`, { version: '1', to: 'closed', reason: '' }, { on: path })).status,
    303,
  );
  const stale = await visitor.submit(`${path}/etat`, { version: '1', to: 'open', reason: 'Encore' }, { on: path });
  assert.equal(stale.status, 409);
  const opened = await visitor.submit(`${path}/etat`, { version: '2', to: 'open', reason: 'Encore' }, { on: path });
  assert.equal(opened.status, 303, opened.text);
  const late = await visitor.submit(`${path}/modifier`, { ...sheet, version: '1', commune: 'Rezé' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Rezé/);
  assert.match(late.text, /Garder la mienne/);
  assert.equal((await visitor.submit(`${path}/modifier`, { ...sheet, version: '3', commune: 'Rezé' })).status, 303);
});

test('the prescribers of a territory are chosen once, then ticked at each spread; each gets a letter without a name', async () => {
  const facilitator = visit(app, here.facilitator);
  const prescriber = here.prescriber.organisation;
  const chosen = await facilitator.submit('/besoins/prescripteurs', { departmentCode: '44', prescribers: prescriber });
  assert.equal(chosen.status, 303, chosen.text);
  const page = await facilitator.get(`/besoins/${here.offer}/diffuser`);
  assert.match(page.text, new RegExp(`value="${prescriber}" checked`));
  const none = await facilitator.submit(`/besoins/${here.offer}/diffuser`, {});
  assert.match(none.text, /au moins un prescripteur/);
  const sent = await facilitator.submit(`/besoins/${here.offer}/diffuser`, { prescribers: prescriber });
  assert.equal(sent.status, 303, sent.text);
  const stranger = await facilitator.submit(`/besoins/${here.offer}/diffuser`, {
    prescribers: here.buyer.organisation,
  });
  assert.equal(stranger.status, 422);
  const letters = await house.admin.query('select template, parameters from outbox');
  assert.deepEqual(letters.rows, [{ template: 'need-spread', parameters: { need: here.need } }]);
  assert.notEqual((await offerRow(here.offer)).spread_at, null);
  assert.doesNotMatch((await visit(app, here.company).get(`/besoins/${here.offer}`)).text, /Mission locale/);
});

test('a prescriber sees the posts it was told of, the nearest to its people first, and answers', async () => {
  await world.aReferredPerson(here.facilitator.organisation, here.prescriber.organisation, { commune: 'Nantes' });
  const far = await world.anOffer(here, {
    facilitator: here.facilitator.organisation,
    company: here.company.organisation,
    title: 'Loin',
    commune: 'Laval',
    closesOn: '2026-12-01',
  });
  await house.admin.query(`update job_offer set department_code = '53' where id = $1`, [far]);
  const facilitator = here.facilitator.organisation;
  await world.aRecipient(far, { facilitator, prescriber: here.prescriber.organisation });
  const visitor = visit(app, here.prescriber);
  const { text } = await visitor.get('/postes');
  assert.match(text, /Maçon de chantier.*même commune que 1\u00A0personne.*Loin/s);
  const sent = await visitor.submit(
    `/postes/${here.offer}/reponse`,
    { answer: 'someone', people: '3' },
    { on: `/postes/${here.offer}` },
  );
  assert.equal(sent.status, 303, sent.text);
  assert.equal((await one('select people from offer_recipient where id = $1', [here.need])).people, 3);
  const stranger = await world.aRecruitment();
  assert.equal((await visit(app, stranger.prescriber).get(`/postes/${here.offer}`)).status, 404);
});

test('each morning a post whose last day has passed is closed; its last day is in time', async () => {
  const place = { facilitator: here.facilitator.organisation, company: here.company.organisation };
  const today = await world.anOffer(here, { ...place, closesOn: '2026-11-18' });
  const past = await world.anOffer(here, { ...place, closesOn: '2026-11-17' });
  const [close] = offerJobs;
  assert.ok(close);
  await runJob(house.house, close);
  assert.equal((await offerRow(today)).state, 'open');
  assert.equal((await offerRow(past)).state, 'closed');
});

test('each referent of a prescriber of the list is written to; one without address is named and stops nobody', async () => {
  const visitor = visit(app, here.facilitator);
  const holder = here.facilitator.organisation;
  const mute = await house.world.anOrganisation('prescriber', { name: 'Service sans adresse' });
  const far = await house.world.anOrganisation('prescriber', { name: 'Chez une autre structure' });
  await house.admin.query("update organisation set email = '' where id = $1", [mute]);
  await house.admin.query("insert into prescriber_partner (holder_id, prescriber_id, kind) values ($1, $2, 'CCAS')", [
    holder,
    mute,
  ]);
  const page = await visitor.get(`/besoins/${here.offer}/diffuser`);
  assert.match(page.text, /Service sans adresse/);
  assert.doesNotMatch(page.text, /Chez une autre structure/);
  const foreign = await visitor.submit(`/besoins/${here.offer}/diffuser`, { prescribers: far });
  assert.equal(foreign.status, 422);
  const prescriber = here.prescriber.organisation;
  for (const [email, ended] of [
    ['une@mission.test', null],
    ['deux@mission.test', null],
    ['partie@mission.test', house.clock.now()],
  ]) {
    await house.admin.query(
      "insert into referent (prescriber_id, added_by, name, email, ended_at) values ($1, $2, 'Anne', $3, $4)",
      [prescriber, holder, email, ended],
    );
  }
  await house.admin.query('delete from outbox');
  const nobody = await visitor.submit(`/besoins/${here.offer}/diffuser`, { prescribers: mute });
  assert.match(nobody.text, /Service sans adresse.*Ajoutez un référent/s);
  const door = `/besoins/${here.offer}/diffuser`;
  const sent = await visitor.submit(door, { prescribers: prescriber }, { fields: [['prescribers', mute]] });
  assert.equal(sent.status, 303, sent.text);
  const letters = await house.admin.query('select recipient from outbox order by 1');
  assert.deepEqual(letters.rows, [{ recipient: 'deux@mission.test' }, { recipient: 'une@mission.test' }]);
  const said = await house.admin.query("select message from notice where message like '%Sans adresse, à appeler%'");
  assert.match(said.rows[0]?.message, /un prescripteur\..*Service sans adresse/);
});
