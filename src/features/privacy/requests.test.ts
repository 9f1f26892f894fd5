/** Requests answered by those who may: the clock, the extension, the deed, the proof; and the readings they may look up. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visit } from '#tests/visitor.ts';
import { findWords } from '#tests/world-privacy.ts';
import type { Person } from '#tests/world.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { Thread } from '#tests/world-thread.ts';
import { privacyRoutes } from './routes.ts';

let house: MarketHouse;
let thread: Thread;
let officer: Person;

before(async () => {
  house = await marketHouse(privacyRoutes);
  thread = await house.thread.aThread();
  officer = await house.world.aMember(thread.facilitator.organisation, 'control.dpo', { name: 'Agnès Blot' });
});

after(() => house.close());

function desk() {
  return visit(house.app, officer);
}

async function received(person: string, more: Record<string, string> = {}): Promise<string> {
  const path = '/donnees/demandes/nouvelle';
  const fields = { personne: person, kind: 'access', via: 'paper', receivedOn: '2026-11-16', message: '', ...more };
  const sent = await desk().submit(path, fields, { on: `${path}?personne=${person}` });
  assert.equal(sent.status, 303, sent.text);
  return String(sent.location);
}

async function row(path: string) {
  const id = path.split('/').at(-1);
  const found = await house.admin.query(
    'select *, due_on::text as due, done_on::text as done from rights_request where id = $1',
    [id],
  );
  return found.rows[0];
}

test('a request on paper counts its month from the day it arrived, and shows on the work list', async () => {
  const path = await received(thread.workers[1].person, { kind: 'rectification' });
  assert.equal((await row(path)).due, '2026-12-16');
  const list = await desk().get('/donnees');
  assert.match(list.text, /Marchand Céline/);
  assert.match(list.text, /Restent 28 jours/);
  const future = await desk().submit(
    '/donnees/demandes/nouvelle',
    { personne: thread.workers[1].person, kind: 'access', via: 'paper', receivedOn: '2026-11-19' },
    { on: `/donnees/demandes/nouvelle?personne=${thread.workers[1].person}` },
  );
  assert.equal(future.status, 422);
});

test('a text about health warns beside its field; kept on purpose, it is noted without its words', async () => {
  const path = '/donnees/demandes/nouvelle';
  const person = thread.workers[1].person;
  const fields = {
    personne: person,
    kind: 'erasure',
    via: 'visit',
    receivedOn: '2026-11-16',
    message: 'Elle est malade',
  };
  const send = (more: Record<string, string> = {}) =>
    desk().submit(path, { ...fields, ...more }, { on: `${path}?personne=${person}` });
  const warned = await send();
  assert.equal(warned.status, 422);
  for (const shown of [/peut-être de santé/, /texte-confirme/, /Elle est malade/]) assert.match(warned.text, shown);
  assert.equal((await send({ 'texte-confirme': 'oui' })).status, 303);
  const noted = await house.admin.query("select entry from audit_event where action = 'text.confirmed'");
  assert.equal(noted.rows.length, 1);
  assert.match(noted.rows[0].entry, /health/);
  assert.doesNotMatch(noted.rows[0].entry, /malade/);
});

test('studied, extended once with a reason the person is told, then answered once', async () => {
  const path = await received(thread.workers[1].person);
  const act = (what: string, fields: Record<string, string>) => desk().submit(`${path}/${what}`, fields, { on: path });
  assert.equal((await act('etude', { version: '1' })).status, 303);
  assert.equal((await act('prolonger', { version: '2', reason: '', etape: 'prolonger' })).status, 422);
  assert.equal(
    (await act('prolonger', { version: '2', reason: 'Dossier de quatre ans', etape: 'prolonger' })).status,
    303,
  );
  assert.equal((await row(path)).due, '2027-02-16');
  assert.equal((await act('prolonger', { version: '3', reason: 'Encore', etape: 'prolonger' })).status, 422);
  assert.equal((await act('reponse', { version: '3', decision: 'accepted', answer: '' })).status, 422);
  assert.equal((await act('reponse', { version: '1', decision: 'accepted', answer: 'Voici' })).status, 409);
  assert.equal((await act('reponse', { version: '3', decision: 'accepted', answer: 'Voici la copie.' })).status, 303);
  const kept = await row(path);
  assert.deepEqual([kept.state, kept.done, kept.answered_by], ['accepted', '2026-11-18', officer.account]);
  assert.match(
    (await act('reponse', { version: '4', decision: 'refused', answer: 'Non' })).text,
    /déjà reçu sa réponse/,
  );
});

test('the copy opens from the request, as a page and as files, and is journaled', async () => {
  const path = await received(thread.workers[2].person);
  assert.match((await desk().get(`${path}/copie`)).text, /Bertin/);
  assert.match((await desk().get(`${path}/copie.csv`)).text, /Bertin/);
  const json = await desk().get(`${path}/copie.json`);
  assert.match(json.text, /"employment_contract"/);
  const told = await house.admin.query(
    "select from audit_event where action = 'person.data-exported' and subject_id = $1",
    [thread.workers[2].person],
  );
  assert.equal(told.rowCount, 3);
});

test('an erasure while her hours must be proved puts her aside; her name goes when the proof is over', async () => {
  const person = thread.workers[0].person;
  await house.admin.query("update person set email = 'zzefface@exemple.test' where id = $1", [person]);
  const declaration = await house.thread.aDeclaration(thread, {
    company: thread.company.organisation,
    month: '2026-05',
    state: 'validated',
  });
  await house.thread.anEntry({ declaration, contract: thread.workers[0].contract, hours: 70, state: 'validated' });
  const first = await received(person, { kind: 'erasure' });
  const answer = (path: string, decision: string) =>
    desk().submit(
      `${path}/reponse`,
      { version: '1', decision, answer: 'Fait, voici ce qui reste.', confirme: 'oui' },
      { on: path },
    );
  assert.equal((await answer(first, 'accepted')).status, 303);
  const aside = (await house.admin.query('select family_name, email, archived_on from person where id = $1', [person]))
    .rows[0];
  assert.deepEqual([aside.family_name, aside.email, aside.archived_on !== null], ['Darrieux', '', true]);
  await house.admin.query("update market set ends_on = '2014-12-31', starts_on = '2014-01-01' where id = $1", [
    thread.market,
  ]);
  await house.admin.query("update lot set ends_on = '2014-12-31', starts_on = '2014-01-01' where id = $1", [
    thread.lot,
  ]);
  const second = await received(person, { kind: 'erasure' });
  const done = await answer(second, 'accepted');
  assert.equal(done.status, 303, done.text);
  assert.deepEqual(await findWords(house.admin, ['Darrieux', 'zzefface']), []);
  assert.match((await desk().get(second)).text, /Personne anonymisée/);
  assert.equal((await desk().get(`${second}/copie`)).status, 404);
});

test('a freeze stops an erasure; accepting in part puts aside what may be', async () => {
  const person = thread.workers[2].person;
  await house.admin.query(
    `insert into legal_hold (organisation_id, market_id, ground, reason, until_day, created_by) values ($1, $2, 'litigation', 'Recours en cours', '2027-06-30', $3)`,
    [thread.facilitator.organisation, thread.market, officer.account],
  );
  const path = await received(person, { kind: 'erasure' });
  const answer = (decision: string) =>
    desk().submit(
      `${path}/reponse`,
      { version: '1', decision, answer: 'Un litige oblige à garder.', confirme: 'oui' },
      { on: path },
    );
  const held = await answer('accepted');
  assert.equal(held.status, 422);
  assert.match(held.text, /gel empêche l’effacement jusqu’au 30\/06\/2027/);
  assert.equal((await answer('partly-accepted')).status, 303);
  const kept = (await house.admin.query('select family_name, archived_on from person where id = $1', [person])).rows[0];
  assert.deepEqual([kept.family_name, kept.archived_on !== null], ['Bertin', true]);
});

test('the letter that says all is gone leaves, then keeps no address', async () => {
  const person = await house.thread.aFollowedPerson(thread.facilitator.organisation, { family: 'Zzderniere' });
  await house.admin.query("update person set email = 'zzderniere@exemple.test' where id = $1", [person]);
  const path = await received(person, { kind: 'erasure' });
  await desk().submit(
    `${path}/reponse`,
    { version: '1', decision: 'accepted', confirme: 'oui', answer: 'Fait.' },
    { on: path },
  );
  const waits = await house.admin.query(
    "select recipient from outbox where template = 'request-erased' order by created_at desc limit 1",
  );
  assert.equal(waits.rows[0].recipient, 'zzderniere@exemple.test');
  const { jobs } = await import('../../jobs.ts');
  const { runJob } = await import('#http/job.ts');
  for (const job of jobs.filter(({ name }) => name === 'mail.deliver')) await runJob(house.house, job);
  assert.deepEqual(await findWords(house.admin, ['Zzderniere']), []);
});

test('who read a file between two days, with names at home and none elsewhere', async () => {
  const person = thread.workers[1].person;
  await visit(house.app, thread.facilitator).get(`/personnes/${person}`);
  const found = await desk().get(`/donnees/lectures?personne=${person}&du=2026-11-18&au=2026-11-18`);
  assert.match(found.text, /Nadia Berthelot/);
  const none = await desk().get(`/donnees/lectures?personne=${person}&du=2026-11-19`);
  assert.match(none.text, /Aucune lecture/);
  assert.match((await desk().get('/donnees/lectures?q=marchand')).text, /Marchand Céline/);
});

test('another structure, a facilitator and a buyer open nothing', async () => {
  const path = await received(thread.workers[1].person, { kind: 'opposition' });
  const elsewhere = await house.world.aMember(house.stranger.organisation, 'control.dpo');
  assert.equal((await visit(house.app, elsewhere).get(path)).status, 404);
  for (const someone of [thread.facilitator, thread.buyer]) {
    assert.equal((await visit(house.app, someone).get('/donnees')).status, 403);
  }
  assert.equal(
    (await visit(house.app, elsewhere).get(`/donnees/lectures?personne=${thread.workers[1].person}`)).text.includes(
      'Céline',
    ),
    false,
  );
});

test('the register is drawn from the cards', async () => {
  const { text } = await desk().get('/donnees/registre');
  for (const shown of [/family_name/, /Mission d’intérêt public/, /Heures d’insertion/]) assert.match(text, shown);
});

test('an accepted rectification is done the day somebody says it is corrected, not before', async () => {
  const person = await house.thread.aFollowedPerson(thread.facilitator.organisation, {
    family: 'Zzrectifiee',
    eligible: null,
  });
  const found = await house.admin.query(
    `insert into rights_request (person_id, holder_id, kind, via, received_on, due_on)
     values ($1, $2, 'rectification', 'paper', '2026-11-16', '2026-12-16') returning id`,
    [person, thread.facilitator.organisation],
  );
  const path = `/donnees/demandes/${found.rows[0].id}`;
  const state = async () =>
    (await house.admin.query('select state, done_on::text from rights_request where id = $1', [found.rows[0].id]))
      .rows[0];
  await desk().submit(
    `${path}/reponse`,
    { version: '1', decision: 'accepted', answer: 'Nous corrigeons.' },
    { on: path },
  );
  assert.deepEqual(await state(), { state: 'accepted', done_on: null });
  assert.match((await desk().get(path)).text, /C’est corrigé/);
  assert.equal((await desk().submit(`${path}/fait`, { version: '2' }, { on: path })).status, 303);
  assert.equal((await state()).done_on, '2026-11-18');
  assert.equal((await desk().submit(`${path}/fait`, { version: '3' }, { on: '/donnees' })).status, 422);
});

test('opposition and erasure say what they do, and are confirmed; refusing needs nothing', async () => {
  const person = await house.thread.aFollowedPerson(thread.facilitator.organisation, {
    family: 'Zzopposee',
    eligible: null,
  });
  const found = await house.admin.query(
    `insert into rights_request (person_id, holder_id, kind, via, received_on, due_on)
     values ($1, $2, 'opposition', 'paper', '2026-11-16', '2026-12-16') returning id`,
    [person, thread.facilitator.organisation],
  );
  const path = `/donnees/demandes/${found.rows[0].id}`;
  const page = (await desk().get(path)).text;
  assert.match(page, /mise de côté aussitôt/);
  assert.match(page, new RegExp(`/donnees/gels\\?cible=person:${person}`, 'u'));
  const accept = (more: Record<string, string>) =>
    desk().submit(`${path}/reponse`, { version: '1', decision: 'accepted', answer: 'Entendu.', ...more }, { on: path });
  assert.match((await accept({})).text, /ce qui s’efface ne revient pas/);
  assert.equal((await accept({ confirme: 'oui' })).status, 303);
  const file = await house.admin.query('select archived_on is not null as aside from person where id = $1', [person]);
  assert.deepEqual(file.rows, [{ aside: true }]);
});
