/** Whom a prescriber follows: by its own proposals, met or not, first or second, noted by telephone; and no longer once withdrawn. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { mailJobs } from '#features/mails/jobs.ts';
import { announceEndings } from '#features/pathway/announce.ts';
import { runJob } from '#http/job.ts';
import { testHouse } from './house.ts';
import type { TestHouse } from './house.ts';
import { visit } from './visitor.ts';
import { aProposal } from './world-proposal.ts';
import { createPathwayWorld } from './world-pathway.ts';
import { createPlacementWorld } from './world-placements.ts';
import type { PlacementWorld, Recruiting } from './world-placements.ts';
import type { Person } from './world.ts';

let house: TestHouse;
let world: PlacementWorld;
let here: Recruiting;
let person: string;
let second: Person;

async function insert(table: string, row: Record<string, unknown>): Promise<string> {
  const full = { id: randomUUID(), ...row };
  const names = Object.keys(full);
  await house.admin.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
    Object.values(full),
  );
  return full.id;
}

function propose(prescriber: string, more: { state?: string; referentEmail?: string } = {}) {
  const holder = here.facilitator.organisation;
  return aProposal(insert, { person, holder, prescriber, given: 'Mina', family: 'Deuxième', ...more });
}

before(async () => {
  house = await testHouse();
  world = createPlacementWorld(house);
  here = await world.aRecruitment();
  const holder = here.facilitator.organisation;
  person = await world.aReferredPerson(holder, here.prescriber.organisation, { family: 'Premier' });
  const contract = await world.aContract(here, {
    person,
    holder,
    company: here.company.organisation,
    startsOn: '2026-03-02',
  });
  await house.admin.query("update employment_contract set planned_end_on = '2026-12-28' where id = $1", [contract]);
  const pathway = createPathwayWorld(house);
  await pathway.aVisit({ person, contract, holder });
  await pathway.anExit({ person, contract, holder });
  await pathway.aReport({ person, contract, holder });
  second = await house.world.aMember(
    await house.world.anOrganisation('prescriber', { name: 'Point conseil des Rives' }),
    'prescriber.user',
  );
  await insert('prescriber_partner', { holder_id: holder, prescriber_id: second.organisation, kind: 'CIDFF' });
  await propose(second.organisation, { referentEmail: 'referente@conseil.test' });
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

const read = async (who: Person, path: string) => (await visit(house.app, who).get(path)).text;

test('whoever proposed her reads her work, her visits, exits and reports by the name it gave', async () => {
  for (const [who, name] of [
    [here.prescriber, 'Premier'],
    [second, 'Deuxième'],
  ] as const) {
    for (const path of ['/suites', '/visites', '/sorties', `/personnes/${person}/partage`]) {
      const text = await read(who, path);
      assert.match(text, new RegExp(name), path);
      assert.doesNotMatch(text, name === 'Premier' ? /Deuxième/ : /Premier/, path);
    }
    const report = await house.admin.query('select id from tripartite_report where person_id = $1', [person]);
    assert.match(await read(who, `/bilans/${report.rows[0].id}`), new RegExp(name));
    assert.match(await read(who, '/visites?q=mina'), new RegExp(name), 'found by name');
  }
});

test('a known person, met since, is proposed on a post and comes to a session', async () => {
  assert.match(await read(here.prescriber, `/postes/${here.offer}`), /Premier Mina/);
  const path = `/postes/${here.offer}`;
  const sent = await visit(house.app, here.prescriber).submit(`${path}/proposer`, { person }, { on: path });
  assert.equal(sent.status, 303, sent.text.slice(0, 400));
  await world.invite(here.facilitator.organisation, here.prescriber.organisation);
  const session = `/informations-collectives/${await world.aSession(here.facilitator.organisation)}`;
  assert.match(await read(here.prescriber, session), /Premier Mina/);
  const joined = await visit(house.app, here.prescriber).submit(
    `${session}/inscriptions`,
    { people: person },
    { on: session },
  );
  assert.equal(joined.status, 303);
  assert.match(await read(here.prescriber, session), /Premier Mina/);
});

test('each prescriber is told of the end of her contract, at the referent’s address; nobody to write to is not noted', async () => {
  await house.admin.query("update organisation set email = '' where id = $1", [here.prescriber.organisation]);
  await announce();
  const told = async () => (await house.admin.query('select prescriber_id from contract_alert')).rows;
  assert.deepEqual(await told(), [{ prescriber_id: second.organisation }]);
  const letters = await house.admin.query(
    "select recipient, template from outbox where template like 'contract-ending%'",
  );
  assert.deepEqual(letters.rows, [{ recipient: 'referente@conseil.test', template: 'contract-ending-link' }]);
  for (const job of mailJobs) if (job.name === 'mail.deliver') await runJob(house.house, job);
  const kept = await house.admin.query("select kept_body from outbox where template = 'contract-ending-link'");
  const link = /http\S+(\/suivi-candidats\/\S+)/u.exec(kept.rows[0].kept_body)?.[1] ?? '';
  assert.match((await visit(house.app).get(link)).text, /Contrat prévu jusqu’au 28\/12\/2026/);
  await house.admin.query("update organisation set email = 'accueil@mission.test' where id = $1", [
    here.prescriber.organisation,
  ]);
  await announce();
  assert.equal((await told()).length, 2);
  await announce();
  const all = await house.admin.query("select 1 from outbox where template like 'contract-ending%'");
  assert.equal(all.rowCount, 2);
});

test('who withdrew reads nothing more, and the team no longer shares with it', async () => {
  await house.admin.query("update referral set state = 'withdrawn', closed_at = now() where prescriber_id = $1", [
    second.organisation,
  ]);
  for (const path of ['/suites', '/visites', '/sorties']) {
    assert.doesNotMatch(await read(second, path), /Deuxième|Bâtir Ouest/, path);
  }
  assert.equal((await visit(house.app, second).get(`/personnes/${person}/partage`)).status, 404);
  assert.match(await read(here.prescriber, '/suites'), /Premier/);
});

function announce() {
  return runJob(house.house, {
    name: 'pathway.announce',
    permission: 'pathway.follow',
    run: async (job) => void (await job.transaction(announceEndings)),
  });
}
