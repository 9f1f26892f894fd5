/** Obstacles: the accompanying team alone, in its position of the day; shared one by one; every reading in the journal. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Position } from '#domain/position.ts';
import { visit } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { PathwayWorld } from '#tests/world-pathway.ts';
import { createPathwayWorld } from '#tests/world-pathway.ts';
import type { Thread } from '#tests/world-thread.ts';
import type { Person } from '#tests/world.ts';
import { pathwayRoutes } from './routes.ts';

let house: MarketHouse;
let pathway: PathwayWorld;
let thread: Thread;
let team: Person;
let mission: Person;
let person: string;

before(async () => {
  house = await marketHouse(pathwayRoutes);
  pathway = createPathwayWorld(house);
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});
beforeEach(async () => {
  thread = await house.thread.aThread();
  person = thread.workers[0].person;
  team = await house.world.aMember(thread.facilitator.organisation, 'facilitator.accompaniment');
  mission = await house.world.aMember(await house.world.anOrganisation('prescriber'), 'prescriber.user');
  await pathway.prescribed(person, mission.organisation);
});

const path = () => `/personnes/${person}/freins`;

function add(kind: string, more: Record<string, string> = {}) {
  return visit(house.app, team).submit(path(), { kind, specialist: '', specialistPhone: '', words: '', ...more });
}

async function only() {
  const found = await house.admin.query('select * from obstacle where person_id = $1', [person]);
  return found.rows[0];
}

/** Rows read by the application's own role, as this member. */
async function rowsAs(someone: Person, query: string): Promise<number> {
  const client = await house.fresh.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `select set_config('role', 'guichet_app', true), set_config('app.organisation', $1, true),
        set_config('app.account', $2, true), set_config('app.actor', $3, true)`,
      [someone.organisation, someone.account, `member:${someone.membership}`],
    );
    return (await client.query(query)).rowCount ?? 0;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('added, followed, passed on, lifted; nothing of it in the journal but that it happened', async () => {
  assert.equal((await add('housing', { words: 'ZZ-MOTS' })).status, 303);
  assert.match((await add('housing')).text, /déjà suivi/);
  const { id } = await only();
  const follow = (version: string, state: string, specialist = '') =>
    visit(house.app, team).submit(`/freins/${id}`, { version, state, specialist }, { on: path() });
  assert.match((await follow('1', 'referred')).text, /vers qui la personne est orientée/);
  assert.equal((await follow('1', 'referred', 'SIAO 44')).status, 303);
  assert.equal((await follow('1', 'lifted')).status, 409);
  assert.equal((await follow('2', 'lifted')).status, 303);
  const kept = await only();
  assert.deepEqual([kept.state, kept.version, kept.referent_id], ['lifted', 3, team.account]);
  assert.match((await visit(house.app, team).get(path())).text, /ZZ-MOTS/);
  const journal = await house.admin.query(
    "select entry from audit_event where organisation_id = $1 and action like 'obstacle.%'",
    [team.organisation],
  );
  assert.ok(journal.rows.length >= 4);
  for (const { entry } of journal.rows) assert.doesNotMatch(entry, /housing|SIAO|ZZ-MOTS|lifted/);
});

test('health keeps no detail: a verdict, to be passed on', async () => {
  await add('health');
  assert.match((await visit(house.app, team).get(path())).text, /Santé, à orienter/);
  assert.equal((await add('debt', { words: '2 84 12 76 451 089 46' })).status, 422);
});

for (const position of [
  'facilitator.admin',
  'facilitator.facilitator',
  'facilitator.clerk',
  'facilitator.steering',
  'control.dpo',
  'control.auditor',
] as const satisfies readonly Position[]) {
  test(`${position} reads no obstacle of her own structure, by the door or in the database`, async () => {
    await add('housing', { words: 'Pour l’équipe' });
    const someone = await house.world.aMember(team.organisation, position);
    assert.equal((await visit(house.app, someone).get(path())).status, 403);
    for (const table of ['obstacle', 'obstacle_note', 'obstacle_share']) {
      assert.equal(await rowsAs(someone, `select 1 from ${table}`), 0, table);
    }
  });
}

