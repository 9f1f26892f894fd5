/** Publics of a market, test without a name, people not validated, settings and outlines, through their doors. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hiddenKey, visit } from '#tests/visitor.ts';
import { anImport } from '#tests/world-eligibility.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { Thread } from '#tests/world-thread.ts';
import type { Person } from '#tests/world.ts';
import { eligibilityRoutes } from './routes.ts';

let house: MarketHouse;
let thread: Thread;
let operator: Person;

before(async () => {
  house = await marketHouse(eligibilityRoutes);
  thread = await house.thread.aThread();
  operator = await house.world.aMember(await house.world.anOrganisation('operator'), 'operator.support');
});
after(() => house.close());

const rule = { effect: 'excluded', criterion: 'RSA', fromDay: '2026-01-01', source: 'CCAP, article 6.2' };
const publics = () => `/marches/${thread.market}/publics`;
const add = (fields: Record<string, string>, who: Person = thread.facilitator) =>
  visit(house.app, who).submit(publics(), { ...rule, ...fields });
const live = async () =>
  (
    await house.admin.query(
      'select id, effect, criterion from market_eligibility_rule where market_id = $1 and removed_at is null',
      [thread.market],
    )
  ).rows;

test('a market leaves a public out, adds a profile, asks a share; companies read the plain list alone', async () => {
  assert.equal((await add({})).status, 303);
  assert.equal((await add({ effect: 'added', label: 'Jeunes diplômés' }, thread.buyer)).status, 303);
  assert.equal((await add({ effect: 'quota', criterion: 'SENIOR', share: '30' })).status, 303);
  const own = await visit(house.app, thread.facilitator).get(publics());
  assert.match(own.text, /N’admet pas\u00a0: Bénéficiaire du RSA/);
  assert.match(own.text, /30\u00a0% des heures/);
  const company = await visit(house.app, thread.company).get(publics());
  assert.equal(company.status, 200);
  assert.match(company.text, /Jeunes diplômés/);
  assert.doesNotMatch(company.text, /RSA|CCAP|Ajouter|30\u00a0%/);
  assert.equal((await visit(house.app, house.stranger).get(publics())).status, 404);
});

for (const [what, fields, says] of [
  ['a share without a figure', { effect: 'quota', criterion: 'ASS' }, /part des heures/],
  ['a share over what is left', { effect: 'quota', criterion: 'ASS', share: '71' }, /dépassent 100/],
  ['a public nobody knows', { criterion: 'INCONNU' }, /Choisissez un public/],
  ['an end before its start', { criterion: 'ASS', untilDay: '2025-12-31' }, /La fin vient avant/],
  ['no source', { source: '' }, /Indiquez la pièce qui le dit/],
] as const) {
  test(`${what} is refused with a sentence and nothing is kept`, async () => {
    const count = (await live()).length;
    const sent = await add(fields);
    assert.equal(sent.status, 422);
    assert.match(sent.text, says);
    assert.equal((await live()).length, count);
  });
}

test('a rule is heard by the wizard, removed, and put back', async () => {
  const holder = thread.facilitator.organisation;
  const person = await house.thread.aFollowedPerson(holder, { eligible: null });
  await house.thread.aContract(thread, { person, holder, company: thread.company.organisation });
  const visitor = visit(house.app, thread.facilitator);
  const path = `/personnes/${person}/eligibilite`;
  const excluded = await visitor.get(path);
  assert.match(excluded.text, /RSA, ou ayant droit \(ce marché ne l’admet pas\)/);
  assert.match(excluded.text, /Jeunes diplômés/);
  const fields = {
    situation: 'RSA',
    'date-RSA': '2026-01-02',
    fromDay: '2026-01-05',
    type: 'CDD',
    courante: '',
    verdict: 'eligible',
  };
  assert.equal((await visitor.submit(path, fields)).status, 422);
  const id = (await live()).find(({ effect }) => effect === 'excluded')?.id;
  assert.equal((await visitor.submit(`/publics/${id}/retirer`, {}, { on: publics() })).status, 303);
  assert.equal((await visitor.submit(path, fields)).status, 303);
  assert.equal((await visitor.submit(`/publics/${id}/remettre`, {}, { on: publics() })).status, 303);
  assert.equal((await visitor.submit(`/publics/${id}/remettre`, {}, { on: publics() })).status, 409);
});

test('H9: someone nobody validated is listed on the market with her hours, which count for zero', async () => {
  const holder = thread.facilitator.organisation;
  const person = await house.thread.aFollowedPerson(holder, { family: 'Sans-Decision', eligible: null });
  const contract = await house.thread.aContract(thread, { person, holder, company: thread.company.organisation });
  const declaration = await house.thread.aDeclaration(thread, {
    company: thread.company.organisation,
    month: '2026-09',
    state: 'submitted',
  });
  await house.thread.anEntry({ declaration, contract, hours: 35 });
  const visitor = visit(house.app, thread.facilitator);
  const market = await visitor.get(`/marches/${thread.market}`);
  assert.match(market.text, new RegExp(`/marches/${thread.market}/personnes-non-validees`));
  const list = await visitor.get(`/marches/${thread.market}/personnes-non-validees`);
  assert.match(list.text, /Sans-Decision/);
  assert.match(list.text, /35\u00a0h/);
  assert.match(list.text, /À décider/);
  assert.doesNotMatch(list.text, /Darrieux/);
  const reviewed = await visitor.get(`/heures/${declaration}`);
  assert.match(reviewed.text, /n’est pas validée\u00a0: ses heures sont listées et comptent pour zéro/);
  const page = await visitor.get(`/heures/${declaration}`);
  const version = /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '1';
  assert.equal(version, '1');
  const counted = await house.admin.query('select counted_minutes from hour_entry where contract_id = $1', [contract]);
  assert.deepEqual(counted.rows, [{ counted_minutes: 0 }]);
  for (const someone of [thread.buyer, thread.company]) {
    assert.equal((await visit(house.app, someone).get(`/marches/${thread.market}/personnes-non-validees`)).status, 403);
  }
});

test('testing without a name: three steps, the same rules, nothing stored', async () => {
  const prescriber = await house.world.aMember(await house.world.anOrganisation('prescriber'), 'prescriber.user');
  const visitor = visit(house.app, prescriber);
  assert.match((await visitor.get('/')).text, /href="\/tester-l-eligibilite"/);
  const counts = async () => {
    const found = await house.admin.query(
      'select (select count(*) from audit_event) as events, (select count(*) from idempotency) as keys, (select count(*) from eligibility) as decisions',
    );
    return found.rows[0];
  };
  const before = await counts();
  const shown = await visitor.submit('/tester-l-eligibilite', { situation: 'RSA' });
  assert.equal(shown.status, 200);
  assert.match(shown.text, /sans doute éligible/);
  assert.match(shown.text, /oui, dans toute structure d’insertion/);
  assert.deepEqual(await counts(), before);
  const poor = await visitor.submit('/tester-l-eligibilite', { situation: 'LONE_PARENT' });
  assert.match(poor.text, /aucun critère rempli/);
  assert.match(poor.text, /en AI et ETTI, il manque un critère/);
  assert.equal((await visitor.submit('/tester-l-eligibilite', {})).status, 422);
  assert.equal((await visit(house.app, thread.company).get('/tester-l-eligibilite')).status, 403);
});

test('a structure sets its own threshold from a day, and its decisions follow it', async () => {
  const admin = await house.world.aMember(thread.facilitator.organisation, 'facilitator.admin', { administers: true });
  const visitor = visit(house.app, admin);
  const path = '/organisation/eligibilite';
  const fields = { code: 'senior', value: 'plus de 50', fromDay: '2026-11-01', source: 'Convention du 12/03/2026' };
  assert.equal((await visitor.submit(path, { ...fields, value: '39' })).status, 422);
  assert.equal((await visitor.submit(path, fields)).status, 303);
  assert.equal((await visitor.submit(path, fields)).status, 422);
  assert.match((await visitor.get(path)).text, /plus de 50/);
  const holder = thread.facilitator.organisation;
  const person = await house.thread.aFollowedPerson(holder, { eligible: null });
  await house.admin.query("update person set birth_date = '1976-11-18' where id = $1", [person]);
  const sent = await visitor.submit(`/personnes/${person}/eligibilite`, {
    situation: 'REGISTERED',
    registeredSince: '2026-09-01',
    'date-REGISTERED': '2026-11-10',
    fromDay: '2026-11-18',
    type: 'CDD',
    courante: '',
    verdict: 'eligible',
  });
  assert.equal(sent.status, 422, 'P3: 50 the day is not more than 50');
});

const square = [
  [-1.56, 47.21],
  [-1.55, 47.21],
  [-1.55, 47.22],
  [-1.56, 47.21],
];

async function upload(text: string, more: Record<string, string> = {}) {
  const path = '/instance/quartiers';
  const body = new FormData();
  body.set('cle', hiddenKey((await visit(house.app, operator).get(path)).text));
  for (const [name, value] of Object.entries({ vintage: '2024', source: 'ANCT', ...more })) body.set(name, value);
  body.set('file', new File([text], 'qpv.geojson'));
  const headers = { cookie: `guichet=${operator.session}`, origin: 'http://localhost:3000' };
  const sent = await house.app.request(`http://localhost:3000${path}`, { method: 'POST', body, headers });
  return { status: sent.status, text: await sent.text(), location: sent.headers.get('location') ?? '' };
}

test('official outlines are read, looked at, applied for their vintage, and taken back', async () => {
  const former = await anImport(house.admin, { state: 'in-force' });
  const feature = {
    type: 'Feature',
    properties: { code_qp: 'QN04402M', lib_qp: 'Le Port' },
    geometry: { type: 'Polygon', coordinates: [square] },
  };
  const refused = await upload('{}');
  assert.equal(refused.status, 422);
  assert.match(refused.text, /GeoJSON/);
  const sent = await upload(JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
  assert.equal(sent.status, 303, sent.text.slice(0, 300));
  const visitor = visit(house.app, operator);
  const page = await visitor.get(sent.location);
  assert.match(page.text, /1\u00a0quartier ajouté, 1\u00a0retiré/);
  const states = async () =>
    (await house.admin.query('select id, state from district_import order by file_name')).rows.map(({ id, state }) => [
      id === former ? 'former' : 'new',
      state,
    ]);
  assert.equal((await visitor.submit(`${sent.location}/appliquer`, {}, { on: sent.location })).status, 303);
  assert.deepEqual(await states(), [
    ['former', 'replaced'],
    ['new', 'in-force'],
  ]);
  assert.equal((await visitor.submit(`${sent.location}/appliquer`, {}, { on: sent.location })).status, 422);
  assert.equal((await visitor.submit(`${sent.location}/retirer`, {}, { on: sent.location })).status, 303);
  assert.deepEqual(await states(), [
    ['former', 'in-force'],
    ['new', 'withdrawn'],
  ]);
  assert.deepEqual(house.failures, []);
});
