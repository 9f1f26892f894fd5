/** The pool: who is in it, what finds her, who may look. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createReferralWorld } from '#tests/world-referrals.ts';
import type { ReferralWorld } from '#tests/world-referrals.ts';
import type { Person } from '#tests/world.ts';
import { poolFilterNames, readPoolFilters } from './filters.ts';

let house: TestHouse;
let build: ReferralWorld;
let facilitator: Person;
let prescriber: Person;

before(async () => {
  house = await testHouse();
  build = createReferralWorld(house);
  ({ facilitator, prescriber } = await build.aTerritory());
  const holder = facilitator.organisation;
  const named = (family: string) => build.thread.aFollowedPerson(holder, { family });
  await build.aProfile(holder, await named('Macon'), {
    driving_licence: 'yes',
    vehicle: 'yes',
    training_level: 3,
    languages: ['fr', 'pt'],
  });
  await build.aProfile(holder, await named('Peintre'), {
    rome_codes: ['F1606'],
    department_code: '49',
    available_from: '2027-02-01',
    training_level: 5,
  });
  await build.aProfile(holder, await named('Sortie'), { removed_at: new Date(0) });
  await build.aProfile(holder, await build.thread.aFollowedPerson(holder, { family: 'Indécise', eligible: null }));
  await build.aProfile(
    holder,
    await build.thread.aFollowedPerson(holder, {
      family: 'Périmée',
      eligible: { from: '2024-01-01', until: '2026-11-17' },
    }),
  );
  const closed = await build.aReferral(
    { holder, prescriber: prescriber.organisation },
    { family: 'Close', state: 'refused', eligible: true },
  );
  await build.aProfile(holder, closed.person);
  const place = await build.thread.aThread();
  const busy = await named('Occupée');
  await build.thread.aContract(place, { person: busy, holder, company: place.company.organisation });
  await build.aProfile(holder, busy);
  const elsewhere = await house.world.anOrganisation('facilitator');
  await build.aProfile(elsewhere, await build.thread.aFollowedPerson(elsewhere, { family: 'Ailleurs' }));
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function names(query = ''): Promise<string[]> {
  const { status, text } = await visit(house.app, facilitator).get(`/vivier${query}`);
  assert.equal(status, 200);
  return ['Macon', 'Peintre', 'Sortie', 'Indécise', 'Périmée', 'Close', 'Occupée', 'Ailleurs'].filter((name) =>
    text.includes(`>${name} `),
  );
}

test('only whoever is eligible today, still looked for and free is in it', async () => {
  assert.deepEqual(await names(), ['Macon', 'Peintre']);
  assert.deepEqual(await names('?contrat=oui'), ['Macon', 'Peintre', 'Occupée']);
});

for (const [query, found] of [
  ['metier=F1703', ['Macon']],
  ['metier=F1606', ['Peintre']],
  ['departement=44', ['Macon']],
  ['permis=oui', ['Macon']],
  ['vehicule=oui', ['Macon']],
  ['disponible=2026-12-31', ['Macon']],
  ['disponible=2027-02-01', ['Macon', 'Peintre']],
  ['niveau=4', ['Peintre']],
  ['niveau=3', ['Macon', 'Peintre']],
  ['langue=pt', ['Macon']],
  ['metier=F1703&departement=49', []],
  ['metier=rubbish&departement=zz&niveau=99&langue=klingon&disponible=hier', ['Macon', 'Peintre']],
] as const) {
  test(`the address ?${query} finds ${found.join(', ') || 'nobody'}`, async () => {
    assert.deepEqual(await names(`?${query}`), found);
  });
}

test('nothing sensitive is a filter: the address knows eight names and no other', () => {
  assert.deepEqual(poolFilterNames, [
    'metier',
    'departement',
    'permis',
    'vehicule',
    'disponible',
    'niveau',
    'langue',
    'contrat',
  ]);
  const plain = readPoolFilters(new URLSearchParams());
  const tried = readPoolFilters(
    new URLSearchParams('rqth=oui&rsa=oui&age=50&sexe=F&prescripteur=SPIP&nationalite=x&critere=RSA'),
  );
  assert.deepEqual(tried, plain);
});

test('a search is kept under a name in the menu', async () => {
  const visitor = visit(house.app, facilitator);
  const sent = await visitor.submit(
    '/vues',
    { name: 'Maçons 44', address: '/vivier?metier=F1703&departement=44' },
    { on: '/vivier' },
  );
  assert.equal(sent.status, 303);
  assert.match((await visitor.get('/')).text, /Maçons 44/);
});

test('a profile is for eligible people, keeps typed trades, and two writers lose nothing', async () => {
  const holder = facilitator.organisation;
  const visitor = visit(house.app, facilitator);
  const undecided = await build.thread.aFollowedPerson(holder, { family: 'Attente', eligible: null });
  const fields = {
    version: '0',
    trade: 'Peinture en bâtiment',
    drivingLicence: 'yes',
    vehicle: 'no',
    departmentCode: '44',
  };
  const refused = await visitor.submit(`/personnes/${undecided}/vivier`, fields, { on: '/vivier' });
  assert.equal(refused.status, 422);
  const person = await build.thread.aFollowedPerson(holder, { family: 'Profil' });
  const path = `/personnes/${person}/vivier`;
  const vague = await visitor.submit(path, { ...fields, trade: 'nettoyage' });
  assert.equal(vague.status, 422);
  assert.match(vague.text, /Plusieurs métiers correspondent/);
  assert.equal((await visitor.submit(path, fields)).status, 303);
  const late = await visitor.submit(path, { ...fields, trade: 'F1703' });
  assert.equal(late.status, 409);
  assert.equal(
    (await visitor.submit(path, { ...fields, version: '1', romeCodes: 'F1606', trade: 'F1703' })).status,
    303,
  );
  const kept = await house.admin.query('select rome_codes from pool_profile where person_id = $1', [person]);
  assert.deepEqual(kept.rows[0].rome_codes, ['F1606', 'F1703']);
  assert.equal((await visitor.submit(`${path}/retirer`, {}, { on: path })).status, 303);
  assert.equal((await visitor.submit(`${path}/retirer`, {}, { on: path })).status, 409);
  assert.equal((await visitor.submit(`${path}/remettre`, {}, { on: path })).status, 303);
});

test('the pool is the team’s: clerk, steering, prescriber and company find a closed door', async () => {
  const organisation = facilitator.organisation;
  const place = await build.thread.aThread();
  for (const who of [
    await house.world.aMember(organisation, 'facilitator.clerk'),
    await house.world.aMember(organisation, 'facilitator.steering'),
    prescriber,
    place.company,
  ]) {
    assert.equal((await visit(house.app, who).get('/vivier')).status, 403);
  }
});
