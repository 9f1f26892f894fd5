/** Who read my file: each page that names one person's sensitive data writes that it was read, and she is told. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isReading, readings } from '#domain/audit-subjects.ts';
import { routes } from '../src/routes.ts';
import { visit } from './visitor.ts';
import type { MarketHouse } from './world-markets.ts';
import { marketHouse } from './world-markets.ts';
import { createPathwayWorld } from './world-pathway.ts';
import type { Thread } from './world-thread.ts';
import type { Person } from './world.ts';

let house: MarketHouse;
let thread: Thread;
let team: Person;
let mission: Person;
let dpo: Person;
let objects: Record<string, string>;

before(async () => {
  house = await marketHouse(routes);
  thread = await house.thread.aThread();
  const holder = thread.facilitator.organisation;
  team = await house.world.aMember(holder, 'facilitator.accompaniment');
  dpo = await house.world.aMember(holder, 'control.dpo');
  mission = await house.world.aMember(await house.world.anOrganisation('prescriber'), 'prescriber.user');
  const world = createPathwayWorld(house);
  const { person, contract } = thread.workers[0];
  const walk = { person, contract, holder };
  await world.prescribed(person, mission.organisation);
  objects = {
    person,
    contract,
    visit: await world.aVisit(walk),
    report: await world.aReport(walk),
    exit: await world.anExit(walk),
  };
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

/** One line per page about one person (permissions.md §6.2, "!"), with what the journal keeps. */
const pages: readonly [who: 'team' | 'mission', address: string, action: string][] = [
  ['team', '/personnes/:person', 'person.read'],
  ['team', '/personnes/:person/modifier', 'person.read'],
  ['team', '/personnes/:person/parcours', 'person.read'],
  ['team', '/personnes/:person/prescripteurs', 'person.read'],
  ['team', '/personnes/:person/eligibilite', 'eligibility.reasons-read'],
  ['team', '/personnes/:person/situation', 'eligibility.reasons-read'],
  ['team', '/personnes/:person/competences', 'skill.read'],
  ['team', '/personnes/:person/freins', 'obstacle.read'],
  ['team', '/personnes/:person/vivier', 'pool.read'],
  ['team', '/contrats/:contract', 'person.read'],
  ['team', '/contrats/:contract/evaluations', 'evaluation.read'],
  ['team', '/contrats/:contract/bilans', 'report.read'],
  ['team', '/bilans/:report', 'report.read'],
  ['team', '/bilans/:report/modifier', 'report.read'],
  ['team', '/visites/:visit', 'visit.read'],
  ['team', '/sorties/:exit', 'exit.read'],
  ['mission', '/personnes/:person/partage', 'obstacle.shared-read'],
];

for (const [who, address, action] of pages) {
  test(`${address} is noted as ${action}, and the person is told`, async () => {
    const reader = who === 'team' ? team : mission;
    const path = address.replace(/:(\w+)/u, (_, name: string) => objects[name] ?? name);
    const count = async () =>
      Number(
        (
          await house.admin.query(
            `select count(*) from audit_event where subject_type = 'person' and subject_id = $1 and action = $2 and account_id = $3`,
            [objects['person'], action, reader.account],
          )
        ).rows[0].count,
      );
    const before = await count();
    assert.equal((await visit(house.app, reader).get(path)).status, 200);
    assert.equal(await count(), before + 1);
    assert.ok(isReading(action), `${action} is shown to nobody`);
  });
}

test('whoever answers for the data reads each of them', async () => {
  const { text } = await visit(house.app, dpo).get(`/donnees/lectures?personne=${objects['person']}`);
  for (const action of new Set(pages.map(([, , one]) => one))) {
    assert.ok(Object.hasOwn(readings, action));
  }
  assert.match(text, /freins|gêne/u);
});
