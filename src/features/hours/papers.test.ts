/** Papers joined to a month, by each door: opened, withdrawn and put back by who joined them, until it is validated. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Declaring } from '#tests/declaring.ts';
import { openDeclaring } from '#tests/declaring.ts';
import { hiddenKey } from '#tests/visitor.ts';
import type { Thread } from '#tests/world-thread.ts';
import { declareRoutes } from './declare-routes.ts';
import { reviewRoutes } from './review-routes.ts';

let desk: Declaring;
let thread: Thread & { link: string };

before(async () => {
  desk = await openDeclaring([...declareRoutes, ...reviewRoutes]);
});
after(async () => {
  assert.deepEqual(desk.house.failures, []);
  await desk.close();
});
beforeEach(async () => {
  thread = await desk.aThread();
});

const pdf = Buffer.from('%PDF-1.7 feuille');

async function joined(): Promise<string> {
  await desk.visitor().submit(thread.link, desk.typed(thread, [1, 0, 0]), { on: `${thread.link}?mois=2026-10` });
  assert.equal((await desk.join(thread.link, { name: 'paie.pdf', content: pdf })).status, 303);
  return paper('paie.pdf');
}

async function paper(name: string): Promise<string> {
  const found = await desk.house.admin.query('select id from document where lot_id = $1 and name = $2', [
    thread.lot,
    name,
  ]);
  return found.rows[0].id;
}

const receipt = (path: string) => `${path}?mois=2026-10`;

test('by link a paper is opened, withdrawn, and put back; a stranger’s link opens none of it', async () => {
  const id = await joined();
  const visitor = desk.visitor();
  const opened = await visitor.get(`${thread.link}/pieces/${id}`);
  assert.deepEqual([opened.status, opened.headers.get('content-type')], [200, 'application/pdf']);
  assert.equal(opened.headers.get('x-content-type-options'), 'nosniff');
  const move = (how: string) => visitor.submit(`${thread.link}/pieces/${id}/${how}`, {}, { on: receipt(thread.link) });
  assert.equal((await move('retirer')).status, 303);
  assert.match((await visitor.get(receipt(thread.link))).text, /paie\.pdf, retiré/u);
  assert.equal((await move('retirer')).status, 409);
  assert.equal((await move('remettre')).status, 303);
  assert.doesNotMatch((await visitor.get(receipt(thread.link))).text, /retiré/u);
  const stranger = await desk.aThread();
  assert.equal((await visitor.get(`${stranger.link}/pieces/${id}`)).status, 404);
  const forced = await visitor.submit(`${stranger.link}/pieces/${id}/retirer`, {}, { on: receipt(stranger.link) });
  assert.equal(forced.status, 404);
});

test('a withdrawn paper is no proof for who reviews; once validated nothing is withdrawn', async () => {
  const id = await joined();
  const owner = desk.visitor(thread.company.session);
  const path = `/declarations/${thread.lot}`;
  const withdraw = () => owner.submit(`${path}/pieces/${id}/retirer`, {}, { on: receipt(path) });
  const done = await withdraw();
  assert.equal(done.status, 303, done.text);
  const declaration = String((await desk.declaration(thread))['id']);
  const reviewer = desk.visitor(thread.facilitator.session);
  assert.doesNotMatch((await reviewer.get(`/heures/${declaration}`)).text, /paie\.pdf/u);
  await owner.submit(`${path}/pieces/${id}/remettre`, {}, { on: receipt(path) });
  assert.match((await reviewer.get(`/heures/${declaration}`)).text, /paie\.pdf/u);
  await desk.house.admin.query("update declaration set state = 'validated' where id = $1", [declaration]);
  assert.doesNotMatch((await owner.get(receipt(path))).text, /Retirer/u);
  const late = await withdraw();
  assert.equal(late.status, 422);
  assert.match(late.text, /ses pièces restent jointes/u);
});

test('a facilitator joins the paper sheet in the place of the company, and takes back hers alone', async () => {
  const theirs = await joined();
  const clerk = desk.visitor(thread.facilitator.session);
  const place = `/lots/${thread.lot}/saisie`;
  const on = `${place}?entreprise=${thread.company.organisation}&mois=2026-10`;
  const key = hiddenKey((await clerk.get(on)).text);
  const sent = await desk.joinAs(thread.facilitator.session, `${place}/document`, {
    key,
    fields: { entreprise: thread.company.organisation, mois: '2026-10' },
    file: { name: 'feuille.pdf', content: pdf },
  });
  assert.equal(sent.status, 303, sent.text);
  const own = await paper('feuille.pdf');
  assert.notEqual(own, theirs);
  const page = await clerk.get(on);
  assert.match(page.text, /feuille\.pdf/u);
  assert.ok(page.text.includes(`${place}/pieces/${own}/retirer`));
  assert.ok(!page.text.includes(`${place}/pieces/${theirs}/retirer`));
  assert.equal((await clerk.submit(`${place}/pieces/${theirs}/retirer`, {}, { on })).status, 404);
  assert.equal((await clerk.submit(`${place}/pieces/${own}/retirer`, {}, { on })).status, 303);
  const outsider = await desk.aThread();
  const away = desk.visitor(outsider.facilitator.session);
  assert.equal((await away.get(`${place}/pieces/${own}`)).status, 404);
});
