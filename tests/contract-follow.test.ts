/** Whoever writes a contract draws its visits and its measures: through every story, at random, and each night for what is left. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { followLeft } from '#features/visits/follow-left.ts';
import { peopleRoutes } from '#features/people/routes.ts';
import { runJob } from '#http/job.ts';
import { sources } from './architecture/source-tree.ts';
import { writesOf } from './architecture/table-writes.ts';
import { seeded } from './conservation.ts';
import { visit } from './visitor.ts';
import type { MarketHouse } from './world-markets.ts';
import { marketHouse } from './world-markets.ts';
import type { Thread } from './world-thread.ts';

let house: MarketHouse;
let thread: Thread;

before(async () => {
  house = await marketHouse(peopleRoutes);
  house.clock.set(new Date('2026-01-05T06:00:00Z'));
  thread = await house.thread.aThread();
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function agenda(contract: string): Promise<string[]> {
  const found = await house.admin.query(
    `select due_on::text as due, kind, state from visit where contract_id = $1 and state <> 'cancelled' order by due_on`,
    [contract],
  );
  return found.rows.map(({ due, kind, state }) => `${due} ${kind}${state === 'planned' ? '' : ` ${state}`}`);
}

async function measures(person: string): Promise<string[]> {
  const found = await house.admin.query(
    "select point, due_on::text as due from exit_situation where person_id = $1 and state = 'expected' order by due_on, point desc",
    [person],
  );
  return found.rows.map(({ point, due }) => `${due} ${point}`);
}

async function aContract(more: Record<string, string> = {}) {
  const desk = visit(house.app, await fresh());
  const person = await house.thread.aFollowedPerson(thread.facilitator.organisation);
  const sent = await desk.submit(`/personnes/${person}/contrats/nouveau`, {
    lot: thread.lot,
    companyId: thread.company.organisation,
    method: 'direct-hire',
    type: 'CDD',
    weeklyMinutes: '35',
    startsOn: '2026-01-05',
    trialEndsOn: '2026-02-04',
    plannedEndOn: '2026-09-30',
    ...more,
  });
  assert.equal(sent.status, 303, sent.text);
  return { person, contract: String(sent.location).replace('/contrats/', '') };
}

/** The clock walks: each act brings a session of its day. */
async function fresh() {
  const { account, membership } = thread.facilitator;
  return { ...thread.facilitator, session: await house.world.aSession(account, membership) };
}

async function act(contract: string, what: string, fields: Record<string, string>) {
  const found = await house.admin.query('select version from employment_contract where id = $1', [contract]);
  const version = String(found.rows[0].version);
  const on = what === 'modifier' ? `/contrats/${contract}/modifier` : `/contrats/${contract}`;
  return visit(house.app, await fresh()).submit(`/contrats/${contract}/${what}`, { version, ...fields }, { on });
}

test('V1 par la porte : le contrat enregistré a son agenda, et qui suit le lot y va', async () => {
  const { contract } = await aContract();
  assert.deepEqual(await agenda(contract), [
    '2026-01-05 first-day',
    '2026-01-09 first-week',
    '2026-02-04 trial-end',
    '2026-04-03 quarterly',
    '2026-07-03 quarterly',
    '2026-09-23 before-end',
  ]);
  const goes = await house.admin.query('select distinct account_id from visit where contract_id = $1', [contract]);
  assert.deepEqual(goes.rows, [{ account_id: thread.facilitator.account }]);
});

test('V2 par la porte : rompu le 20/03, les visites suivantes tombent, l’entretien de sortie est créé, le fait reste', async () => {
  const { contract, person } = await aContract();
  await house.admin.query(
    "update visit set state = 'done', done_on = due_on where contract_id = $1 and kind = 'first-day'",
    [contract],
  );
  assert.equal((await act(contract, 'fin', { day: '2026-03-20', reason: 'employee-break' })).status, 303);
  assert.deepEqual(await agenda(contract), [
    '2026-01-05 first-day done',
    '2026-01-09 first-week',
    '2026-02-04 trial-end',
    '2026-03-27 exit-interview',
  ]);
  assert.deepEqual(await measures(person), [
    '2026-03-20 contract-end',
    '2026-03-20 clause-exit',
    '2026-06-20 m3',
    '2026-09-20 m6',
    '2027-03-20 m12',
  ]);
});

test('a renewal and a CDI follow on: their own visits, and no question while the person stays', async () => {
  const { contract, person } = await aContract();
  const renewed = await act(contract, 'suite', { newEnd: '2027-03-31', etape: 'suite' });
  const next = String(renewed.location).replace('/contrats/', '');
  assert.equal((await agenda(next)).at(-1), '2027-03-24 before-end');
  const other = await aContract();
  assert.equal((await act(other.contract, 'cdi', { from: '2026-06-01' })).status, 303);
  assert.ok(!(await agenda(other.contract)).some((line) => line > '2026-06'));
  for (const one of [person, other.person]) assert.deepEqual(await measures(one), []);
});

