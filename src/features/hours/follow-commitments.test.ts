/** A commitment in hours lives with its hours and its days: moved by each decision, taken back with it, and by the night. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runJob } from '#http/job.ts';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import type { Thread, ThreadWorld } from '#tests/world-thread.ts';
import { hoursJobs } from './jobs.ts';
import { reviewRoutes } from './review-routes.ts';

let house: TestHouse;
let app: App;
let thread: ThreadWorld;

before(async () => {
  house = await testHouse();
  app = mount(house.house, reviewRoutes);
  thread = createThreadWorld(house);
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function night(): Promise<void> {
  const job = hoursJobs.find(({ name }) => name === 'hours.commitments');
  assert.ok(job);
  await runJob(house.house, job);
}

async function stateNow(commitment: string): Promise<string> {
  return (await house.admin.query('select state from commitment where id = $1', [commitment])).rows[0].state;
}

async function aMonth(on: Thread, month: string, hours: number): Promise<string> {
  const id = await thread.aDeclaration(on, { company: on.company.organisation, month, state: 'submitted' });
  await thread.anEntry({ declaration: id, contract: on.workers[0].contract, hours });
  return id;
}

test('12.3 validated hours move the commitment, undone they move it back, each with its line in the journal', async () => {
  const one = await thread.aThread();
  const desk = visit(app, one.facilitator);
  await house.admin.query('update commitment_version set minutes = 100 * 60 where commitment_id = $1', [
    one.commitment,
  ]);
  await house.admin.query("update commitment set state = 'contractual' where id = $1", [one.commitment]);
  const decide = (id: string, verb: string) =>
    desk.submit(`/heures/${id}/${verb}`, { version: '1' }, { on: `/heures/${id}` });
  const first = await aMonth(one, '2026-06', 90);
  await decide(first, 'valider');
  assert.equal(await stateNow(one.commitment), 'in-progress');
  const second = await aMonth(one, '2026-07', 10);
  await decide(second, 'valider');
  assert.equal(await stateNow(one.commitment), 'fulfilled');
  await decide(second, 'remettre');
  assert.equal(await stateNow(one.commitment), 'in-progress');
  const told = await house.admin.query(
    `select entry::jsonb -> 'before' ->> 'state' as before, entry::jsonb -> 'after' ->> 'state' as after
     from audit_event where action = 'commitment.followed' and subject_id = $1 order by sequence`,
    [one.lot],
  );
  assert.deepEqual(told.rows, [
    { before: 'contractual', after: 'in-progress' },
    { before: 'in-progress', after: 'fulfilled' },
    { before: 'fulfilled', after: 'in-progress' },
  ]);
});

test('12.3 the days that pass do the rest each night: begun, at risk, settled; nothing the second night', async () => {
  const began = await thread.aThread();
  const late = await thread.aThread();
  const over = await thread.aThread();
  const waits = await thread.aThread();
  const suspended = await thread.aThread();
  const all = [began, late, over, waits, suspended];
  for (const each of all) {
    await house.admin.query("update commitment set state = 'contractual' where id = $1", [each.commitment]);
  }
  await house.admin.query("update commitment set state = 'suspended' where id = $1", [suspended.commitment]);
  const today = house.clock.now().toISOString().slice(0, 10);
  await house.admin.query('update lot set starts_on = $2 where id = $1', [began.lot, today]);
  await house.admin.query("update lot set starts_on = '2027-06-01' where id = $1", [waits.lot]);
  await house.admin.query("update lot set ends_on = '2026-06-30' where id = $1", [over.lot]);
  await night();
  const states = await Promise.all(all.map(({ commitment }) => stateNow(commitment)));
  assert.deepEqual(states, ['at-risk', 'at-risk', 'not-fulfilled', 'contractual', 'suspended']);
  const count = async () =>
    Number(
      (await house.admin.query("select count(*) from audit_event where action = 'commitment.followed'")).rows[0].count,
    );
  const before = await count();
  await night();
  assert.equal(await count(), before);
  const chain = await house.admin.query(
    "select organisation_id from audit_event where action = 'commitment.followed' and subject_id = $1",
    [late.lot],
  );
  assert.deepEqual(chain.rows, [{ organisation_id: late.facilitator.organisation }], 'in the journal of who leads');
});
