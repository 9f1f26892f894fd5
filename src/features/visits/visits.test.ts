/** Visits through their doors: the list, the day, one note received once, two notes kept side by side. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { PathwayWorld } from '#tests/world-pathway.ts';
import { createPathwayWorld } from '#tests/world-pathway.ts';
import type { Thread } from '#tests/world-thread.ts';
import { visitRoutes } from './routes.ts';

let house: MarketHouse;
let pathway: PathwayWorld;
let thread: Thread;
let walk: { person: string; contract: string; holder: string };
let id: string;

before(async () => {
  house = await marketHouse(visitRoutes);
  pathway = createPathwayWorld(house);
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});
beforeEach(async () => {
  thread = await house.thread.aThread();
  walk = { ...thread.workers[0], holder: thread.facilitator.organisation };
  id = await pathway.aVisit(walk, { account: thread.facilitator.account });
});

function desk() {
  return visit(house.app, thread.facilitator);
}

async function row(visitId = id) {
  const found = await house.admin.query(
    'select *, due_on::text as due, done_on::text as done from visit where id = $1',
    [visitId],
  );
  return found.rows[0];
}

async function notes() {
  const found = await house.admin.query(
    'select outcome, words, standing from visit_note where visit_id = $1 order by received_at, words',
    [id],
  );
  return found.rows;
}

function fields(more: Record<string, string> = {}) {
  return {
    version: '1',
    note: randomUUID(),
    outcome: 'done',
    signal: 'well',
    words: '',
    notedOn: '2026-11-18',
    nextOn: '',
    nextWas: '',
    retour: 'terrain',
    ...more,
  };
}

function send(more: Record<string, string> = {}) {
  return desk().submit(`/visites/${id}/noter`, fields(more), { on: `/visites/${id}` });
}

test('the list shows what is due, the day page what one notes, with no more than a given name and an initial', async () => {
  assert.match((await desk().get('/visites')).text, /Darrieux Amadou/);
  const field = await desk().get('/visites/terrain');
  assert.match(field.text, /Amadou D\./);
  assert.doesNotMatch(field.text, /Darrieux/);
  assert.match(field.text, /rel="manifest"/);
});

test('a visit of a colleague is not on the page of the day; one nobody took is', async () => {
  const colleague = await house.world.aMember(thread.facilitator.organisation, 'facilitator.accompaniment');
  const other = visit(house.app, colleague);
  assert.doesNotMatch((await other.get('/visites/terrain')).text, /Amadou D\./);
  await house.admin.query('update visit set account_id = null where id = $1', [id]);
  assert.match((await other.get('/visites/terrain')).text, /Amadou D\./);
});

test('noted in one sending: done, how it goes, back on the page of the day', async () => {
  const sent = await send({ signal: 'watch', words: 'Casque oublié, rappelé.' });
  assert.deepEqual([sent.status, sent.location], [303, '/visites/terrain']);
  const kept = await row();
  assert.deepEqual([kept.state, kept.done, kept.signal, kept.version], ['done', '2026-11-18', 'watch', 2]);
  assert.match((await desk().get(`/visites/${id}`)).text, /Casque oublié/);
  assert.match((await desk().get('/visites?vue=difficultes')).text, /À surveiller/);
  assert.match((await desk().get('/visites/terrain')).text, /Notées aujourd’hui/);
});

test('sent ten times, a note is received once, whatever the session that sends it', async () => {
  const note = randomUUID();
  const sent = fields({ note, words: 'Une fois' });
  const sessions = [
    thread.facilitator.session,
    await house.world.aSession(thread.facilitator.account, thread.facilitator.membership),
  ];
  for (let time = 0; time < 10; time += 1) {
    const one = visit(house.app, { ...thread.facilitator, session: sessions[time % 2] ?? '' });
    const answer = await one.submit(`/visites/${id}/noter`, sent, { on: `/visites/${id}` });
    assert.equal(answer.status, 303);
  }
  assert.equal((await notes()).length, 1);
  assert.equal((await row()).version, 2);
  assert.match((await desk().get('/visites/terrain')).text, new RegExp(note));
});

test('twice at the same moment, once kept', async () => {
  const one = desk();
  const key = hiddenKey((await one.get(`/visites/${id}`)).text);
  const sent = fields();
  const answers = await Promise.all([1, 2, 3].map(() => one.submit(`/visites/${id}/noter`, sent, { key })));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303, 303],
  );
  assert.equal((await notes()).length, 1);
});

test('changed meanwhile, both versions are kept and shown; keeping one closes the matter', async () => {
  assert.equal((await send({ words: 'La première' })).status, 303);
  const note = randomUUID();
  const late = fields({ note, outcome: 'absent', words: 'La seconde' });
  const refused = await desk().submit(`/visites/${id}/noter`, late, { on: `/visites/${id}` });
  assert.equal(refused.status, 409);
  assert.match(refused.text, /La première/);
  assert.match(refused.text, /La seconde/);
  assert.deepEqual(new Set((await notes()).map(({ standing }) => standing)), new Set(['kept', 'waiting']));
  assert.equal((await desk().submit(`/visites/${id}/noter`, late, { on: `/visites/${id}` })).status, 409);
  assert.equal((await notes()).length, 2);
  const waiting = await house.admin.query("select id from visit_note where standing = 'waiting' and visit_id = $1", [
    id,
  ]);
  const choose = (choix: string) =>
    desk().submit(
      `/visites/${id}/departager`,
      { note: waiting.rows[0].id, choix, version: '2' },
      { on: `/visites/${id}` },
    );
  assert.equal((await choose('garder')).status, 303);
  assert.deepEqual([(await row()).state, (await row()).version], ['absent', 3]);
  assert.equal((await choose('garder')).status, 409);
  assert.match((await desk().get(`/visites/${id}`)).text, /La première/);
});

test('set aside, the waiting note stays readable and changes nothing', async () => {
  await send({ words: 'La première' });
  await send({ words: 'La seconde', outcome: 'absent' });
  const waiting = await house.admin.query("select id from visit_note where standing = 'waiting' and visit_id = $1", [
    id,
  ]);
  const fieldsOf = { note: waiting.rows[0].id, choix: 'ecarter', version: '2' };
  assert.equal((await desk().submit(`/visites/${id}/departager`, fieldsOf, { on: `/visites/${id}` })).status, 303);
  assert.equal((await row()).state, 'done');
  assert.match((await desk().get(`/visites/${id}`)).text, /écartée/);
});

test('put off, the visit takes its new day; nothing in the past', async () => {
  assert.match((await send({ outcome: 'moved' })).text, /Indiquez le nouveau jour/);
  assert.match((await send({ outcome: 'moved', nextOn: '2026-11-17' })).text, /Ce jour est passé/);
  assert.equal((await send({ outcome: 'moved', nextOn: '2026-11-25' })).status, 303);
  const kept = await row();
  assert.deepEqual([kept.state, kept.due, kept.done], ['moved', '2026-11-25', null]);
});

test('the next visit goes to the day typed; without one, it is added', async () => {
  const next = await pathway.aVisit(walk, { kind: 'before-end', dueOn: '2026-12-20' });
  assert.equal((await send({ nextWas: '2026-12-20', nextOn: '2026-12-20' })).status, 303);
  assert.equal((await row(next)).state, 'planned');
  await send({ version: '2', nextWas: '2026-12-20', nextOn: '2026-12-15' });
  assert.deepEqual([(await row(next)).state, (await row(next)).due], ['moved', '2026-12-15']);
  await house.admin.query("update visit set state = 'cancelled', cancelled_because = 'by-hand' where id = $1", [next]);
  await send({ version: '3', nextOn: '2026-12-01' });
  const added = await house.admin.query("select kind from visit where contract_id = $1 and due_on = '2026-12-01'", [
    walk.contract,
  ]);
  assert.deepEqual(added.rows, [{ kind: 'by-hand' }]);
});

for (const [what, more, says] of [
  ['a note of tomorrow', { notedOn: '2026-11-19' }, /avant d’avoir lieu/],
  ['a next visit before this one', { nextOn: '2026-11-18' }, /vient après celle-ci/],
  ['a social security number', { words: '1 84 12 76 451 089 46' }, /sécurité sociale/],
  ['no outcome', { outcome: '' }, /comment s’est passée/],
] as const) {
  test(`${what} is refused with a sentence, and nothing is kept`, async () => {
    const sent = await send(more);
    assert.equal(sent.status, 422);
    assert.match(sent.text, says);
    assert.equal((await notes()).length, 0);
    assert.equal((await row()).version, 1);
  });
}

test('cancelled and put back; missed is told', async () => {
  const cancelled = await desk().submit(`/visites/${id}/annuler`, { version: '1' }, { on: `/visites/${id}` });
  assert.equal(cancelled.status, 303);
  assert.equal((await row()).state, 'cancelled');
  assert.equal((await desk().submit(`/visites/${id}/remettre`, {}, { on: `/visites/${id}` })).status, 303);
  await house.admin.query("update visit set due_on = '2026-11-16' where id = $1", [id]);
  assert.match((await desk().get('/visites?vue=manquees')).text, /Manquée/);
});

test('the company and the prescriber of the person see her visits, without what the team wrote', async () => {
  await send({ words: 'Pour l’équipe' });
  const mission = await house.world.aMember(await house.world.anOrganisation('prescriber'), 'prescriber.user');
  await pathway.prescribed(walk.person, mission.organisation);
  for (const someone of [thread.company, mission]) {
    const { status, text } = await visit(house.app, someone).get(`/visites/${id}`);
    assert.equal(status, 200);
    assert.match(text, /Darrieux/);
    assert.doesNotMatch(text, /Pour l’équipe/);
    assert.match((await visit(house.app, someone).get('/visites?vue=faites')).text, /Darrieux/);
    assert.equal((await visit(house.app, someone).submit(`/visites/${id}/annuler`, { version: '2' })).status, 403);
  }
  for (const stranger of [house.stranger, house.company]) {
    assert.equal((await visit(house.app, stranger).get(`/visites/${id}`)).status, 404);
  }
  assert.equal((await visit(house.app, thread.buyer).get(`/visites/${id}`)).status, 403);
});

test('the worker and the manifest are served under the policy, with the addresses of the look', async () => {
  const worker = await visit(house.app).get('/visites/hors-ligne.js');
  assert.equal(worker.headers.get('service-worker-allowed'), '/visites');
  assert.match(worker.text, /^self\.shell=\["\/assets\/guichet-/);
  assert.match(String(worker.headers.get('content-security-policy')), /default-src 'none'/);
  const manifest = JSON.parse((await visit(house.app).get('/guichet.webmanifest')).text);
  assert.deepEqual(
    [manifest.start_url, manifest.scope, manifest.display],
    ['/visites/terrain', '/visites', 'standalone'],
  );
});
