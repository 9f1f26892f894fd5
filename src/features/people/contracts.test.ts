/** Work contracts through their doors, and what the database itself lets a company read. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { Thread } from '#tests/world-thread.ts';
import { peopleRoutes } from './routes.ts';

let house: MarketHouse;
let thread: Thread;
let agency: Person;

before(async () => {
  house = await marketHouse(peopleRoutes);
  thread = await house.thread.aThread();
  agency = await house.world.aMember(
    await house.world.anOrganisation('inclusion', { name: 'ETTI Passerelle' }),
    'inclusion.user',
  );
  await house.thread.aParty(thread, agency.organisation, { role: 'inclusion' });
});
after(() => house.close());

const terms = {
  method: 'direct-hire',
  type: 'CDD',
  startsOn: '2026-03-02',
  plannedEndOn: '2026-12-31',
  weeklyMinutes: '35',
};

function visitor() {
  return visit(house.app, thread.facilitator);
}

async function aPerson(): Promise<string> {
  return house.thread.aFollowedPerson(thread.facilitator.organisation);
}

function fieldsFor(more: Record<string, string> = {}) {
  return { lot: thread.lot, companyId: thread.company.organisation, ...terms, ...more };
}

async function added(more: Record<string, string> = {}, person?: string): Promise<string> {
  const door = `/personnes/${person ?? (await aPerson())}/contrats/nouveau`;
  const sent = await visitor().submit(door, fieldsFor(more));
  assert.equal(sent.status, 303, sent.text);
  return String(sent.location).replace('/contrats/', '');
}

async function row(id: string) {
  const found = await house.admin.query(
    'select *, ended_on::text as last, planned_end_on::text as planned, starts_on::text as first from employment_contract where id = $1',
    [id],
  );
  return found.rows[0];
}

async function declare(contract: string, month: string) {
  const declaration = await house.thread.aDeclaration(thread, {
    company: thread.company.organisation,
    month,
    state: 'submitted',
  });
  await house.thread.anEntry({ declaration, contract, hours: 70 });
  return declaration;
}

test('a contract is recorded on a followed lot, begins in the state the calendar tells, and is shown on the person', async () => {
  const person = await aPerson();
  const id = await added({ job: 'Maçonne', romeCode: 'f1703' }, person);
  const kept = await row(id);
  assert.deepEqual(
    [kept.state, kept.employer_id, kept.rome_code, kept.weekly_minutes, kept.holder_id],
    ['active', thread.company.organisation, 'F1703', 2100, thread.facilitator.organisation],
  );
  const page = await visitor().get(`/personnes/${person}`);
  assert.match(page.text, /Maçonne/);
  assert.match(page.text, /Restauration collective des Tanneurs/);
});

test('a contract to come is planned', async () => {
  assert.equal((await row(await added({ startsOn: '2026-12-01', plannedEndOn: '' }))).state, 'planned');
});

test('a structure lends its employee to the company where she works', async () => {
  const id = await added({ method: 'secondment', type: 'CTT', employerId: agency.organisation });
  assert.equal((await row(id)).employer_id, agency.organisation);
  assert.match((await visitor().get(`/contrats/${id}`)).text, /ETTI Passerelle/);
});

for (const [what, more, says] of [
  ['a secondment by the company itself', { method: 'secondment' }, /Choisissez la structure qui l’emploie/],
  ['a direct hire by another employer', { employerId: 'agency' }, /emploie elle-même la personne/],
  ['a CDI with a term', { type: 'CDI' }, /n’a pas de terme/],
  ['an end before the start', { plannedEndOn: '2026-03-01' }, /Indiquez une fin plus tardive/],
  ['a trial beyond the term', { trialEndsOn: '2027-03-01' }, /La période d’essai finit pendant le contrat/],
  ['a former type', { type: 'CAE' }, /Choisissez le type de contrat/],
  ['61 hours a week', { weeklyMinutes: '61' }, /60\u00A0heures au plus/],
  ['a code that is not of the ROME', { romeCode: 'Z99' }, /une lettre et quatre chiffres/],
  ['a company that is not on the lot', { companyId: 'stranger' }, /Choisissez une valeur de la liste/],
] as const) {
  test(`${what} is refused with a sentence, and nothing is written`, async () => {
    const person = await aPerson();
    const named = { agency: agency.organisation, stranger: house.company.organisation };
    const fields = Object.fromEntries(
      Object.entries(more).map(([field, value]) => [field, named[value as keyof typeof named] ?? value]),
    );
    const sent = await visitor().submit(`/personnes/${person}/contrats/nouveau`, fieldsFor(fields));
    assert.equal(sent.status, 422);
    assert.match(sent.text, says);
    const written = await house.admin.query('select from employment_contract where person_id = $1', [person]);
    assert.equal(written.rowCount, 0);
  });
}

test('a lot the structure does not follow is as good as absent', async () => {
  const other = await house.thread.aThread();
  const door = `/personnes/${await aPerson()}/contrats/nouveau`;
  const sent = await visitor().submit(door, fieldsFor({ lot: other.lot, companyId: other.company.organisation }));
  assert.equal(sent.status, 404);
});

test('sending a new contract twice records it once', async () => {
  const person = await aPerson();
  const door = `/personnes/${person}/contrats/nouveau`;
  const one = visitor();
  const key = hiddenKey((await one.get(door)).text);
  const answers = await Promise.all([1, 2].map(() => one.submit(door, fieldsFor(), { key })));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  );
  const written = await house.admin.query('select from employment_contract where person_id = $1', [person]);
  assert.equal(written.rowCount, 1);
});

test('editing keeps the hours already declared inside the contract, and shows a conflict', async () => {
  const id = await added();
  await declare(id, '2026-04');
  const path = `/contrats/${id}/modifier`;
  const fields = { startsOn: '2026-03-02', plannedEndOn: '2026-12-31', weeklyMinutes: '35', version: '1' };
  const late = await visitor().submit(path, { ...fields, startsOn: '2026-05-01' });
  assert.equal(late.status, 422);
  assert.match(late.text, /avril 2026/);
  const early = await visitor().submit(path, { ...fields, plannedEndOn: '2026-03-31' });
  assert.equal(early.status, 422);
  assert.equal((await visitor().submit(path, { ...fields, job: 'Coffreuse' })).status, 303);
  const conflict = await visitor().submit(path, { ...fields, job: 'Peintre' });
  assert.equal(conflict.status, 409);
  assert.match(conflict.text, /Coffreuse/);
  assert.match(conflict.text, /Garder la mienne/);
});

test('a contract ends with a reason that fits, never before hours already declared', async () => {
  const id = await added();
  await declare(id, '2026-05');
  const send = (more: Record<string, string>) =>
    visitor().submit(`/contrats/${id}/fin`, { version: '1', etape: 'fin', ...more }, { on: `/contrats/${id}` });
  assert.equal((await send({ day: '2026-10-31', reason: '' })).status, 422);
  assert.match((await send({ day: '2026-10-31', reason: 'never-started' })).text, /motif de fin ne convient pas/);
  assert.match((await send({ day: '2026-04-30', reason: 'employee-break' })).text, /mai 2026/);
  assert.match((await send({ day: '2026-03-01', reason: 'employee-break' })).text, /précède le début/);
  assert.equal((await send({ day: '2026-10-31', reason: 'employee-break', version: '9' })).status, 409);
  assert.equal((await send({ day: '2026-10-31', reason: 'employee-break' })).status, 303);
  const kept = await row(id);
  assert.deepEqual([kept.state, kept.last, kept.end_reason], ['ended', '2026-10-31', 'employee-break']);
  assert.match((await send({ day: '2026-10-31', reason: 'employee-break', version: '2' })).text, /déjà terminé/);
});

test('a break and a return keep one contract', async () => {
  const id = await added();
  const send = (version: string, more: Record<string, string>) =>
    visitor().submit(`/contrats/${id}/etat`, { version, ...more }, { on: `/contrats/${id}` });
  assert.equal((await send('1', { to: 'suspended', day: '2026-06-01' })).status, 422);
  assert.equal((await send('1', { to: 'suspended', day: '2026-06-01', reason: 'Arrêt du chantier' })).status, 303);
  assert.equal((await row(id)).state, 'suspended');
  assert.equal((await send('2', { to: 'active', day: '2026-07-01' })).status, 303);
  assert.equal((await row(id)).state, 'active');
});

test('a renewal is the contract that follows, from the day after, and happens once', async () => {
  const id = await added();
  const send = (more: Record<string, string>) =>
    visitor().submit(`/contrats/${id}/suite`, { version: '1', etape: 'suite', ...more }, { on: `/contrats/${id}` });
  assert.match((await send({ newEnd: '2026-12-31' })).text, /aller au-delà/);
  const sent = await send({ newEnd: '2027-06-30' });
  assert.equal(sent.status, 303, sent.text);
  const next = await row(String(sent.location).replace('/contrats/', ''));
  assert.deepEqual(
    [next.first, next.planned, next.state, next.follows_id],
    ['2027-01-01', '2027-06-30', 'planned', id],
  );
  assert.equal((await row(id)).state, 'active');
  assert.equal((await send({ newEnd: '2027-09-30', version: '2' })).status, 409);
});

test('a conversion ends the contract the day before and opens a CDI that follows it', async () => {
  const id = await added();
  const sent = await visitor().submit(
    `/contrats/${id}/cdi`,
    { version: '1', from: '2026-11-01' },
    { on: `/contrats/${id}` },
  );
  assert.equal(sent.status, 303, sent.text);
  const former = await row(id);
  assert.deepEqual([former.state, former.last, former.end_reason], ['ended', '2026-10-31', 'converted-to-cdi']);
  const next = await row(String(sent.location).replace('/contrats/', ''));
  assert.deepEqual(
    [next.type, next.first, next.planned, next.follows_id, next.state],
    ['CDI', '2026-11-01', null, id, 'active'],
  );
});

test('a contract entered by mistake is taken back with its reason; one with hours is not', async () => {
  const mistaken = await added();
  const worked = await added();
  await declare(worked, '2026-06');
  const remove = (id: string, reason: string) =>
    visitor().submit(`/contrats/${id}/retirer`, { version: '1', reason }, { on: `/contrats/${id}` });
  assert.equal((await remove(mistaken, '')).status, 422);
  assert.equal((await remove(mistaken, 'Saisi deux fois')).status, 303);
  assert.equal((await row(mistaken)).state, 'removed');
  const refused = await remove(worked, 'Saisi deux fois');
  assert.equal(refused.status, 422);
  assert.equal((await row(worked)).state, 'active');
});

test('the person’s page shows hours by month, each opening its declaration', async () => {
  const person = await aPerson();
  const id = await added({}, person);
  const declaration = await declare(id, '2026-07');
  const { text } = await visitor().get(`/personnes/${person}`);
  assert.match(text, new RegExp(`href="/heures/${declaration}"`));
  assert.match(text, /70\u00A0h/);
});

test('another structure, a buyer and a company open no contract', async () => {
  const id = await added();
  assert.equal((await visit(house.app, house.stranger).get(`/contrats/${id}`)).status, 404);
  for (const someone of [thread.buyer, thread.company]) {
    assert.equal((await visit(house.app, someone).get(`/contrats/${id}`)).status, 403);
  }
});

test('the database: a company reads the people who work for it and no other; a buyer reads nobody', async () => {
  const [worker] = thread.workers;
  const elsewhere = await aPerson();
  const read = async (reader: Person, person: string) =>
    (await asMember(reader, 'select id from person where id = $1', [person])).rowCount;
  assert.equal(await read(thread.company, worker.person), 1);
  assert.equal(await read(thread.company, elsewhere), 0);
  assert.equal(await read(house.company, worker.person), 0);
  assert.equal(await read(house.stranger, worker.person), 0);
  for (const table of ['person', 'eligibility', 'employment_contract', 'hour_entry']) {
    assert.equal((await asMember(thread.buyer, `select 1 from ${table}`)).rowCount, 0, table);
  }
});

test('the database: a company writes neither a person’s file nor a decision', async () => {
  const [worker] = thread.workers;
  const changed = await asMember(thread.company, "update person set given_name = 'X' where id = $1", [worker.person]);
  assert.equal(changed.rowCount, 0);
  const ended = await asMember(thread.company, "update eligibility set ended_on = '2026-11-18' where person_id = $1", [
    worker.person,
  ]);
  assert.equal(ended.rowCount, 0);
  await assert.rejects(
    asMember(
      thread.company,
      `insert into eligibility (person_id, holder_id, verdict, from_day, rule_code, rule_version, decided_on)
       values ($1, $2, 'eligible', '2026-01-01', 'x', 'x', '2026-01-01')`,
      [worker.person, thread.facilitator.organisation],
    ),
    /row-level security/,
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
