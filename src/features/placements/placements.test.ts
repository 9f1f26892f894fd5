/** Candidates through the three sides: proposed, presented, met, chosen, hired; what each side reads; the hire and the welcome. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { PlacementWorld, Recruiting } from '#tests/world-placements.ts';
import { createPlacementWorld } from '#tests/world-placements.ts';
import { placementLinkRoutes, placementRoutes } from './routes.ts';

let house: TestHouse;
let app: App;
let world: PlacementWorld;
let here: Recruiting;

before(async () => {
  house = await testHouse();
  app = mount(house.house, [...placementLinkRoutes, ...placementRoutes]);
  world = createPlacementWorld(house);
});
beforeEach(async () => {
  here = await world.aRecruitment();
  await house.admin.query('delete from outbox');
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function one(text: string, values: unknown[] = []) {
  return (await house.admin.query(text, values)).rows[0];
}

function aReferred(family = 'ZZ-NOM'): Promise<string> {
  return world.aReferredPerson(here.facilitator.organisation, here.prescriber.organisation, { family });
}

async function aPlacement(more: { state?: string; person?: string } = {}): Promise<string> {
  return world.aPlacement(here.offer, {
    person: more.person ?? (await aReferred()),
    holder: here.facilitator.organisation,
    company: here.company.organisation,
    proposedBy: here.prescriber.organisation,
    ...(more.state !== undefined && { state: more.state }),
  });
}

async function rowOf(placement: string) {
  return one('select * from placement where id = $1', [placement]);
}

test('suggestions read the profile kept in the pool, and nothing of one taken out of it', async () => {
  const person = await aReferred('Ddd Vivier');
  await house.admin.query("update job_offer set licence = 'B', level = 3 where id = $1", [here.offer]);
  await house.admin.query(
    "insert into pool_profile (person_id, holder_id, driving_licence, training_level) values ($1, $2, 'yes', 4)",
    [person, here.facilitator.organisation],
  );
  const path = `/besoins/${here.offer}/candidats?q=ddd`;
  const known = await visit(app, here.facilitator).get(path);
  assert.match(known.text, /Permis B(?! à)/);
  assert.match(known.text, /Niveau 4/);
  await house.admin.query("update pool_profile set driving_licence = 'no' where person_id = $1", [person]);
  assert.match((await visit(app, here.facilitator).get(path)).text, /Sans permis B/);
  await house.admin.query('update pool_profile set removed_at = now() where person_id = $1', [person]);
  assert.match((await visit(app, here.facilitator).get(path)).text, /Permis B à vérifier/);
  await house.admin.query("update job_offer set licence = '', level = null where id = $1", [here.offer]);
});

test('suggestions: free people first by their reasons, never those at work without an end, never one ineligible', async () => {
  const holder = here.facilitator.organisation;
  const best = await aReferred('Aaa Proche');
  await world.aFollowedPerson(holder, { family: 'Bbb Loin' });
  const refused = await world.aFollowedPerson(holder, { family: 'Ccc Non', eligible: null });
  await house.admin.query(
    `insert into eligibility (person_id, holder_id, verdict, from_day, rule_code, rule_version, decided_on)
     values ($1, $2, 'not-eligible', '2026-01-01', 'x', 'x', '2026-01-01')`,
    [refused, holder],
  );
  const { text } = await visit(app, here.facilitator).get(`/besoins/${here.offer}/candidats`);
  assert.match(text, /Aaa Proche Mina.*Même commune.*Bbb Loin Camille/s);
  assert.match(text, /Éligible jusqu’au 31\/12\/2027/);
  assert.doesNotMatch(text, /Ccc Non|Darrieux/, 'ineligible, or at work without an end');
  const search = await visit(app, here.facilitator).get(`/besoins/${here.offer}/candidats?q=bbb`);
  assert.doesNotMatch(search.text, /Aaa Proche/);
  const stranger = await world.aRecruitment();
  assert.equal((await visit(app, stranger.facilitator).get(`/besoins/${here.offer}/candidats`)).status, 404);
  const preview = await visit(app, here.facilitator).get(`/besoins/${here.offer}/candidats?personne=${best}`);
  assert.match(preview.text, /Ce que lira Bâtir Ouest.*M\. A\./s);
});

test('presented by the facilitator: the company gets a letter and a clock, reads initials, and the referent is told', async () => {
  const person = await aReferred();
  const visitor = visit(app, here.facilitator);
  const path = `/besoins/${here.offer}/candidats`;
  const sent = await visitor.submit(
    path,
    { person, presentation: 'Sait lire un plan.' },
    { on: `${path}?personne=${person}` },
  );
  assert.equal(sent.status, 303, sent.text);
  const row = await one('select * from placement where person_id = $1', [person]);
  assert.deepEqual(
    [row.state, row.initials, row.commune, row.proposed_by_id],
    ['proposed', 'M. Z.', 'Nantes', here.prescriber.organisation],
  );
  const due = await one(`select (due_on - sent_on) as days from placement where id = $1`, [row.id]);
  assert.equal(due.days, 7);
  const letters = await house.admin.query('select template from outbox order by 1');
  assert.deepEqual(letters.rows, [{ template: 'candidate-presented' }]);
  // The referent reads it at once on her page, and in the letter of the evening.
  const told = await one('select what from referral_feedback where person_id = $1', [person]);
  assert.equal(told.what, 'proposed');
  const twice = await visitor.submit(path, { person, presentation: '' });
  assert.equal(twice.status, 422);
  const company = await visit(app, here.company).get(`/candidatures/${row.id}`);
  assert.match(company.text, /M\. Z\..*Sait lire un plan\./s);
  assert.doesNotMatch(company.text, /ZZ-NOM|Mina|Mission locale/);
  assert.doesNotMatch((await visit(app, here.company).get('/candidatures')).text, /ZZ-NOM|Mina|Mission locale/);
});

test('the days to answer are a setting of the structure, kept as data', async () => {
  await house.admin.query(
    `insert into counting_setting (organisation_id, code, value, from_day, source) values ($1, 'answer-days', '3', '2026-01-01', 'Charte locale')`,
    [here.facilitator.organisation],
  );
  const person = await aReferred();
  await visit(app, here.facilitator).submit(`/besoins/${here.offer}/candidats`, { person });
  const row = await one('select (due_on - sent_on) as days from placement where person_id = $1', [person]);
  assert.equal(row.days, 3);
});

test('a company that cannot be reached is shown nobody', async () => {
  await house.admin.query(`update lot_party set contact_email = '' where id = $1`, [here.party]);
  const person = await aReferred();
  const sent = await visit(app, here.facilitator).submit(`/besoins/${here.offer}/candidats`, { person });
  assert.equal(sent.status, 422);
  assert.match(sent.text, /Aucune adresse n’est connue/);
  assert.equal((await one('select count(*) from placement where person_id = $1', [person])).count, 0);
});

test('a prescriber puts forward its own person in one sending; the company knows nothing before the facilitator presents', async () => {
  const person = await aReferred();
  const other = await world.aFollowedPerson(here.facilitator.organisation, {});
  const prescriber = visit(app, here.prescriber);
  const path = `/postes/${here.offer}/proposer`;
  const key = async () => (await prescriber.get('/candidatures')).text;
  const hidden = /name="cle" value="([^"]+)"/u.exec(await key())?.[1] ?? '';
  const theirs = await prescriber.submit(path, { person: other }, { key: hidden });
  assert.equal(theirs.status, 422);
  const sent = await prescriber.submit(path, { person, presentation: 'Libre lundi.' }, { key: hidden });
  assert.equal(sent.status, 303, sent.text);
  const placement = (sent.location ?? '').split('/').at(-1) ?? '';
  assert.equal((await rowOf(placement)).state, 'suggested');
  assert.equal((await visit(app, here.company).get(`/candidatures/${placement}`)).status, 404);
  assert.equal((await house.admin.query('select from outbox')).rowCount, 0);
  const presented = await visit(app, here.facilitator).submit(
    `/candidatures/${placement}/presenter`,
    { version: '1', presentation: 'Libre lundi, deux ans de métier.' },
    { on: `/candidatures/${placement}` },
  );
  assert.equal(presented.status, 303, presented.text);
  const company = await visit(app, here.company).get(`/candidatures/${placement}`);
  assert.match(company.text, /deux ans de métier/);
  assert.doesNotMatch(company.text, /prescripteur|À présenter/, 'nothing of what came before');
});

test('the company answers from its account; a stranger, a buyer and another company find nothing', async () => {
  const placement = await aPlacement();
  const company = visit(app, here.company);
  const sent = await company.submit(
    `/candidatures/${placement}/reponse`,
    { version: '1', answer: 'no', reason: 'skills' },
    { on: `/candidatures/${placement}` },
  );
  assert.equal(sent.status, 303, sent.text);
  assert.equal((await rowOf(placement)).state, 'rejected');
  const stranger = await world.aRecruitment();
  for (const person of [stranger.company, stranger.facilitator, stranger.prescriber]) {
    assert.equal((await visit(app, person).get(`/candidatures/${placement}`)).status, 404);
    assert.doesNotMatch((await visit(app, person).get('/candidatures')).text, new RegExp(placement));
  }
  assert.equal((await visit(app, here.buyer).get(`/candidatures/${placement}`)).status, 403);
});

test('a fact of her life closes a candidacy without the company reading it; the referent reads it', async () => {
  const placement = await aPlacement();
  const sent = await visit(app, here.facilitator).submit(
    `/candidatures/${placement}/etat`,
    { version: '1', to: 'withdrawn', reason: 'obstacle', note: 'ZZ-GARDE-ENFANT' },
    { on: `/candidatures/${placement}` },
  );
  assert.equal(sent.status, 303, sent.text);
  const company = await visit(app, here.company).get(`/candidatures/${placement}`);
  assert.equal(company.status, 200);
  assert.doesNotMatch(company.text, /ZZ-GARDE|Difficulté/);
  assert.equal((await rowOf(placement)).reason, 'other');
  const referent = await visit(app, here.prescriber).get(`/candidatures/${placement}`);
  assert.match(referent.text, /Difficulté incompatible avec le poste.*ZZ-GARDE-ENFANT/s);
  const again = await visit(app, here.facilitator).submit(
    `/candidatures/${placement}/etat`,
    { version: '2', to: 'proposed', note: 'Garde trouvée' },
    { on: `/candidatures/${placement}` },
  );
  assert.equal(again.status, 303, again.text);
  assert.equal((await rowOf(placement)).state, 'proposed');
});

test('a move by the form neither hires, nor answers, nor presents for the first time', async () => {
  const suggested = await aPlacement({ state: 'suggested' });
  const proposed = await aPlacement();
  for (const [placement, to] of [
    [suggested, 'proposed'],
    [proposed, 'hired'],
    [proposed, 'selected'],
    [proposed, 'silent'],
  ] as const) {
    const sent = await visit(app, here.facilitator).submit(
      `/candidatures/${placement}/etat`,
      { version: '1', to, note: 'x' },
      { on: `/candidatures/${placement}` },
    );
    assert.ok(sent.status === 409 || sent.status === 422, `${to} ${sent.status}`);
  }
});

test('an interview is fixed, moved, and put in an agenda that names nobody', async () => {
  const placement = await aPlacement();
  const path = `/candidatures/${placement}`;
  const visitor = visit(app, here.facilitator);
  const fields = { day: '2026-11-25', time: '14 h 30', minutes: '30', place: 'Chantier des Tanneurs', meets: '' };
  const past = await visitor.submit(`${path}/entretien`, { ...fields, day: '2026-11-18', time: '8:00' }, { on: path });
  assert.equal(past.status, 422);
  assert.match(past.text, /Ce moment est passé/);
  const sent = await visitor.submit(`${path}/entretien`, fields, { on: path });
  assert.equal(sent.status, 303, sent.text);
  assert.equal((await rowOf(placement)).state, 'interview');
  await visitor.submit(`${path}/entretien`, { ...fields, time: '15:00' }, { on: path });
  const file = await visit(app, here.company).get(`${path}/entretien.ics`);
  assert.match(file.text, /DTSTART:20261125T140000Z/);
  assert.match(file.text, /SEQUENCE:1/);
  assert.doesNotMatch(file.text, /ZZ-NOM|Mina/);
  assert.match((await visit(app, here.prescriber).get(path)).text, /Chantier des Tanneurs/);
});

test('a training before the hire keeps the answer of the rule in force that day', async () => {
  const placement = await aPlacement({ state: 'selected' });
  const path = `/candidatures/${placement}`;
  const fields = {
    kind: 'POEI',
    organiser: 'Centre des Docks',
    startsOn: '2026-11-23',
    endsOn: '2026-12-04',
    minutes: '70',
  };
  const visitor = visit(app, here.facilitator);
  const wrong = await visitor.submit(`${path}/formation`, { ...fields, endsOn: '2026-11-20' }, { on: path });
  assert.match(wrong.text, /finit avant de commencer/);
  assert.equal((await visitor.submit(`${path}/formation`, fields, { on: path })).status, 303);
  await house.admin.query(
    `insert into counting_setting (organisation_id, code, value, from_day, source) values ($1, 'training-before-hire', '{"counted": true}', '2026-01-01', 'Convention')`,
    [here.facilitator.organisation],
  );
  await visitor.submit(`${path}/formation`, { ...fields, kind: 'CARED' }, { on: path });
  const rows = await house.admin.query(
    'select kind, counted, minutes from pre_hire_training where placement_id = $1 order by kind',
    [placement],
  );
  assert.deepEqual(rows.rows, [
    { kind: 'CARED', counted: true, minutes: 4200 },
    { kind: 'POEI', counted: false, minutes: 4200 },
  ]);
});

test('the hire writes the contract in one step, fills the post, and opens the welcome sheet', async () => {
  const person = await aReferred();
  const placement = await aPlacement({ state: 'selected', person });
  const path = `/candidatures/${placement}`;
  const visitor = visit(app, here.facilitator);
  const form = await visitor.get(`${path}/embauche`);
  assert.match(form.text, /value="Maçon de chantier"/);
  assert.match(form.text, /value="2026-12-07"/);
  const fields = {
    version: '1',
    type: 'CDD',
    method: 'direct-hire',
    employerId: '',
    job: 'Maçon',
    weeklyMinutes: '35',
    startsOn: '2026-12-07',
    plannedEndOn: '2027-06-30',
  };
  const wrong = await visitor.submit(`${path}/embauche`, { ...fields, method: 'secondment' });
  assert.equal(wrong.status, 422);
  const sent = await visitor.submit(`${path}/embauche`, fields);
  assert.equal(sent.status, 303, sent.text);
  assert.equal(sent.location, `${path}/accueil`);
  const row = await rowOf(placement);
  const contract = await one('select * from employment_contract where id = $1', [row.contract_id]);
  assert.deepEqual(
    [row.state, contract.person_id, contract.company_id, contract.rome_code, contract.state],
    ['hired', person, here.company.organisation, 'F1703', 'planned'],
  );
  assert.equal((await one('select state from job_offer where id = $1', [here.offer])).state, 'filled');
  const replay = await visitor.submit(`${path}/embauche`, fields);
  assert.equal(replay.status, 422);
  assert.equal((await one('select count(*) from employment_contract where person_id = $1', [person])).count, 1);
  const sheet = {
    firstDay: '2026-12-07',
    firstTime: '7:30',
    address: '3 rue du Port',
    receives: 'M. Lenoir',
    phone: '',
    tutor: 'Mme Vial',
    brings: 'Chaussures',
  };
  assert.equal((await visitor.submit(`${path}/accueil`, sheet)).status, 303);
  const printed = await visit(app, here.company).get(`${path}/accueil`);
  assert.match(printed.text, /7 décembre 2026 à 07\u00A0h\u00A030.*3 rue du Port.*Mme Vial/s);
  assert.doesNotMatch(printed.text, /Éligib|ZZ-NOM/);
});

test('a company may not write what only the structure that follows her writes, even by the database', async () => {
  const placement = await aPlacement();
  await assert.rejects(
    asCompany(`update placement set presentation = 'autre' where id = '${placement}'`),
    /only the structure/,
  );
  await assert.rejects(
    asCompany(`insert into interview (placement_id, holder_id, company_id, starts_at, place)
      select id, holder_id, company_id, now(), 'x' from placement where id = '${placement}'`),
    /row-level security/,
  );
  assert.equal(await asCompany(`select id from person`), 3, 'those who work for it, no candidate');
});

async function asCompany(query: string): Promise<number> {
  const client = await house.fresh.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('role', 'guichet_app', true), set_config('app.organisation', $1, true), set_config('app.account', $2, true)`,
      [here.company.organisation, here.company.account],
    );
    return (await client.query(query)).rowCount ?? 0;
  } finally {
    await client.query('rollback');
    client.release();
  }
}