test('a contract taken back has neither visit nor question', async () => {
  const { contract, person } = await aContract();
  assert.equal((await act(contract, 'retirer', { reason: 'Saisi deux fois' })).status, 303);
  assert.deepEqual([await agenda(contract), await measures(person)], [[], []]);
});

test('random lives through the doors: what is done stays, nothing is planned after the end, each key once', async () => {
  const random = seeded(2026);
  const day = (most: number) => new Date(Date.UTC(2026, 0, 5 + Math.floor(random() * most))).toISOString().slice(0, 10);
  for (let life = 0; life < 12; life += 1) {
    const { contract, person } = await aContract();
    for (let step = 0; step < 5; step += 1) {
      const done = await house.admin.query(
        `update visit set state = 'done', done_on = due_on, version = version + 1 where id in (
           select id from visit where contract_id = $1 and state = 'planned' order by id limit 1) returning id`,
        [contract],
      );
      const chosen = random();
      if (chosen < 0.5)
        await act(contract, 'modifier', { startsOn: day(60), plannedEndOn: day(600), weeklyMinutes: '35' });
      else if (chosen < 0.7) await act(contract, 'fin', { day: day(500), reason: 'mutual-break' });
      else await runJob(house.house, { name: 'visits.follow', permission: 'pathway.follow', run: followLeft });
      const found = await house.admin.query(
        `select v.*, v.due_on::text as due, c.ended_on::text as ended, coalesce(c.planned_end_on, c.ended_on)::text as planned
         from visit v join employment_contract c on c.id = v.contract_id where v.contract_id = $1`,
        [contract],
      );
      for (const { id } of done.rows) assert.equal(found.rows.find((row) => row.id === id)?.state, 'done');
      assert.equal(new Set(found.rows.map((row) => row.plan_key)).size, found.rows.length);
      for (const row of found.rows.filter(({ state, kind }) => state === 'planned' && kind !== 'exit-interview')) {
        assert.ok(row.due <= (row.ended ?? row.planned) || row.kind === 'first-day', `${row.kind} ${row.due}`);
      }
    }
    const questions = await house.admin.query('select point from exit_situation where person_id = $1', [person]);
    assert.equal(new Set(questions.rows.map(({ point }) => point)).size, questions.rowCount);
  }
});

test('each night: what was never drawn is drawn once, and a person who came back is not asked any more', async () => {
  const person = await house.thread.aFollowedPerson(thread.facilitator.organisation);
  const company = thread.company.organisation;
  const holder = thread.facilitator.organisation;
  const contract = await house.thread.aContract(thread, {
    person,
    holder,
    company,
    startsOn: '2026-02-02',
    plannedEndOn: '2026-12-31',
  });
  await house.admin.query('update employment_contract set created_at = $2 where id = $1', [
    contract,
    house.clock.now(),
  ]);
  const night = () => runJob(house.house, { name: 'visits.follow', permission: 'pathway.follow', run: followLeft });
  await night();
  const drawn = await agenda(contract);
  assert.equal(drawn.length, 6);
  await night();
  assert.deepEqual(await agenda(contract), drawn);
  const old = await house.thread.aContract(thread, { person, holder, company, startsOn: '2025-09-01', state: 'ended' });
  await house.admin.query("update employment_contract set ended_on = '2025-12-31', end_reason = 'term' where id = $1", [
    old,
  ]);
  await house.admin.query(
    "insert into exit_situation (holder_id, person_id, contract_id, point, due_on) values ($1, $2, $3, 'm3', '2026-03-31')",
    [holder, person, old],
  );
  await night();
  assert.deepEqual(await measures(person), ['2025-12-31 contract-end']);
});

test('nobody writes a contract without following it', () => {
  const known = new Set(['employment_contract']);
  const writers = sources('src').filter(
    ({ file, text }) =>
      !/\.test\.tsx?$|demonstration\/seed|demonstration\/thread/.test(file) &&
      writesOf({ text, known }).includes('employment_contract'),
  );
  assert.deepEqual(
    writers.map(({ file }) => file),
    ['src/db/employment-contract.ts', 'src/features/people/contract-queries.ts', 'src/features/people/move-by-days.ts'],
  );
  for (const { file, text } of writers) {
    const writes =
      text.split(/(?:insertInto|updateTable)\('employmentContract'\)|update employment_contract/u).length - 1;
    assert.equal(text.split('await followContract(').length - 1, writes, file);
  }
});
