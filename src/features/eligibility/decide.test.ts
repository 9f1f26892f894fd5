/** Deciding, lifting and undoing through the doors, on a real database. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { Thread } from '#tests/world-thread.ts';
import { eligibilityRoutes } from './routes.ts';

let house: MarketHouse;
let thread: Thread;

before(async () => {
  house = await marketHouse(eligibilityRoutes);
  thread = await house.thread.aThread();
});
after(() => house.close());

const rsa = {
  situation: 'RSA',
  'date-RSA': '2026-10-30',
  fromDay: '2026-11-18',
  type: 'CDD',
  courante: '',
  verdict: 'eligible',
};

async function undecided(more: { type?: 'CDI'; startsOn?: string; birthDate?: string } = {}): Promise<string> {
  const holder = thread.facilitator.organisation;
  const person = await house.thread.aFollowedPerson(holder, { eligible: null });
  if (more.birthDate !== undefined) {
    await house.admin.query('update person set birth_date = $2 where id = $1', [person, more.birthDate]);
  }
  await house.thread.aContract(thread, {
    person,
    holder,
    company: thread.company.organisation,
    type: more.type ?? 'CDD',
    startsOn: more.startsOn ?? '2026-11-18',
  } as never);
  return person;
}

async function decide(person: string, fields: Record<string, string>) {
  return visit(house.app, thread.facilitator).submit(`/personnes/${person}/eligibilite`, { ...rsa, ...fields });
}

const rows = async (query: string, person: string) => (await house.admin.query(query, [person])).rows;
const reasons = (person: string) =>
  rows(
    'select criterion, criterion_version, main from eligibility_reason where person_id = $1 order by criterion',
    person,
  );
const proofs = (person: string) =>
  rows(
    'select kind, dated_on::text, valid_until::text, seen_on::text from eligibility_proof where person_id = $1',
    person,
  );
const decisions = (person: string) =>
  rows(
    'select verdict, until_day::text, ended_on::text from eligibility where person_id = $1 order by created_at',
    person,
  );

async function current(person: string): Promise<string> {
  const [open] = await rows('select id from eligibility where person_id = $1 and ended_on is null', person);
  return open?.id ?? '';
}

test('three steps from the file of a person: open, tick with the date of the paper, answer', async () => {
  const person = await undecided();
  const visitor = visit(house.app, thread.facilitator);
  const file = await visitor.get(`/personnes/${person}`);
  assert.match(file.text, new RegExp(`href="/personnes/${person}/eligibilite"`));
  const page = await visitor.get(`/personnes/${person}/eligibilite`);
  assert.equal(page.status, 200);
  assert.match(page.text, /jusqu’au 17\/11\/2028 inclus/);
  assert.doesNotMatch(/<title>[^<]*/.exec(page.text)?.[0] ?? '', /Fictif/);
  assert.equal((await decide(person, {})).status, 303);
  const said = await visitor.get(`/personnes/${person}`);
  assert.match(said.text, /éligible jusqu’au 17\/11\/2028/);
  assert.deepEqual(await reasons(person), [
    { criterion: 'RSA', criterion_version: 'clause/RSA/2021-04-01/1', main: true },
  ]);
  assert.deepEqual(await proofs(person), [
    { kind: 'benefit-statement', dated_on: '2026-10-30', valid_until: null, seen_on: '2026-11-18' },
  ]);
  const kept = await house.admin.query('select from eligibility_document');
  assert.equal(kept.rowCount, 0, 'the paper is seen, not kept');
});

test('no reason enters the journal, reading them does', async () => {
  const person = await undecided();
  await decide(person, {});
  const acts = await rows('select action, entry from audit_event where subject_id = $1 order by sequence', person);
  assert.ok(acts.some(({ action }) => action === 'eligibility.reasons-read'));
  assert.ok(acts.some(({ action }) => action === 'eligibility.decided'));
  for (const { entry } of acts) assert.doesNotMatch(entry, /RSA|benefit/);
});

for (const [what, fields, says] of [
  ['nothing ticked', { situation: '' }, /Cochez au moins une situation/],
  ['P7: a statement of three months and one day', { 'date-RSA': '2026-08-17' }, /trop ancienne/],
  ['a paper without its date', { 'date-RSA': '' }, /Indiquez la date de la pièce/],
  ['a paper of tomorrow', { 'date-RSA': '2026-11-19' }, /n’est pas encore passée/],
  ['a date nobody can read', { 'date-RSA': '31/02/2026' }, /Exemple/],
  [
    'P8: an opinion without its document',
    { situation: 'OPINION', author: 'Mission locale' },
    /L’avis motivé est obligatoire/,
  ],
  [
    'P2: 26 the day of the hire',
    {
      situation: 'OUT_OF_SCHOOL',
      'date-OUT_OF_SCHOOL': '2026-11-01',
      leftSchoolOn: '2025-06-30',
      training: 'national:2',
    },
    /Aucun critère n’est rempli/,
  ],
  [
    'P4: a district nobody can tell',
    { situation: 'DISTRICT', 'date-DISTRICT': '2026-11-01', employedElsewhere: 'non' },
    /Aucun critère n’est rempli/,
  ],
  ['no answer', { verdict: '' }, /Choisissez la réponse/],
] as const) {
  test(`${what} is refused beside its field, and nothing is written`, async () => {
    const person = await undecided({ birthDate: '2000-11-18' });
    const sent = await decide(person, { ...fields });
    assert.equal(sent.status, 422);
    assert.match(sent.text, says);
    assert.deepEqual(await decisions(person), []);
    assert.deepEqual(house.failures, []);
  });
}

