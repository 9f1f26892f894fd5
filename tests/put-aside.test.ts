/** Opposition or erasure accepted: nobody suggests, presents, lists or writes about her any more, by any door; her file is read, then gone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { routes } from '../src/routes.ts';
import { visit } from './visitor.ts';
import type { MarketHouse } from './world-markets.ts';
import { marketHouse } from './world-markets.ts';
import { createPathwayWorld } from './world-pathway.ts';
import type { Recruiting } from './world-placements.ts';
import { createPlacementWorld } from './world-placements.ts';
import type { Person } from './world.ts';

let house: MarketHouse;
let recruiting: Recruiting;
let team: Person;
let person: string;
let contract: string;
let visitId: string;
let exitId: string;

before(async () => {
  house = await marketHouse(routes);
  recruiting = await createPlacementWorld(house).aRecruitment();
  const holder = recruiting.facilitator.organisation;
  team = await house.world.aMember(holder, 'facilitator.accompaniment');
  person = await house.thread.aFollowedPerson(holder, { given: 'Zoé', family: 'Zzcoteau' });
  contract = await house.thread.aContract(recruiting, {
    person,
    holder,
    company: recruiting.company.organisation,
    job: 'Zzmetier',
  });
  await house.admin.query("update employment_contract set planned_end_on = '2026-12-10' where id = $1", [contract]);
  const world = createPathwayWorld(house);
  visitId = await world.aVisit({ person, contract, holder });
  exitId = await world.anExit({ person, contract, holder });
  await house.admin.query(
    `insert into pool_profile (person_id, holder_id, rome_codes, updated_at) values ($1, $2, '{F1703}', now())`,
    [person, holder],
  );
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

const lists = [
  '/personnes',
  '/personnes?q=zzcoteau',
  '/recherche?q=zzcoteau',
  '/vivier?au-travail=1',
  '/visites',
  '/visites?vue=manquees',
  '/sorties',
  '/suites',
  '/doublons',
];

async function shownIn(addresses: readonly string[]): Promise<string[]> {
  const shown: string[] = [];
  for (const address of addresses) {
    const { text, status } = await visit(house.app, team).get(address);
    assert.equal(status, 200, address);
    if (text.slice(text.indexOf('<main')).includes(`/personnes/${person}`) || /Zzcoteau/u.test(text))
      shown.push(address);
  }
  return shown;
}

test('before, she stands in the lists of whoever follows her: the sweep is not blind', async () => {
  const shown = await shownIn(lists);
  for (const address of ['/personnes', '/visites', '/sorties', '/suites']) assert.ok(shown.includes(address), address);
});

test('put aside, no list and no suggestion has her', async () => {
  await house.admin.query("update person set archived_on = '2026-11-18' where id = $1", [person]);
  const offers = recruiting.offer === undefined ? [] : [`/besoins/${recruiting.offer}/candidats`];
  assert.deepEqual(await shownIn([...lists, ...offers]), []);
});

test('by address, her file opens, says so, and is closed to writing', async () => {
  for (const place of [
    '',
    '/modifier',
    '/parcours',
    '/competences',
    '/freins',
    '/situation',
    '/eligibilite',
    '/vivier',
  ]) {
    const page = await visit(house.app, team).get(`/personnes/${person}${place}`);
    assert.equal(page.status, 200, place);
    assert.match(page.text, /Fiche mise de côté le 18 novembre 2026/, place);
    assert.match(page.text, /<fieldset disabled/, place);
  }
  for (const address of [`/visites/${visitId}`, `/sorties/${exitId}`, `/contrats/${contract}`]) {
    assert.match((await visit(house.app, team).get(address)).text, /Fiche mise de côté/, address);
  }
});

test('nothing new is written of her, whatever form is forged', async () => {
  const desk = visit(house.app, team);
  const forms: [string, Record<string, string>][] = [
    [`/personnes/${person}/modifier`, { familyName: 'Autre', givenName: 'Zoé', version: '1' }],
    [`/personnes/${person}/competences`, { label: 'Lire', level: 'alone', seenOn: '05/11/2026' }],
    [`/personnes/${person}/freins`, { kind: 'housing' }],
    [`/visites/${visitId}/prendre`, {}],
    [`/personnes/${person}/niveau`, { training: 'national:3' }],
    [`/personnes/${person}/vivier`, { version: '1', drivingLicence: 'yes', vehicle: 'yes' }],
  ];
  for (const [path, fields] of forms) {
    const sent = await desk.submit(path, fields, { on: '/contacts' });
    assert.ok([404, 422].includes(sent.status), `${path}: ${sent.status}`);
  }
  const kept = await house.admin.query(
    `select (select count(*) from skill where person_id = $1) + (select count(*) from obstacle where person_id = $1) as rows,
       family_name from person where id = $1`,
    [person],
  );
  assert.deepEqual(kept.rows, [{ rows: 0, family_name: 'Zzcoteau' }]);
  const refused = await desk.submit(`/personnes/${person}/competences`, forms[1]?.[1] ?? {}, { on: '/contacts' });
  assert.match(refused.text, /mise de côté/);
});

test('the database refuses too, whatever story forgets', async () => {
  const client = await house.fresh.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('role', 'guichet_app', true), set_config('app.organisation', $1, true),
        set_config('app.account', $2, true), set_config('app.actor', $3, true)`,
      [team.organisation, team.account, `member:${team.membership}`],
    );
    await assert.rejects(
      client.query(
        `insert into eligibility (person_id, holder_id, verdict, from_day, rule_code, rule_version, decided_on)
         values ($1, $2, 'eligible', '2026-01-01', 'x', 'x', '2026-01-01')`,
        [person, team.organisation],
      ),
      { constraint: 'person_present' },
    );
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('anonymous, every address about her is absent', async () => {
  await house.admin.query('update person set anonymised_at = now() where id = $1', [person]);
  for (const place of [
    '',
    '/modifier',
    '/parcours',
    '/competences',
    '/freins',
    '/situation',
    '/eligibilite',
    '/vivier',
    '/acces',
  ]) {
    assert.equal((await visit(house.app, team).get(`/personnes/${person}${place}`)).status, 404, place);
  }
  for (const address of [`/visites/${visitId}`, `/sorties/${exitId}`, `/contrats/${contract}`]) {
    assert.equal((await visit(house.app, team).get(address)).status, 404, address);
  }
});

test('two anonymous people share a name and are no duplicates', async () => {
  const holder = team.organisation;
  for (let n = 0; n < 2; n += 1) {
    const id = await house.thread.aFollowedPerson(holder, { given: 'anonyme', family: 'Zzpersonne' });
    await house.admin.query('update person set anonymised_at = now() where id = $1', [id]);
  }
  assert.doesNotMatch((await visit(house.app, team).get('/doublons')).text, /Zzpersonne/);
});
