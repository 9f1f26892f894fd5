/** Exits through their doors: recorded by the team, asked by letter or message, answered in one tap by link, summed without small numbers. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { deliverMails } from '#tests/delivery.ts';
import { runJob } from '#http/job.ts';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { PathwayWorld } from '#tests/world-pathway.ts';
import { createPathwayWorld } from '#tests/world-pathway.ts';
import type { Thread } from '#tests/world-thread.ts';
import type { Person } from '#tests/world.ts';
import { askAll } from './ask.ts';
import { exitRoutes } from './routes.ts';

let house: MarketHouse;
let pathway: PathwayWorld;
let thread: Thread;
let walk: { person: string; contract: string; holder: string };
let id: string;

before(async () => {
  house = await marketHouse(exitRoutes);
  pathway = createPathwayWorld(house);
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});
beforeEach(async () => {
  thread = await house.thread.aThread();
  walk = { ...thread.workers[0], holder: thread.facilitator.organisation };
  await house.admin.query(
    "update employment_contract set state = 'ended', ended_on = '2026-08-10', end_reason = 'term' where id = $1",
    [walk.contract],
  );
  id = await pathway.anExit(walk);
});

function desk(person: Person = thread.facilitator) {
  return visit(house.app, person);
}

async function row(exit = id) {
  const found = await house.admin.query(
    'select state, code, source, observed_on::text as observed, cardinality(asked_at) as asked, version from exit_situation where id = $1',
    [exit],
  );
  return found.rows[0];
}

function send(more: Record<string, string> = {}) {
  const fields = {
    version: '1',
    situation: 'cdi',
    from: '',
    until: '',
    observedOn: '2026-11-17',
    source: 'phone',
    ...more,
  };
  return desk().submit(`/sorties/${id}`, fields);
}

async function posted() {
  const found = await house.admin.query(
    'select template, recipient, parameters, status, kept_body from outbox where organisation_id = $1 order by recipient',
    [walk.holder],
  );
  return found.rows;
}

function morning() {
  return runJob(house.house, {
    name: 'exits.ask',
    permission: 'pathway.follow',
    run: async (job) => void (await job.transaction(askAll)),
  });
}

test('the work list, one situation recorded in three clicks, and its undo', async () => {
  assert.match((await desk().get('/')).text, /1\u00A0sortie à mesurer/);
  assert.match((await desk().get('/sorties')).text, /Darrieux Amadou/);
  assert.equal((await send()).status, 303);
  const kept = await row();
  assert.deepEqual([kept.state, kept.code, kept.source, kept.observed], ['answered', 'cdi', 'phone', '2026-11-17']);
  assert.match((await desk().get('/sorties?vue=connues')).text, /Emploi durable/);
  assert.match((await desk().get('/sorties')).text, /100\u00A0% de réponses/);
  assert.equal((await desk().submit(`/sorties/${id}/effacer`, {}, { on: `/sorties/${id}` })).status, 303);
  assert.equal((await row()).state, 'expected');
});

test('the last end of contract is the exit of the clause: one line to measure, one answer for both', async () => {
  await house.admin.query('delete from exit_situation where id = $1', [id]);
  const end = await pathway.anExit(walk, { point: 'contract-end', dueOn: '2026-08-10' });
  id = await pathway.anExit(walk, { point: 'clause-exit', dueOn: '2026-08-10' });
  assert.match((await desk().get('/')).text, /1\u00A0sortie à mesurer/);
  const { text } = await desk().get('/sorties');
  assert.equal(text.split('href="/sorties/').length - 1, 2, 'the sum and one line');
  await send({ situation: 'searching' });
  assert.deepEqual([(await row(end)).code, (await row()).code], ['searching', 'searching']);
});

test('the dates of a fixed-term contract decide its group, to the day', async () => {
  await send({ situation: 'fixed-term-short', from: '2026-11-01', until: '2027-04-30' });
  assert.equal((await row()).code, 'fixed-term-long');
  await send({ version: '2', situation: 'fixed-term-long', from: '2026-11-01', until: '2027-04-29' });
  assert.equal((await row()).code, 'fixed-term-short');
});

for (const [what, more, says] of [
  ['one date alone', { situation: 'fixed-term-long', from: '2026-11-01' }, /début et la fin du contrat/],
  [
    'an end before its start',
    { situation: 'fixed-term-long', from: '2026-11-02', until: '2026-11-01' },
    /avant le début/,
  ],
  ['an observation of tomorrow', { observedOn: '2026-11-19' }, /observée dans le futur/],
  ['no situation', { situation: '' }, /situation dans la liste/],
] as const) {
  test(`${what} is refused with a sentence, and nothing is kept`, async () => {
    const sent = await send(more);
    assert.equal(sent.status, 422);
    assert.match(sent.text, says);
    assert.equal((await row()).state, 'expected');
  });
}

test('somebody recorded it meanwhile: both are shown', async () => {
  await send();
  const conflict = await send({ situation: 'searching' });
  assert.equal(conflict.status, 409);
  assert.match(conflict.text, /Recherche d’emploi/);
  assert.match(conflict.text, /CDI/);
});

test('a question not due yet is neither recorded nor asked', async () => {
  id = await pathway.anExit(walk, { point: 'm6', dueOn: '2027-02-10' });
  assert.match((await desk().get(`/sorties/${id}`)).text, /à partir du 10\/02\/2027/);
  const sent = await desk().submit(`/sorties/${id}/demander`, {}, { on: '/contacts' });
  assert.equal(sent.status, 422);
});

test('asked by letter when there is an address; a mobile alone is called, and counts as no question', async () => {
  const ask = () => desk().submit(`/sorties/${id}/demander`, {}, { on: `/sorties/${id}` });
  assert.match((await ask()).text, /Aucune adresse électronique/);
  await house.admin.query("update person set phone = '+33240000000' where id = $1", [walk.person]);
  assert.match((await ask()).text, /Aucune adresse électronique/);
  await house.admin.query("update person set phone = '+33639980123' where id = $1", [walk.person]);
  assert.equal((await ask()).status, 422);
  const page = (await desk().get(`/sorties/${id}`)).text;
  assert.match(page, /À appeler/);
  assert.match(page, /tel:\+33639980123/);
  assert.doesNotMatch(page, /SMS|Posée/);
  await house.admin.query("update person set email = 'amadou@exemple.test' where id = $1", [walk.person]);
  assert.equal((await ask()).status, 303);
  assert.match((await desk().submit(`/sorties/${id}/demander`, {}, { on: '/contacts' })).text, /25\/11\/2026/);
  assert.deepEqual(
    (await posted()).map(({ template, recipient, parameters }) => [template, recipient, parameters]),
    [['exit-question', 'amadou@exemple.test', { exit: id }]],
  );
});

test('the letter carries its link, no name, and it opens the question', async () => {
  await house.admin.query("update person set email = 'amadou@exemple.test' where id = $1", [walk.person]);
  await desk().submit(`/sorties/${id}/demander`, {}, { on: `/sorties/${id}` });
  await deliverMails(house);
  const [message] = await posted();
  assert.equal(message.status, 'kept');
  assert.doesNotMatch(message.kept_body, /Amadou|Darrieux/);
  const path = /\/nouvelles\/[\w-]{43}/.exec(message.kept_body)?.[0] ?? '';
  assert.match((await visit(house.app).get(path)).text, /Où en êtes-vous/);
});

test('one tap answers without account, says thank you, and may be changed', async () => {
  const path = `/nouvelles/${await pathway.anExitLink(id, walk.holder)}`;
  const person = visit(house.app);
  const page = await person.get(path);
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.text, /Amadou|Darrieux/);
  const key = hiddenKey(page.text);
  const taps = await Promise.all([1, 2].map(() => person.submit(path, { situation: 'training' }, { key })));
  assert.deepEqual(
    taps.map(({ status }) => status),
    [303, 303],
  );
  const kept = await row();
  assert.deepEqual([kept.code, kept.source, kept.version], ['training', 'link', 2]);
  assert.match((await person.get(path)).text, /Merci de vos nouvelles/);
  assert.equal((await person.submit(path, { situation: 'cdi' }, { on: `${path}?changer=1` })).status, 303);
  assert.equal((await row()).code, 'cdi');
});

test('a link says nothing it may not, opens its own question alone, and a dead one says so', async () => {
  const path = `/nouvelles/${await pathway.anExitLink(id, walk.holder)}`;
  for (const code of ['not-reached', 'neutralised', 'unknown', '']) {
    assert.equal((await visit(house.app).submit(path, { situation: code })).status, 422);
  }
  assert.equal((await row()).state, 'expected');
  const other = `/nouvelles/${await pathway.anExitLink(id, house.facilitator.organisation)}`;
  assert.equal((await visit(house.app).get(other)).status, 404);
  const dead = await visit(house.app).get(`/nouvelles/${await pathway.anExitLink(id, walk.holder, { days: -1 })}`);
  assert.equal(dead.status, 410);
  assert.match(dead.text, /plus valable/);
  await house.admin.query("update exit_situation set state = 'cancelled' where id = $1", [id]);
  assert.match((await visit(house.app).get(path)).text, /n’est plus posée/);
});

test('each morning: what is due since three weeks at most, twice at most, a week apart', async () => {
  await house.admin.query("update person set email = 'amadou@exemple.test' where id = $1", [walk.person]);
  const old = await pathway.anExit(walk, { point: 'm6', dueOn: '2026-10-27' });
  const atEnd = await pathway.anExit(walk, { point: 'contract-end', dueOn: '2026-11-10' });
  await morning();
  await morning();
  assert.equal((await row()).asked, 1);
  assert.deepEqual([(await row(old)).asked, (await row(atEnd)).asked], [0, 0]);
  await house.admin.query(
    "update exit_situation set asked_at = array['2026-11-10T09:00:00Z'::timestamptz] where id = $1",
    [id],
  );
  await morning();
  await house.admin.query("update exit_situation set asked_at[2] = '2026-11-11T08:00:00Z' where id = $1", [id]);
  await morning();
  assert.equal((await row()).asked, 2);
});

test('the employing structure answers for its own; the company reads the end of contract; the prescriber those it sent', async () => {
  const agency = await house.world.aMember(await house.world.anOrganisation('inclusion'), 'inclusion.user');
  const mission = await house.world.aMember(await house.world.anOrganisation('prescriber'), 'prescriber.user');
  await pathway.prescribed(walk.person, mission.organisation);
  const contract = await house.thread.aContract(thread, {
    person: walk.person,
    holder: walk.holder,
    company: thread.company.organisation,
    employer: agency.organisation,
  });
  const lent = await pathway.anExit({ ...walk, contract });
  const end = await pathway.anExit({ ...walk, contract }, { point: 'contract-end' });
  const status = async (person: Person, exit: string) => (await desk(person).get(`/sorties/${exit}`)).status;
  assert.deepEqual([await status(agency, lent), await status(agency, id)], [200, 404]);
  assert.deepEqual([await status(thread.company, end), await status(thread.company, lent)], [200, 404]);
  assert.deepEqual([await status(mission, lent), await status(mission, end)], [200, 200]);
  assert.equal(await status(house.stranger, lent), 404);
  assert.equal(await status(thread.buyer, lent), 403);
  const told = { version: '1', situation: 'cdi', from: '', until: '', observedOn: '2026-11-17', source: 'employer' };
  assert.equal((await desk(agency).submit(`/sorties/${lent}`, told)).status, 303);
  for (const reader of [thread.company, mission]) {
    assert.equal((await desk(reader).submit(`/sorties/${end}`, told, { on: '/sorties' })).status, 403);
  }
});

test('steering reads the year without a name, and no number below five', async () => {
  const steering = await house.world.aMember(walk.holder, 'facilitator.steering');
  for (let count = 0; count < 12; count += 1) {
    const person = await house.thread.aFollowedPerson(walk.holder);
    const contract = await house.thread.aContract(thread, {
      person,
      holder: walk.holder,
      company: thread.company.organisation,
    });
    await pathway.anExit(
      { person, contract, holder: walk.holder },
      { point: 'm6', code: count < 6 ? 'cdi' : count < 11 ? 'searching' : 'not-reached' },
    );
  }
  assert.equal((await desk(steering).get('/sorties')).status, 403);
  const { status, text } = await desk(steering).get('/sorties/bilan');
  assert.equal(status, 200);
  assert.doesNotMatch(text, /Darrieux|Fictif/);
  const cells = [...text.matchAll(/<td class="end">([^<]*)<\/td>/g)].map(([, cell = '']) => cell);
  assert.ok(cells.includes('6') && cells.includes('caché'));
  for (const cell of cells) assert.doesNotMatch(cell, /^[1-4]( |\u00A0|$)(?!%)/, cell);
  assert.equal((await desk(house.clerk).get('/sorties/bilan')).status, 403);
});
