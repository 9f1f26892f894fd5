/** Contracts along the calendar: each night they begin, end their trial and reach their term; an end or a removal is taken back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { runJob } from '#http/job.ts';
import { visit } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { Thread } from '#tests/world-thread.ts';
import { peopleJobs } from './jobs.ts';
import { peopleRoutes } from './routes.ts';

let house: MarketHouse;
let thread: Thread;

before(async () => {
  house = await marketHouse(peopleRoutes);
  thread = await house.thread.aThread();
});
after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function aContract(more: { startsOn?: string; plannedEndOn?: string; state?: string; trial?: string }) {
  const holder = thread.facilitator.organisation;
  const person = await house.thread.aFollowedPerson(holder);
  const { trial, ...terms } = more;
  const id = await house.thread.aContract(thread, { person, holder, company: thread.company.organisation, ...terms });
  if (trial !== undefined) {
    await house.admin.query('update employment_contract set trial_ends_on = $2 where id = $1', [id, trial]);
  }
  return id;
}

async function night(): Promise<void> {
  for (const job of peopleJobs) await runJob(house.house, job);
}

async function row(id: string) {
  const found = await house.admin.query(
    'select state, ended_on::text as last, end_reason as reason, version from employment_contract where id = $1',
    [id],
  );
  return found.rows[0];
}

function send(id: string, step: string, fields: Record<string, string> = {}) {
  return visit(house.app, thread.facilitator).submit(`/contrats/${id}/${step}`, fields, { on: `/contrats/${id}` });
}

test('12.3 each night: begun, trial over, come to its term with its visits and measures; a second night changes nothing', async () => {
  const begun = await aContract({ startsOn: '2026-11-01', state: 'planned' });
  const tried = await aContract({ startsOn: '2026-03-02', trial: '2026-04-01' });
  const over = await aContract({ startsOn: '2026-03-02', plannedEndOn: '2026-09-30' });
  const suspended = await aContract({ startsOn: '2026-03-02', state: 'suspended' });
  const later = await aContract({ startsOn: '2027-03-01', state: 'planned' });
  await night();
  const states = await Promise.all([begun, tried, over, suspended, later].map(row));
  assert.deepEqual(
    states.map(({ state }) => state),
    ['active', 'trial-over', 'ended', 'suspended', 'planned'],
  );
  assert.deepEqual([states[2].last, states[2].reason], ['2026-09-30', 'term']);
  const measures = await house.admin.query('select count(*)::int as count from exit_situation where contract_id = $1', [
    over,
  ]);
  assert.ok(measures.rows[0].count > 0, 'where she is afterwards will be asked');
  const journal = await house.admin.query(
    "select organisation_id from audit_event where action = 'employment.ended' and subject_id = $1",
    [over],
  );
  assert.deepEqual(journal.rows, [{ organisation_id: thread.facilitator.organisation }]);
  await night();
  assert.deepEqual(await Promise.all([begun, tried, over, suspended, later].map(row)), states);
});

test('a contract come to its term is still renewed the morning after', async () => {
  const id = await aContract({ startsOn: '2026-03-02', plannedEndOn: '2026-10-31' });
  await night();
  const sent = await send(id, 'suite', { version: '2', newEnd: '2027-01-31' });
  assert.equal(sent.status, 303, sent.text);
});

test('an end typed by mistake is undone, and its measures with it', async () => {
  const id = await aContract({ startsOn: '2026-03-02' });
  const ended = await send(id, 'fin', { version: '1', day: '2026-10-31', reason: 'employee-break' });
  assert.equal(ended.status, 303, ended.text);
  assert.equal((await send(id, 'rouvrir')).status, 303);
  const { state, last, reason } = await row(id);
  assert.deepEqual([state, last, reason], ['active', null, null]);
  const waiting = await house.admin.query(
    "select count(*)::int as count from exit_situation where contract_id = $1 and state = 'expected'",
    [id],
  );
  assert.equal(waiting.rows[0].count, 0);
  assert.equal((await send(id, 'rouvrir')).status, 409);
});

test('a contract removed by mistake comes back; one whose CDI took over stays ended', async () => {
  const id = await aContract({ startsOn: '2026-03-02' });
  assert.equal((await send(id, 'retirer', { version: '1', reason: 'Saisi deux fois' })).status, 303);
  const page = await visit(house.app, thread.facilitator).get(`/contrats/${id}`);
  assert.match(page.text, /Remettre ce contrat/u);
  assert.equal((await send(id, 'rouvrir')).status, 303);
  assert.equal((await row(id)).state, 'active');
  assert.equal((await send(id, 'cdi', { version: '3', from: '2026-11-01' })).status, 303);
  assert.equal((await send(id, 'rouvrir')).status, 422);
  assert.equal((await row(id)).state, 'ended');
});

test('nobody came: said of a contract the calendar began, as long as no hour rests on it', async () => {
  const id = await aContract({ startsOn: '2026-11-01', state: 'planned' });
  await night();
  const sent = await send(id, 'fin', { version: '2', day: '2026-11-01', reason: 'never-started' });
  assert.equal(sent.status, 303, sent.text);
});