test('two positions in one structure are two sights: only the one in use counts', async () => {
  await add('housing');
  const both = await house.world.aMember(team.organisation, 'facilitator.facilitator', { account: team.account });
  assert.equal(await rowsAs(team, 'select 1 from obstacle'), 1);
  assert.equal(await rowsAs({ ...team, membership: both.membership }, 'select 1 from obstacle'), 0);
  await house.admin.query('update membership set suspended_at = now() where id = $1', [team.membership]);
  assert.equal(await rowsAs(team, 'select 1 from obstacle'), 0);
});

test('each reading is written in the journal, of whoever reads', async () => {
  await add('housing');
  await visit(house.app, team).get(path());
  await visit(house.app, mission).get(`/personnes/${person}/partage`);
  const read = await house.admin.query(
    "select action, account_id from audit_event where subject_id = $1 and action like 'obstacle.%read' order by action",
    [person],
  );
  assert.ok(read.rows.some(({ action, account_id }) => action === 'obstacle.read' && account_id === team.account));
  assert.ok(
    read.rows.some(({ action, account_id }) => action === 'obstacle.shared-read' && account_id === mission.account),
  );
});

test('shared one by one with the prescriber that sent her, without the notes, and no longer when it ends', async () => {
  await add('housing', { words: 'ZZ-MOTS' });
  const { id } = await only();
  await add('debt');
  const shared = () => visit(house.app, mission).get(`/personnes/${person}/partage`);
  const freins = async () => /Freins partagés[\s\S]*Bilans tripartites/.exec((await shared()).text)?.[0] ?? '';
  assert.doesNotMatch(await freins(), /Logement|Dettes/);
  const send = (what: string) => visit(house.app, team).submit(`/freins/${id}/${what}`, {}, { on: path() });
  assert.equal((await send('partager')).status, 303);
  assert.match(await freins(), /Logement/);
  assert.doesNotMatch((await shared()).text, /ZZ-MOTS/);
  assert.doesNotMatch(await freins(), /Dettes/);
  assert.equal(await rowsAs(mission, 'select 1 from obstacle_note'), 0);
  assert.equal((await send('ne-plus-partager')).status, 303);
  assert.doesNotMatch(await freins(), /Logement/);
});

test('without a prescriber there is nobody to share with', async () => {
  await house.admin.query("update referral set state = 'withdrawn' where person_id = $1", [person]);
  await add('housing');
  const { id } = await only();
  const sent = await visit(house.app, team).submit(`/freins/${id}/partager`, {}, { on: path() });
  assert.match(sent.text, /personne à qui partager/);
});

test('a prescriber signals in two clicks, is told who reads, and the accompanying team alone finds it waiting', async () => {
  const door = `/personnes/${person}/partage`;
  assert.match((await visit(house.app, mission).get(door)).text, /Qui le lira/);
  const sent = await visit(house.app, mission).submit(door, { kind: 'childcare', words: 'Crèche fermée.' });
  assert.equal(sent.status, 303);
  assert.match((await visit(house.app, mission).submit(door, { kind: 'childcare' })).text, /déjà suivi/);
  assert.match((await visit(house.app, team).get('/')).text, /1\u00A0difficulté signalée/);
  assert.doesNotMatch((await visit(house.app, thread.facilitator).get('/')).text, /difficulté signalée/);
  assert.match((await visit(house.app, team).get(path())).text, /Crèche fermée/);
  assert.match((await visit(house.app, mission).get(door)).text, /signalé par vous/);
});

test('the database: a prescriber signals for nobody else, and shares nothing with itself', async () => {
  const [, other] = thread.workers;
  await add('housing');
  const { id } = await only();
  await assert.rejects(
    rowsAs(
      mission,
      `insert into obstacle (holder_id, person_id, kind, opened_on, signalled_by)
       values ('${team.organisation}', '${other.person}', 'debt', '2026-11-18', '${mission.organisation}')`,
    ),
    /row-level security/,
  );
  await assert.rejects(
    rowsAs(
      mission,
      `insert into obstacle_share (obstacle_id, holder_id, prescriber_id)
       values ('${id}', '${team.organisation}', '${mission.organisation}')`,
    ),
    /row-level security/,
  );
});
