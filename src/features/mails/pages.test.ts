/** Administrators read the letters of their organisation, and put back those that failed. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mount } from '#http/mount.ts';
import type { App } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import type { Person } from '#tests/world.ts';
import { visit } from '#tests/visitor.ts';
import { mailRoutes } from './pages.tsx';

let standing: TestHouse;
let app: App;
let nadia: Person;
let clerk: Person;
let stranger: Person;
let failed: string;
let kept: string;

const list = '/organisation/courriels';

before(async () => {
  standing = await testHouse();
  const { world } = standing;
  app = mount(standing.house, mailRoutes);
  const relay = await world.anOrganisation('facilitator');
  nadia = await world.aMember(relay, 'facilitator.admin');
  clerk = await world.aMember(relay, 'facilitator.clerk');
  stranger = await world.aMember(await world.anOrganisation('buyer'), 'buyer.admin');
  failed = await aMail(relay, { status: 'failed', problem: '550' });
  kept = await aMail(relay, {
    status: 'kept',
    body: 'Bonjour,\n\nhttp://localhost:3000/invitation/abc-secret-abc-secret-abc',
  });
  for (let rank = 0; rank < 60; rank++) await aMail(relay, { status: 'sent', recipient: `a${rank}@exemple.test` });
});
after(() => standing.close());

test('the list shows fifty letters, then the others, without repeating one, whatever the order', async () => {
  const nadiaVisit = visit(app, { session: nadia.session });
  for (const order of ['', '?tri=date', '?tri=etat', '?tri=-courriel']) {
    const first = await nadiaVisit.get(`${list}${order}`);
    assert.equal(first.status, 200);
    const after = /apres=([\w-]+)/u.exec(first.text)?.[1] ?? '';
    const second = await nadiaVisit.get(`${list}${order === '' ? '?' : `${order}&`}apres=${after}`);
    const ids = [...idsOf(first.text), ...idsOf(second.text)];
    assert.deepEqual([ids.length, new Set(ids).size], [62, 62], order);
  }
});

test('the list filters by state', async () => {
  const page = await visit(app, { session: nadia.session }).get(`${list}?etat=failed`);
  assert.deepEqual(idsOf(page.text), [failed]);
});

test('a member who does not administer is refused, another organisation sees nothing', async () => {
  assert.equal((await visit(app, { session: clerk.session }).get(list)).status, 403);
  const away = visit(app, { session: stranger.session });
  assert.equal(idsOf((await away.get(list)).text).length, 0);
  assert.equal((await away.get(`${list}/${failed}`)).status, 404);
});

test('a kept letter is read whole in a demonstration only', async () => {
  const page = await visit(app, { session: nadia.session }).get(`${list}/${kept}`);
  assert.match(page.text, /invitation\/abc-secret/u);
  const real = mount({ ...standing.house, demo: false }, mailRoutes);
  const hidden = await visit(real, { session: nadia.session }).get(`${list}/${kept}`);
  assert.equal(hidden.status, 200);
  assert.doesNotMatch(hidden.text, /abc-secret/u);
});

test('a letter that failed is put back once, and the journal says so', async () => {
  const nadiaVisit = visit(app, { session: nadia.session });
  const page = await nadiaVisit.get(`${list}/${failed}`);
  assert.match(page.text, /code 550/u);
  const sent = await nadiaVisit.submit(`${list}/${failed}/renvoyer`, {}, { on: `${list}/${failed}` });
  assert.deepEqual([sent.status, sent.location], [303, `${list}/${failed}`]);
  const { rows } = await standing.admin.query('select status, attempts from outbox where id = $1', [failed]);
  assert.deepEqual(rows, [{ status: 'waiting', attempts: 0 }]);
  const key = /name="cle" value="([^"]+)"/u.exec((await nadiaVisit.get('/organisation/courriels')).text)?.[1];
  const again = await nadiaVisit.submit(
    `${list}/${kept}/renvoyer`,
    {},
    { on: `${list}/${failed}`, ...(key && { key }) },
  );
  assert.notEqual(again.status, 303);
  const journal = await standing.admin.query("select from audit_event where action = 'mail.resent'");
  assert.equal(journal.rowCount, 1);
  assert.deepEqual(standing.failures, []);
});

async function aMail(
  organisation: string,
  more: { status: string; problem?: string; body?: string; recipient?: string },
): Promise<string> {
  const { rows } = await standing.admin.query(
    `insert into outbox (organisation_id, template, recipient, status, attempts, message_id, last_problem, kept_body, created_at)
     values ($1, 'invitation', $2, $3, 1, '<m@guichet>', $4, $5, $6) returning id`,
    [
      organisation,
      more.recipient ?? 'lea@exemple.test',
      more.status,
      more.problem ?? '',
      more.body ?? null,
      standing.clock.now(),
    ],
  );
  return rows[0].id;
}

function idsOf(html: string): string[] {
  return [...html.matchAll(/href="\/organisation\/courriels\/([0-9a-f-]{36})"/gu)].map(([, id = '']) => id);
}