test('P7: a statement of three months to the day passes', async () => {
  const person = await undecided();
  assert.equal((await decide(person, { 'date-RSA': '2026-08-18' })).status, 303);
});

test('P1: registered for twelve months to the day passes, one day less says when it will', async () => {
  const registered = { situation: 'REGISTERED', 'date-REGISTERED': '2026-11-10' };
  const early = await undecided();
  const refused = await decide(early, { ...registered, registeredSince: '2025-11-19' });
  assert.equal(refused.status, 422);
  const person = await undecided();
  assert.equal((await decide(person, { ...registered, registeredSince: '2025-11-18' })).status, 303);
  assert.deepEqual(
    (await reasons(person)).map(({ criterion }) => criterion),
    ['DELD'],
  );
  const [profile] = await rows('select unemployment_bracket from person_profile where person_id = $1', person);
  assert.equal(profile.unemployment_bracket, '03');
});

test('P6: a disability decision that expires after the hire keeps the whole window, and only the answer is kept', async () => {
  const person = await undecided();
  const sent = await decide(person, { situation: 'RQTH', 'fin-RQTH': '2026-12-01' });
  assert.equal(sent.status, 303);
  assert.deepEqual(await decisions(person), [{ verdict: 'eligible', until_day: '2028-11-17', ended_on: null }]);
  assert.deepEqual(await reasons(person), [
    { criterion: 'HEALTH', criterion_version: 'clause/2021-04-01', main: true },
  ]);
  assert.deepEqual(await proofs(person), [{ kind: '', dated_on: null, valid_until: null, seen_on: '2026-11-18' }]);
});

test('several criteria are kept, the main one is the one chosen', async () => {
  const person = await undecided({ birthDate: '1970-01-01' });
  const body = new FormData();
  const visitor = visit(house.app, thread.facilitator);
  const path = `/personnes/${person}/eligibilite`;
  body.set('cle', hiddenKey((await visitor.get(path)).text));
  for (const [name, value] of Object.entries({
    ...rsa,
    registeredSince: '2020-01-01',
    'date-REGISTERED': '2026-11-10',
    principal: 'RSA',
  })) {
    body.append(name, value);
  }
  body.append('situation', 'REGISTERED');
  const sent = await house.app.request(`http://localhost:3000${path}`, {
    method: 'POST',
    body,
    headers: { cookie: `guichet=${thread.facilitator.session}`, origin: 'http://localhost:3000' },
  });
  assert.equal(sent.status, 303);
  assert.deepEqual(
    (await reasons(person)).map(({ criterion, main }) => [criterion, main]),
    [
      ['DETLD', false],
      ['RSA', true],
      ['SENIOR', false],
    ],
  );
});

test('an opinion with its document is kept three months, read by who decides, gone afterwards', async () => {
  const person = await undecided();
  const path = `/personnes/${person}/eligibilite`;
  const body = new FormData();
  body.set('cle', hiddenKey((await visit(house.app, thread.facilitator).get(path)).text));
  const fields = {
    situation: 'OPINION',
    author: 'Mission locale',
    fromDay: '2026-11-18',
    type: 'CDD',
    courante: '',
    verdict: 'eligible',
  };
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', new File(['%PDF-1.7\nun avis'], 'avis.pdf'));
  const headers = { cookie: `guichet=${thread.facilitator.session}`, origin: 'http://localhost:3000' };
  const sent = await house.app.request(`http://localhost:3000${path}`, { method: 'POST', body, headers });
  assert.equal(sent.status, 303, await sent.text());
  const [document] = await rows(
    `select d.id, d.keep_until::text, p.author from eligibility_document d join eligibility_proof p on p.id = d.proof_id
     where p.person_id = $1`,
    person,
  );
  assert.deepEqual([document.keep_until, document.author], ['2027-02-18', 'Mission locale']);
  const read = await visit(house.app, thread.facilitator).get(`${path}/pieces/${document.id}`);
  assert.equal(read.text, '%PDF-1.7\nun avis');
  const clerk = await house.world.aMember(thread.facilitator.organisation, 'facilitator.clerk');
  assert.equal((await visit(house.app, clerk).get(`${path}/pieces/${document.id}`)).status, 403);
  assert.equal((await visit(house.app, house.stranger).get(`${path}/pieces/${document.id}`)).status, 404);
});

