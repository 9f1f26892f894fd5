/** People and eligibility through their doors, on a real database. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { Thread } from '#tests/world-thread.ts';
import { peopleRoutes } from './routes.ts';

let house: MarketHouse;
let thread: Thread;
const door = '/personnes/nouvelle';

before(async () => {
  house = await marketHouse(peopleRoutes);
  thread = await house.thread.aThread();
});
after(() => house.close());

async function created(fields: Record<string, string>) {
  const sent = await visit(house.app, thread.facilitator).submit(door, fields);
  assert.equal(sent.status, 303, sent.text);
  return String(sent.location).replace('/personnes/', '');
}

test('a facilitator registers a person in the short form, and the journal says so', async () => {
  const id = await created({
    familyName: 'Ndiaye',
    givenName: 'Zoé',
    birthDate: '12/04/1990',
    commune: 'Pantin',
  });
  const page = await visit(house.app, thread.facilitator).get(`/personnes/${id}`);
  assert.equal(page.status, 200);
  assert.match(page.text, /Ndiaye Zoé/);
  assert.match(page.text, /À décider/);
  assert.doesNotMatch(/<title>[^<]*/.exec(page.text)?.[0] ?? '', /Ndiaye/);
  const acts = await house.admin.query('select action from audit_event where subject_id = $1 order by sequence', [id]);
  assert.deepEqual(
    acts.rows.map(({ action }) => action),
    ['person.created', 'person.read'],
  );
});

test('a search forgives accents, case and order, and finds a part of a name', async () => {
  await created({ familyName: 'Lefèvre-Œuvrard', givenName: 'Anaïs', birthDate: '1991-01-02' });
  const visitor = visit(house.app, thread.facilitator);
  for (const typed of ['lefevre', 'ANAIS', 'anais lefe', 'œuvr', 'oeuvrard anaïs', '%']) {
    const { text } = await visitor.get(`/personnes?q=${encodeURIComponent(typed)}`);
    assert.match(text, /Lefèvre-Œuvrard/, typed);
  }
  const { text } = await visitor.get('/personnes?q=lefevrz');
  assert.match(text, /Aucune personne ne correspond/);
});

test('the list turns its pages without ever writing a name in an address', async () => {
  const holder = house.facilitator.organisation;
  for (let count = 0; count < 52; count++) {
    await house.thread.aFollowedPerson(holder, { family: `Page ${String(count).padStart(2, '0')}` });
  }
  const visitor = visit(house.app, house.facilitator);
  const first = await visitor.get('/personnes');
  const next = /href="(\/personnes\?apres=[^"]+)"/.exec(first.text)?.[1] ?? '';
  assert.notEqual(next, '');
  const cursor = Buffer.from(new URLSearchParams(next.split('?')[1]).get('apres') ?? '', 'base64url').toString();
  assert.doesNotMatch(cursor, /page/i);
  const second = await visitor.get(next);
  assert.match(second.text, /Page 51/);
  assert.doesNotMatch(second.text, /Page 49/);
});

test('the views keep those to decide, those whose window ends within 90 days, those without a contract', async () => {
  const holder = thread.facilitator.organisation;
  await house.thread.aFollowedPerson(holder, { family: 'Vue-Indecise', eligible: null });
  await house.thread.aFollowedPerson(holder, {
    family: 'Vue-Bientot',
    eligible: { from: '2025-01-01', until: '2027-02-15' },
  });
  const visitor = visit(house.app, thread.facilitator);
  const toDecide = (await visitor.get('/personnes?vue=a-decider')).text;
  assert.match(toDecide, /Vue-Indecise/);
  assert.doesNotMatch(toDecide, /Vue-Bientot|Darrieux/);
  const soon = (await visitor.get('/personnes?vue=bientot')).text;
  assert.match(soon, /Vue-Bientot/);
  assert.doesNotMatch(soon, /Vue-Indecise|Darrieux/);
  const without = (await visitor.get('/personnes?vue=sans-contrat')).text;
  assert.match(without, /Vue-Bientot/);
  assert.doesNotMatch(without, /Darrieux/);
});

