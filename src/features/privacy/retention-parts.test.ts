/** Parts of a file that go before it: obstacles and notes, reasons of health and justice; and logs that leave the journal whole. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findChainBreaks } from '#db/audit-chain.ts';
import { runJob } from '#http/job.ts';
import { aDecision } from '#tests/world-eligibility.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import { createPathwayWorld } from '#tests/world-pathway.ts';
import { overPool } from '../../open-house.ts';
import { privacyJobs } from './jobs.ts';
import { privacyRoutes } from './routes.ts';

let house: MarketHouse;
let holder: string;

before(async () => {
  house = await marketHouse(privacyRoutes);
  holder = house.facilitator.organisation;
});

after(() => house.close());

async function night(day: string): Promise<void> {
  house.clock.set(`${day}T02:30:00Z`);
  await house.admin.query('update account set last_sign_in_at = $1', [house.clock.now()]);
  for (const job of privacyJobs) await runJob(house.house, job);
}

async function follow(family: string, since: string): Promise<string> {
  const id = await house.thread.aFollowedPerson(holder, { family, eligible: null });
  await house.admin.query('update person set created_at = $2 where id = $1', [id, `${since}T10:00:00Z`]);
  return id;
}

async function count(table: string, person: string): Promise<number> {
  const found = await house.admin.query(`select count(*)::integer as n from ${table} where person_id = $1`, [person]);
  return found.rows[0].n;
}

async function noticesOf(person: string): Promise<string[]> {
  const found = await house.admin.query(
    "select deed || ' ' || due_on || ' ' || state as told from retention_notice where person_id = $1 order by created_at, deed",
    [person],
  );
  return found.rows.map(({ told }) => told);
}

test('obstacles are told of at five months, deleted with their notes at six; the file stays', async () => {
  const person = await follow('Zzfreins', '2026-11-18');
  const obstacle = await createPathwayWorld(house).anObstacle({ person, holder });
  await house.admin.query("insert into obstacle_note (obstacle_id, holder_id, words) values ($1, $2, 'ZZ-MOTS')", [
    obstacle,
    holder,
  ]);
  await night('2027-04-17');
  assert.deepEqual(await noticesOf(person), []);
  await night('2027-04-18');
  assert.deepEqual(await noticesOf(person), ['erase-obstacles 2027-05-18 open']);
  await night('2027-05-17');
  assert.equal(await count('obstacle', person), 1);
  await night('2027-05-18');
  assert.equal(await count('obstacle', person), 0);
  const left = await house.admin.query("select from obstacle_note where words = 'ZZ-MOTS'");
  assert.equal(left.rowCount, 0);
  const file = await house.admin.query('select from person where id = $1 and anonymised_at is null', [person]);
  assert.equal(file.rowCount, 1);
});

test('a hold keeps obstacles past their notice', async () => {
  const person = await follow('Zzgele', '2027-05-18');
  await createPathwayWorld(house).anObstacle({ person, holder });
  await night('2027-10-20');
  await house.admin.query(
    `insert into legal_hold (person_id, organisation_id, ground, reason, until_day, created_by)
     values ($1, $2, 'litigation', 'Litige', '2028-06-30', $3)`,
    [person, holder, house.facilitator.account],
  );
  await night('2027-12-01');
  assert.equal(await count('obstacle', person), 1);
});

test('a reason of health goes after its window, counted by year; other reasons stay, and the answer too', async () => {
  const person = await follow('Zzmotif', '2027-06-01');
  const decision = await aDecision(house.admin, { person });
  await house.admin.query(
    "update eligibility set from_day = '2027-06-01', until_day = '2027-12-31' where person_id = $1",
    [person],
  );
  await house.admin.query('delete from eligibility_reason where person_id = $1', [person]);
  for (const criterion of ['HEALTH', 'DELD']) {
    await house.admin.query(
      `insert into eligibility_reason (eligibility_id, person_id, holder_id, criterion, criterion_version, main)
       select id, person_id, holder_id, $2, 'v1', false from eligibility where person_id = $1 limit 1`,
      [person, criterion],
    );
  }
  assert.ok(decision);
  await night('2027-12-02');
  assert.ok((await noticesOf(person)).includes('erase-reasons 2028-01-01 open'), String(await noticesOf(person)));
  await night('2027-12-31');
  assert.equal(await count('eligibility_reason', person), 2);
  await night('2028-01-01');
  const left = await house.admin.query('select criterion from eligibility_reason where person_id = $1', [person]);
  assert.deepEqual(left.rows, [{ criterion: 'DELD' }]);
  const tally = await house.admin.query('select criterion, year, decisions from reason_tally where holder_id = $1', [
    holder,
  ]);
  assert.deepEqual(tally.rows, [{ criterion: 'HEALTH', year: 2027, decisions: 1 }]);
  assert.equal(await count('eligibility', person), 1);
});

async function entry(action: string, at: string): Promise<void> {
  await house.admin.query(
    `insert into audit_event (organisation_id, at, entry)
     values ($1, $2, json_build_object('action', $3::text, 'subjectType', 'person')::text)`,
    [holder, at, action],
  );
}

async function left(action: string, at: string): Promise<number> {
  const found = await house.admin.query(
    'select from audit_event where organisation_id = $1 and action = $2 and at = $3',
    [holder, action, at],
  );
  return found.rowCount ?? 0;
}

test('sign-ins leave at a year, readings at three, decisions never; the chain still proves itself', async () => {
  const at = '2028-01-02T10:00:00Z';
  for (const action of ['session.opened', 'person.read', 'person.read', 'eligibility.decided', 'person.read']) {
    await entry(action, at);
  }
  await night('2029-01-02');
  assert.equal(await left('session.opened', at), 1);
  await night('2029-01-03');
  assert.equal(await left('session.opened', at), 0);
  assert.equal(await left('person.read', at), 3);
  await night('2031-01-03');
  assert.equal(await left('person.read', at), 0);
  assert.equal(await left('eligibility.decided', at), 1);
  assert.deepEqual(await findChainBreaks(overPool(house.admin)), []);
});

test('nobody deletes by hand what no segment covers', async () => {
  await assert.rejects(house.admin.query("delete from audit_event where action = 'eligibility.decided'"), {
    code: '23001',
  });
});