test('“Vérifier” tells criterion by criterion, keeps what was typed, writes no decision', async () => {
  const person = await undecided();
  const path = `/personnes/${person}/eligibilite`;
  const shown = await visit(house.app, thread.facilitator).submit(
    `${path}/examiner`,
    { ...rsa, 'date-RSA': '2026-08-17' },
    { on: path },
  );
  assert.equal(shown.status, 200);
  assert.match(shown.text, /Ce que disent les règles/);
  assert.match(shown.text, /Pièce à renouveler/);
  assert.match(shown.text, /value="2026-08-17"/);
  assert.match(shown.text, /value="RSA" checked/);
  assert.deepEqual(await decisions(person), []);
});

test('two deciders never overwrite each other, and a new decision ends the former', async () => {
  const person = await undecided();
  await decide(person, {});
  const first = await current(person);
  assert.equal((await decide(person, { verdict: 'not-eligible' })).status, 409);
  assert.equal((await decide(person, { verdict: 'not-eligible', courante: first })).status, 303);
  assert.deepEqual(
    (await decisions(person)).map(({ verdict, ended_on }) => [verdict, ended_on]),
    [
      ['eligible', '2026-11-18'],
      ['not-eligible', null],
    ],
  );
});

test('undoing a decision brings the former back with its reasons; two days later it is too late', async () => {
  const person = await undecided();
  await decide(person, {});
  const first = await current(person);
  await decide(person, { verdict: 'not-eligible', courante: first });
  const visitor = visit(house.app, thread.facilitator);
  const page = `/personnes/${person}/eligibilite`;
  assert.equal((await visitor.submit(`${page}/annuler`, {}, { on: page })).status, 303);
  assert.equal(await current(person), first);
  assert.equal((await reasons(person)).length, 1);
  await house.admin.query(`update eligibility set decided_on = '2026-11-16' where person_id = $1`, [person]);
  const late = await visitor.submit(`${page}/annuler`, {}, { on: page });
  assert.equal(late.status, 422);
  assert.match(late.text, /ne s’annule plus/);
});

test('a decision on which hours were counted is lifted, not undone', async () => {
  const { person, contract } = thread.workers[0];
  await house.admin.query(`update eligibility set decided_on = '2026-11-18' where person_id = $1`, [person]);
  const month = await house.thread.aDeclaration(thread, {
    company: thread.company.organisation,
    month: '2026-10',
    state: 'validated',
  });
  await house.thread.anEntry({ declaration: month, contract, hours: 10, state: 'validated' });
  await house.admin.query(`update declaration set reviewed_at = now() + interval '1 day' where id = $1`, [month]);
  const visitor = visit(house.app, thread.facilitator);
  const page = `/personnes/${person}/eligibilite`;
  const undone = await visitor.submit(`${page}/annuler`, {}, { on: page });
  assert.equal(undone.status, 422);
  assert.match(undone.text, /Des heures ont été validées/);
  const lifted = await visitor.submit(
    `${page}/lever`,
    { courante: await current(person), reason: 'Décision prise par erreur' },
    { on: page },
  );
  assert.equal(lifted.status, 303);
  assert.match((await visitor.get(`/personnes/${person}`)).text, /Décision levée le 18\/11\/2026/);
  assert.equal((await visitor.submit(`${page}/annuler`, {}, { on: page })).status, 303);
  assert.notEqual(await current(person), '');
});

test('lifting asks for a reason in words', async () => {
  const { person } = thread.workers[1];
  const page = `/personnes/${person}/eligibilite`;
  const without = await visit(house.app, thread.facilitator).submit(
    `${page}/lever`,
    { courante: await current(person), reason: '' },
    { on: page },
  );
  assert.equal(without.status, 422);
  assert.match(without.text, /Écrivez le motif/);
});

test('H8: the window told before deciding is the one kept, and a setting of the structure replaces it', async () => {
  const person = await undecided({ type: 'CDI', startsOn: '2026-03-01' });
  await decide(person, { type: 'CDI', fromDay: '2026-03-01', 'date-RSA': '2026-02-10' });
  const kept = await rows('select until_day::text, rule_version from eligibility where person_id = $1', person);
  assert.deepEqual(kept, [{ until_day: '2028-02-29', rule_version: 'national/counting-window.CDI/2014-01-01/1' }]);
  await house.admin.query(
    `insert into counting_setting (organisation_id, code, value, from_day, source)
     values ($1, 'counting-window.CDI', '{"kind":"market-end","atMostMonths":48}', '2020-01-01', 'CCAP de l’État')`,
    [thread.facilitator.organisation],
  );
  const other = await undecided({ type: 'CDI', startsOn: '2026-03-01' });
  await decide(other, { type: 'CDI', fromDay: '2026-03-01', 'date-RSA': '2026-02-10' });
  assert.equal((await decisions(other))[0]?.until_day, '2027-12-31');
});
