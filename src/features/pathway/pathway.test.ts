/** The way of a person through its doors: the picture, what follows, skills, evaluations, meetings. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { runJob } from '#http/job.ts';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { PathwayWorld } from '#tests/world-pathway.ts';
import { createPathwayWorld } from '#tests/world-pathway.ts';
import type { Thread } from '#tests/world-thread.ts';
import type { Person } from '#tests/world.ts';
import { announceEndings } from './announce.ts';
import { pathwayRoutes } from './routes.ts';

let house: MarketHouse;
let pathway: PathwayWorld;
let thread: Thread;
let mission: Person;
let walk: { person: string; contract: string; holder: string };

before(async () => {
  house = await marketHouse(pathwayRoutes);
  pathway = createPathwayWorld(house);
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});
beforeEach(async () => {
  thread = await house.thread.aThread();
  walk = { ...thread.workers[0], holder: thread.facilitator.organisation };
  const prescriber = await house.world.anOrganisation('prescriber', { name: 'Mission locale des Rives' });
  mission = await house.world.aMember(prescriber, 'prescriber.user');
  await pathway.prescribed(walk.person, prescriber);
  await house.admin.query("update employment_contract set planned_end_on = '2026-12-28' where id = $1", [
    walk.contract,
  ]);
});

function as(person: Person) {
  return visit(house.app, person);
}

async function count(table: string): Promise<number> {
  const found = await house.admin.query(`select from ${table} where person_id = $1`, [walk.person]);
  return found.rowCount ?? 0;
}

async function outbox(): Promise<{ template: string; recipient: string; parameters: unknown }[]> {
  const found = await house.admin.query(
    'select template, recipient, parameters from outbox where organisation_id = $1',
    [mission.organisation],
  );
  return found.rows;
}

function announce() {
  return runJob(house.house, {
    name: 'pathway.announce',
    permission: 'pathway.follow',
    run: async (job) => void (await job.transaction(announceEndings)),
  });
}

test('the picture tells contracts, gaps, employers and buyers, and its table the same', async () => {
  const other = await house.thread.aThread();
  await house.thread.anAssignment(other, thread.facilitator.organisation, { role: 'contributor' });
  const second = await house.thread.aContract(other, {
    person: walk.person,
    holder: walk.holder,
    company: other.company.organisation,
    startsOn: '2025-06-02',
    state: 'ended',
  });
  await house.admin.query(
    "update employment_contract set ended_on = '2025-11-30', end_reason = 'term', planned_end_on = '2025-11-30' where id = $1",
    [second],
  );
  const declaration = await house.thread.aDeclaration(other, {
    company: other.company.organisation,
    month: '2025-09',
    state: 'validated',
  });
  await house.thread.anEntry({ declaration, contract: second, hours: 120, state: 'validated' });
  const { text } = await as(thread.facilitator).get(`/personnes/${walk.person}/parcours`);
  assert.match(text, /<svg class="spans" role="img" aria-label="Contrats de la personne/);
  assert.match(text, /1\u00A0interruption, 35\u00A0jours sans contrat/);
  assert.match(text, /35\u00A0j</);
  assert.match(text, /<td class="end">120\u00A0h<\/td>/);
  assert.match(text, /Voir les données/);
  assert.match(text, /data-print/);
  const read = await house.admin.query(
    "select from audit_event where action = 'person.read' and subject_id = $1 and account_id = $2",
    [walk.person, thread.facilitator.account],
  );
  assert.equal(read.rowCount, 1);
});

test('six weeks before the end: the work list, the page, a proposal, and it leaves the list', async () => {
  const desk = as(thread.facilitator);
  assert.match((await desk.get('/')).text, /1\u00A0contrat se termine bientôt/);
  assert.match((await desk.get('/suites')).text, /Darrieux Amadou/);
  const path = `/contrats/${walk.contract}/proposer-une-suite`;
  assert.match((await desk.submit(path, { step: '', lot: '' })).text, /Choisissez ce qui est proposé/);
  assert.match((await desk.submit(path, { step: 'other-lot', lot: '' })).text, /Choisissez le lot/);
  assert.equal((await desk.submit(path, { step: 'other-lot', lot: thread.lot, words: 'Même métier' })).status, 303);
  assert.doesNotMatch((await desk.get('/suites')).text, /Darrieux/);
  assert.match((await desk.get('/suites?vue=proposees')).text, /Contrat sur un autre lot/);
  assert.doesNotMatch((await desk.get('/')).text, /se termine bientôt/);
  const again = await desk.submit(path, { step: 'renewal' }, { on: '/visites/terrain' });
  assert.notEqual(again.status, 303);
  assert.equal((await desk.submit(`${path}/retirer`, {}, { on: path })).status, 303);
  assert.match((await desk.get('/suites')).text, /Darrieux/);
});

test('a day before the notice nothing is said; what the structure sets replaces the six weeks', async () => {
  await house.admin.query("update employment_contract set planned_end_on = '2026-12-31' where id = $1", [
    walk.contract,
  ]);
  const desk = as(thread.facilitator);
  assert.doesNotMatch((await desk.get('/suites')).text, /Darrieux/);
  await house.admin.query(
    `insert into counting_setting (organisation_id, code, value, from_day, source)
     values ($1, 'next-contract-days', '56', '2026-01-01', 'Réunion d’équipe')`,
    [walk.holder],
  );
  assert.match((await desk.get('/suites')).text, /8 semaines/);
  assert.match((await desk.get('/suites')).text, /Darrieux/);
});

test('the prescriber is told once, without a name, and finds who in one click', async () => {
  assert.match((await as(mission).get('/')).text, /1\u00A0contrat se termine bientôt/);
  await announce();
  await announce();
  assert.deepEqual(
    (await outbox()).map(({ template, parameters }) => [template, parameters]),
    [['contract-ending', {}]],
  );
  await house.admin.query("update employment_contract set planned_end_on = '2026-12-29' where id = $1", [
    walk.contract,
  ]);
  await announce();
  assert.equal((await outbox()).length, 2);
  const { text } = await as(mission).get('/suites');
  assert.match(text, /Darrieux Amadou/);
  assert.match(text, /Bâtir Ouest/);
  assert.match((await as(thread.facilitator).get('/suites')).text, /prévenu le 18\/11\/2026/);
});

test('a prescriber reads nobody but those it sent', async () => {
  const [, other] = thread.workers;
  assert.equal((await as(mission).get(`/personnes/${other.person}/partage`)).status, 404);
  assert.doesNotMatch((await as(mission).get('/suites')).text, /Marchand/);
  const stranger = await house.world.aMember(await house.world.anOrganisation('prescriber'), 'prescriber.user');
  assert.equal((await as(stranger).get(`/personnes/${walk.person}/partage`)).status, 404);
  assert.match((await as(stranger).get('/suites')).text, /Aucune personne en contrat/);
  await pathway.prescribed(other.person, thread.company.organisation);
  assert.equal((await as(thread.company).get('/suites')).status, 403);
});

test('skills: added with level and place, printed, taken out and put back', async () => {
  const desk = as(thread.facilitator);
  const path = `/personnes/${walk.person}/competences`;
  assert.match((await desk.submit(path, { label: '', level: 'alone' })).text, /Écrivez la compétence/);
  const skill = { label: 'Lire un plan', level: 'alone', contract: walk.contract, place: '', seenOn: '2026-11-10' };
  assert.match((await desk.submit(path, { ...skill, seenOn: '2026-11-19' })).text, /dans le futur/);
  assert.equal((await desk.submit(path, skill)).status, 303);
  const { text } = await desk.get(path);
  assert.match(text, /Lire un plan/);
  assert.match(text, /En autonomie/);
  assert.match(text, /Bâtir Ouest/);
  const found = await house.admin.query('select id from skill where person_id = $1', [walk.person]);
  const id = found.rows[0].id;
  assert.equal((await desk.submit(`/competences/${id}/retirer`, {}, { on: path })).status, 303);
  assert.doesNotMatch((await desk.get(path)).text, /<th[^>]*>Lire un plan/);
  assert.equal((await desk.submit(`/competences/${id}/remettre`, {}, { on: path })).status, 303);
  assert.match((await desk.get(path)).text, /Lire un plan/);
});

test('the company evaluates her employee at work, the structure reads it beside its own', async () => {
  const path = `/contrats/${walk.contract}/evaluations`;
  const empty = await as(thread.company).submit(path, { evaluatedOn: '2026-11-10' });
  assert.match(empty.text, /Choisissez au moins un degré/);
  const early = await as(thread.company).submit(path, { evaluatedOn: '2026-01-01', safety: '3' });
  assert.match(early.text, /précède le début/);
  assert.equal((await as(thread.company).submit(path, { evaluatedOn: '2026-11-10', safety: '3' })).status, 303);
  assert.equal((await as(thread.facilitator).submit(path, { evaluatedOn: '2026-11-12', safety: '4' })).status, 303);
  const { text } = await as(thread.facilitator).get(path);
  assert.match(text, /Respecte la sécurité<\/th><td>Acquis<\/td><td>Point fort/);
  assert.equal(await count('work_evaluation'), 2);
  assert.equal((await as(house.company).get(path)).status, 404);
  assert.match((await as(mission).get(`/personnes/${walk.person}/partage`)).text, /Point fort/);
});

test('a tripartite report: three at the table, read by company and prescriber, changed with its conflict', async () => {
  const desk = as(thread.facilitator);
  const path = `/contrats/${walk.contract}/bilans`;
  const report = { heldOn: '2026-11-10', said: 'Bonne prise de poste.\nÀ l’heure.', agreed: '', nextOn: '' };
  assert.match((await desk.submit(path, { ...report, present: 'facilitator' })).text, /Cochez qui était présent/);
  assert.match((await desk.submit(path, { ...report, said: ' ', present: 'person' })).text, /ce qui a été dit/);
  const sent = await submitList(path, { ...report, present: ['person', 'company', 'facilitator'] });
  assert.equal(sent.status, 303);
  const id = String(sent.headers.get('location')).replace('/bilans/', '');
  for (const someone of [thread.facilitator, thread.company, mission]) {
    const { status, text } = await as(someone).get(`/bilans/${id}`);
    assert.equal(status, 200);
    assert.match(text, /Bonne prise de poste/);
  }
  for (const stranger of [house.stranger, house.company]) {
    assert.equal((await as(stranger).get(`/bilans/${id}`)).status, 404);
  }
  const door = `/bilans/${id}/modifier`;
  const edit = (said: string) => submitList(door, { ...report, said, version: '1', present: ['person', 'prescriber'] });
  assert.equal((await edit('Poste tenu.')).status, 303);
  const conflict = await edit('Poste quitté.');
  assert.equal(conflict.status, 409);
  const text = await conflict.text();
  assert.match(text, /Poste tenu/);
  assert.match(text, /Poste quitté/);
});

/** A form with several boxes ticked under one name. */
async function submitList(path: string, fields: Record<string, string | string[]>): Promise<Response> {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  const key = hiddenKey((await as(thread.facilitator).get(path)).text);
  return house.app.request(`http://localhost:3000${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie: `guichet=${thread.facilitator.session}`,
      origin: 'http://localhost:3000',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams([['cle', key], ...pairs]).toString(),
  });
}