test('someone who resembles a person already followed is shown beside her before anything is created', async () => {
  await created({ familyName: 'Diallo', givenName: 'Mamadou', birthDate: '1988-07-14', commune: 'Bondy' });
  const visitor = visit(house.app, thread.facilitator);
  const fields = { familyName: 'DIALO', givenName: 'mamadou', birthDate: '14/07/1988' };
  const shown = await visitor.submit(door, fields);
  assert.equal(shown.status, 422);
  assert.match(shown.text, /Est-ce l’une de ces personnes/);
  assert.match(shown.text, /Bondy/);
  const count = () => house.admin.query("select from person where folded_name like 'dial%'");
  assert.equal((await count()).rowCount, 1);
  const kept = await visitor.submit(door, { ...fields, confirme: 'oui' });
  assert.equal(kept.status, 303);
  assert.equal((await count()).rowCount, 2);
});

test('a resemblance with a person of another structure is never told', async () => {
  await house.thread.aFollowedPerson(house.stranger.organisation, { family: 'Secret', given: 'Prudence' });
  const sent = await visit(house.app, thread.facilitator).submit(door, {
    familyName: 'Secret',
    givenName: 'Prudence',
    birthDate: '1990-04-12',
  });
  assert.equal(sent.status, 303);
});

for (const [what, fields, says] of [
  ['no name', { familyName: '', givenName: 'Zoé' }, /Indiquez le nom de famille/],
  [
    'a birth date to come',
    { familyName: 'Futur', givenName: 'Zoé', birthDate: '2030-01-01' },
    /n’est pas encore passée/,
  ],
  ['a birth date nobody can read', { familyName: 'Futur', givenName: 'Zoé', birthDate: '31/02/1990' }, /12\/04\/1990/],
  ['a social security number', { familyName: '2 84 05 75 123 456 12', givenName: 'Zoé' }, /sécurité sociale/],
] as const) {
  test(`${what} is refused with a sentence and what was typed is kept`, async () => {
    const sent = await visit(house.app, thread.facilitator).submit(door, fields);
    assert.equal(sent.status, 422);
    assert.match(sent.text, says);
    assert.match(sent.text, /value="Zoé"/);
  });
}

test('sending the same form three times at once creates one person', async () => {
  const visitor = visit(house.app, thread.facilitator);
  const key = hiddenKey((await visitor.get(door)).text);
  const fields = { familyName: 'Unique', givenName: 'Ursule' };
  const answers = await Promise.all([1, 2, 3].map(() => visitor.submit(door, fields, { key })));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303, 303],
  );
  assert.equal((await house.admin.query("select from person where family_name = 'Unique'")).rowCount, 1);
});

test('two people editing at once: the second sees both versions and loses nothing', async () => {
  const id = await created({ familyName: 'Conflit', givenName: 'Claire' });
  const visitor = visit(house.app, thread.facilitator);
  const path = `/personnes/${id}/modifier`;
  const fields = { familyName: 'Conflit', givenName: 'Claire', version: '1' };
  assert.equal((await visitor.submit(path, { ...fields, commune: 'Pantin' })).status, 303);
  const late = await visitor.submit(path, { ...fields, commune: 'Bobigny' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Pantin/);
  assert.match(late.text, /Bobigny/);
  assert.equal((await visitor.submit(path, { ...fields, commune: 'Bobigny', version: '2' })).status, 303);
});

test('who enters hours reads the answer, not the rule, and changes nothing', async () => {
  const clerk = await house.world.aMember(thread.facilitator.organisation, 'facilitator.clerk');
  const visitor = visit(house.app, clerk);
  const page = await visitor.get(`/personnes/${thread.workers[2].person}`);
  assert.equal(page.status, 200);
  assert.match(page.text, /Éligible jusqu’au 31\/12\/2027/);
  assert.doesNotMatch(page.text, /Règle appliquée|Décider|Modifier<|Nouveau contrat/);
  for (const path of [door, `/personnes/${thread.workers[2].person}/eligibilite`]) {
    assert.equal((await visitor.get(path)).status, 403, path);
  }
});

test('steering, buyers and companies open no file; another structure gets the answer of what does not exist', async () => {
  const { person } = thread.workers[0];
  const steering = await house.world.aMember(thread.facilitator.organisation, 'facilitator.steering');
  for (const someone of [steering, thread.buyer, thread.company]) {
    assert.equal((await visit(house.app, someone).get('/personnes')).status, 403);
    assert.equal((await visit(house.app, someone).get(`/personnes/${person}`)).status, 403);
  }
  const stranger = visit(house.app, house.stranger);
  for (const path of ['', '/modifier', '/eligibilite', '/contrats/nouveau']) {
    assert.equal((await stranger.get(`/personnes/${person}${path}`)).status, 404, path);
  }
  assert.deepEqual(house.failures, []);
});
