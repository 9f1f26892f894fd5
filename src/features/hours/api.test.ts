/** The hours of a month by a program: the same story as the form, the same refusals, an outcome per line. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Declaring } from '#tests/declaring.ts';
import { openDeclaring } from '#tests/declaring.ts';
import type { Thread } from '#tests/world-thread.ts';
import { hoursEndpoints } from './api.ts';

let desk: Declaring;
let thread: Thread;
let secret: string;
let path: string;

before(async () => {
  desk = await openDeclaring(hoursEndpoints);
});
after(() => desk.close());
beforeEach(async () => {
  thread = await desk.world.aThread();
  const { organisation, account } = thread.company;
  secret = await desk.house.world.aPartnerKey(organisation, account, ['hours:write']);
  path = `/api/v1/lots/${thread.lot}/hours/2026-10`;
});

test('each line has its outcome, by contract or by person; sent again nothing changes, less is withdrawn', async () => {
  const [amadou, celine, yacine] = thread.workers;
  const lines = [
    { contract: amadou.contract, minutes: 600 },
    { person: celine.person, minutes: 1200, trainingMinutes: 300 },
    { contract: yacine.contract, minutes: 0 },
  ];
  const first = await put(lines);
  assert.equal(first.status, 200);
  assert.deepEqual(outcomes(first), ['added', 'added', 'ignored']);
  assert.deepEqual(outcomes(await put(lines)), ['unchanged', 'unchanged', 'ignored']);
  assert.deepEqual(outcomes(await put([{ contract: amadou.contract, minutes: 660 }])), ['changed', 'withdrawn']);
  assert.deepEqual(await desk.totals(thread), { submitted: 660, counted: 0 });
  const { via, submitted_by: by } = await desk.declaration(thread);
  assert.deepEqual([via, by], ['api', 'Bâtir Ouest']);
  const read = JSON.parse((await desk.call(path, secret)).text);
  assert.equal(read.state, 'submitted');
  assert.deepEqual(
    read.lines.map(({ givenName, minutes }: { givenName: string; minutes: number }) => `${givenName} ${minutes}`),
    ['Amadou 660', 'Céline 0', 'Yacine 0'],
  );
  assert.equal(read.lines[0].birthDate, undefined);
});

test('warnings are told with the receipt, per line', async () => {
  const [amadou] = thread.workers;
  const sent = await put([{ contract: amadou.contract, minutes: 190 * 60 }]);
  const [line] = JSON.parse(sent.text).lines;
  assert.deepEqual(
    line.warnings.map(({ code }: { code: string }) => code),
    ['month-high'],
  );
  assert.match(JSON.parse(sent.text).receipt, /^2026-10-[0-9A-F]{8}$/u);
});

test('H10 25 hours in a day, a removed contract, a contract twice, a stranger: each at its place, and nothing is kept', async () => {
  const [amadou, celine] = thread.workers;
  const removed = await desk.world.aContract(thread, {
    person: celine.person,
    holder: thread.facilitator.organisation,
    company: thread.company.organisation,
    state: 'removed',
  });
  const refused = await put([
    { contract: amadou.contract, minutes: 1500, days: [{ day: '2026-10-05', minutes: 1500 }] },
    { contract: removed, minutes: 60 },
  ]);
  assert.equal(refused.status, 422);
  const { code, errors } = JSON.parse(refused.text);
  assert.equal(code, 'day-impossible');
  assert.deepEqual(
    errors.map(({ field }: { field: string }) => field),
    ['lines.0.days', 'lines.1.minutes'],
  );
  assert.match(errors[1].text, /Ce contrat a été retiré/u);
  const twice = await put([
    { contract: amadou.contract, minutes: 60 },
    { person: amadou.person, minutes: 60 },
    { person: thread.facilitator.account, minutes: 60 },
  ]);
  assert.deepEqual(
    JSON.parse(twice.text).errors.map(
      ({ field, text }: { field: string; text: string }) => `${field} ${text.slice(0, 15)}`,
    ),
    ['lines.1.person Ce contrat est ', 'lines.2.person Ce contrat n’es'],
  );
  assert.deepEqual(await desk.rows(thread), []);
  assert.deepEqual(await desk.declaration(thread), {});
});

test('the same key twice is one sending; another body under it is refused; no key, no sending', async () => {
  const [amadou] = thread.workers;
  const body = { lines: [{ contract: amadou.contract, minutes: 60 }] };
  const one = await desk.call(path, secret, body, 'month-october-1');
  const two = await desk.call(path, secret, body, 'month-october-1');
  assert.deepEqual([two.status, JSON.parse(two.text)], [one.status, JSON.parse(one.text)]);
  assert.equal(two.headers.get('idempotency-replayed'), 'true');
  assert.equal((await desk.declaration(thread))['version'], 2);
  const other = await desk.call(path, secret, { lines: [] }, 'month-october-1');
  assert.equal(JSON.parse(other.text).code, 'key-reused');
  assert.equal((await desk.call(path, secret, body, 'no')).status, 400);
});

test('no line at all says there were no hours', async () => {
  assert.equal((await put([])).status, 200);
  assert.equal((await desk.declaration(thread))['no_hours'], true);
});

test('another company’s lot, a month ahead, a sealed month, a key without the scope', async () => {
  const other = await desk.world.aThread();
  const foreign = `/api/v1/lots/${other.lot}/hours/2026-10`;
  assert.equal((await desk.call(foreign, secret)).status, 404);
  assert.equal((await desk.call(foreign, secret, { lines: [] })).status, 404);
  const ahead = await desk.call(path.replace('2026-10', '2026-12'), secret, { lines: [] });
  assert.deepEqual([ahead.status, JSON.parse(ahead.text).code], [422, 'month-future']);
  const company = thread.company.organisation;
  await desk.world.aDeclaration(thread, { company, month: '2026-06', state: 'locked' });
  const sealed = await desk.call(path.replace('2026-10', '2026-06'), secret, { lines: [] });
  assert.equal(JSON.parse(sealed.text).code, 'month-sealed');
  const narrow = await desk.house.world.aPartnerKey(company, thread.company.account, ['contacts:read']);
  assert.equal((await desk.call(path, narrow)).status, 403);
  const facilitator = await desk.house.world.aPartnerKey(thread.facilitator.organisation, thread.facilitator.account, [
    'hours:write',
  ]);
  assert.equal((await desk.call(path, facilitator, { lines: [] })).status, 404);
});

function put(lines: readonly unknown[]) {
  return desk.call(path, secret, { lines });
}

function outcomes({ text }: { text: string }): string[] {
  return JSON.parse(text).lines.map(({ outcome }: { outcome: string }) => outcome);
}
