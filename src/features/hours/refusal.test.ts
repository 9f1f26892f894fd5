/** Hours refused by the buyer through the doors: proposed, withdrawn, kept, refused, sealed or not; each side reads its part. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import type { Visitor } from '#tests/visitor.ts';
import { aSharedLot, aSharedMonth, hoursOf, stateOf } from '#tests/world-lots.ts';
import type { SharedLot, SharedMonth } from '#tests/world-lots.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import type { ThreadWorld } from '#tests/world-thread.ts';
import { declareRoutes } from './declare-routes.ts';
import { refusalRoutes } from './refusal-routes.ts';
import { reviewRoutes } from './review-routes.ts';

let house: TestHouse;
let app: App;
let thread: ThreadWorld;
let lot: SharedLot;
let lead: Visitor;
let buyer: Visitor;
let company: Visitor;

before(async () => {
  house = await testHouse();
  app = mount(house.house, [...reviewRoutes, ...refusalRoutes, ...declareRoutes]);
  thread = createThreadWorld(house);
  lot = await aSharedLot(house, thread);
  lead = visit(app, lot.facilitator);
  buyer = visit(app, lot.decider);
  company = visit(app, lot.company);
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

/** Validated by both structures. */
async function validated(month: string): Promise<SharedMonth> {
  const shared = await aSharedMonth(thread, lot, month);
  for (const by of [lead, visit(app, lot.contributor)]) {
    const sent = await by.submit(`/heures/${shared.id}/valider`, { version: '1' }, { on: `/heures/${shared.id}` });
    assert.equal(sent.status, 303, sent.text);
  }
  return shared;
}

async function propose(id: string, lines: readonly number[], raison = 'Salaires sans rapport avec les usages locaux') {
  const sent = await lead.submit(
    `/heures/${id}/refus`,
    { raison, ...(lines[0] !== undefined && { ligne: String(lines[0]) }) },
    { on: `/heures/${id}` },
  );
  const found = await house.admin.query(
    'select id from hour_refusal where declaration_id = $1 order by proposed_at desc, id limit 1',
    [id],
  );
  return { sent, refusal: String(found.rows[0]?.id) };
}

const answer = (by: Visitor, refusal: string, verb: string, fields: Record<string, string> = {}) =>
  by.submit(`/refus/${refusal}/${verb}`, { version: '1', ...fields }, { on: `/refus/${refusal}` });

test('S2 art. 4: proposed by the facilitator, accepted by the buyer, the hours stop counting and both names are kept', async () => {
  const { id, lead: line } = await validated('2026-02');
  const { sent, refusal } = await propose(id, [line]);
  assert.equal(sent.status, 303, sent.text);
  assert.deepEqual(await hoursOf(house, { lot: lot.lot, month: '2026-02' }), { submitted: 140, counted: 140 });
  const page = await buyer.get(`/refus/${refusal}`);
  assert.match(page.text, /100\u00a0h comptées, sur 1\u00a0ligne/u);
  assert.match(page.text, /Salaires sans rapport/u);
  assert.doesNotMatch(page.text, /Amadou|Darrieux|Cazenave/u, 'the buyer reads sums, never people');
  const accepted = await answer(buyer, refusal, 'accepter');
  assert.equal(accepted.status, 303, accepted.text);
  assert.equal(await stateOf(house, id), 'partially-validated');
  assert.deepEqual(await hoursOf(house, { lot: lot.lot, month: '2026-02' }), { submitted: 40, counted: 40 });
  const kept = await house.admin.query(
    'select state, proposed_by, decided_by, minutes from hour_refusal where id = $1',
    [refusal],
  );
  assert.deepEqual(kept.rows[0], {
    state: 'accepted',
    proposed_by: lot.facilitator.account,
    decided_by: lot.decider.account,
    minutes: 6000,
  });
  const allocations = await house.admin.query(
    'select count(*)::int as count from hour_allocation where entry_id = $1',
    [line],
  );
  assert.equal(allocations.rows[0].count, 0);
});

test('the company and both desks read the same story, and whose turn it is', async () => {
  const { id, lead: line } = await validated('2026-03');
  const { refusal } = await propose(id, [line], 'Doublon avec un autre chantier');
  const receipt = await company.get(`/declarations/${lot.lot}?mois=2026-03`);
  assert.match(receipt.text, /Refus par l’acheteur/u);
  assert.match(receipt.text, /Doublon avec un autre chantier/u);
  assert.match((await lead.get(`/heures/${id}`)).text, /Retirer la proposition/u);
  const waiting = await company.get(`/refus/${refusal}`);
  assert.match(waiting.text, /À l’acheteur/u);
  await answer(buyer, refusal, 'accepter');
  const corrected = await company.get(`/declarations/${lot.lot}?mois=2026-03`);
  assert.match(corrected.text, /Refus de l’acheteur\u00a0: Doublon/u);
  const letters = await house.admin.query(
    "select template, count(*)::int as count from outbox where template like 'refusal-%' group by 1 order by 1",
  );
  assert.deepEqual(
    letters.rows.map(({ template }) => template),
    ['refusal-answered', 'refusal-proposed'],
  );
  for (const organisation of [lot.facilitator.organisation, lot.buyer.organisation]) {
    const journal = await house.admin.query(
      "select count(*)::int as count from audit_event where organisation_id = $1 and action = 'refusal.accepted' and subject_id = $2",
      [organisation, id],
    );
    assert.equal(journal.rows[0].count, 1, 'each side finds it in its own journal');
  }
});

test('a sealed line gets a counter-entry: nothing sealed is rewritten, and the totals fall by as much', async () => {
  const { id, lead: line } = await validated('2026-04');
  await house.admin.query("update hour_entry set state = 'locked', locked_in = 'T2' where declaration_id = $1", [id]);
  await house.admin.query("update declaration set state = 'locked' where id = $1", [id]);
  const { sent, refusal } = await propose(id, [line]);
  assert.equal(sent.status, 303, sent.text);
  assert.equal((await answer(buyer, refusal, 'accepter')).status, 303);
  assert.equal(await stateOf(house, id), 'corrected');
  assert.deepEqual(await hoursOf(house, { lot: lot.lot, month: '2026-04' }), { submitted: 40, counted: 40 });
  const rows = await house.admin.query(
    `select worked_minutes / 60 as hours, state, corrects_id::int from hour_entry where declaration_id = $1 and holder_id = $2 order by id`,
    [id, lot.facilitator.organisation],
  );
  assert.deepEqual(rows.rows, [
    { hours: 100, state: 'locked', corrects_id: null },
    { hours: -100, state: 'validated', corrects_id: line },
  ]);
});

test('the buyer keeps the hours, with a reason; nothing moves', async () => {
  const { id, lead: line } = await validated('2026-05');
  const { refusal } = await propose(id, [line]);
  const bare = await answer(buyer, refusal, 'ecarter', { motif: '' });
  assert.equal(bare.status, 422);
  assert.match(bare.text, /Écrivez pourquoi ces heures sont gardées/u);
  assert.equal((await answer(buyer, refusal, 'ecarter', { motif: 'Pièces vérifiées' })).status, 303);
  assert.equal(await stateOf(house, id), 'validated');
  assert.deepEqual(await hoursOf(house, { lot: lot.lot, month: '2026-05' }), { submitted: 140, counted: 140 });
  const late = await answer(buyer, refusal, 'accepter');
  assert.equal(late.status, 409);
  assert.match(late.text, /n’attend plus de réponse \(Heures gardées\)/u);
});

test('withdrawn before the answer it leaves no trace in the hours, and may be proposed again', async () => {
  const { id, lead: line } = await validated('2026-06');
  const first = await propose(id, [line]);
  const twice = await propose(id, [line]);
  assert.equal(twice.sent.status, 422);
  assert.match(twice.sent.text, /attend l’acheteur/u);
  const undo = await lead.submit(`/heures/${id}/remettre`, {}, { on: '/heures' });
  assert.match(undo.text, /attend l’acheteur/u, 'what waits for the buyer is not taken back under his eyes');
  assert.equal((await lead.submit(`/refus/${first.refusal}/retirer`, {}, { on: `/heures/${id}` })).status, 303);
  assert.equal((await answer(buyer, first.refusal, 'accepter')).status, 409);
  assert.equal((await propose(id, [line])).sent.status, 303);
  assert.deepEqual(await hoursOf(house, { lot: lot.lot, month: '2026-06' }), { submitted: 140, counted: 140 });
});

test('bad input: no line, no reason, another structure’s line, a line that no longer counts', async () => {
  const { id, lead: line, other } = await validated('2026-07');
  for (const [lines, raison, says] of [
    [[], 'Motif', /Choisissez au moins une ligne/u],
    [[line], '', /Écrivez pourquoi refuser/u],
    [[other], 'Motif', /n’est plus validée/u],
    [[999_999_999], 'Motif', /n’est plus validée/u],
  ] as const) {
    const { sent } = await propose(id, lines, raison);
    assert.equal(sent.status, 422);
    assert.match(sent.text, says);
  }
  const { refusal } = await propose(id, [line]);
  await house.admin.query(
    `with given as (delete from hour_allocation where entry_id = $1)
     update hour_entry set state = 'submitted', counted_minutes = 0 where id = $1`,
    [line],
  );
  const lapsed = await answer(buyer, refusal, 'accepter');
  assert.equal(lapsed.status, 422);
  assert.match(lapsed.text, /Écartez-la/u);
  const state = await house.admin.query('select state from hour_refusal where id = $1', [refusal]);
  assert.equal(state.rows[0].state, 'proposed', 'a refused answer leaves the proposal as it was');
});

test('a refused line put back by the facilitator would bypass the buyer: it stays refused, and the company sends it again', async () => {
  const { id, lead: line } = await validated('2026-08');
  const { refusal } = await propose(id, [line]);
  await answer(buyer, refusal, 'accepter');
  await lead.submit(`/heures/${id}/remettre`, {}, { on: `/heures/${id}` });
  const now = await house.admin.query('select state from hour_entry where id = $1', [line]);
  assert.equal(now.rows[0].state, 'rejected');
});

test('only the buyer of the market decides, and only who may; a stranger finds nothing', async () => {
  const { id, lead: line } = await validated('2026-09');
  const { refusal } = await propose(id, [line]);
  const site = visit(app, await house.world.aMember(lot.buyer.organisation, 'buyer.site'));
  assert.equal((await site.get(`/refus/${refusal}`)).status, 200);
  assert.equal((await answer(site, refusal, 'accepter')).status, 403);
  const elsewhere = visit(app, (await aSharedLot(house, thread)).decider);
  assert.equal((await elsewhere.get(`/refus/${refusal}`)).status, 404);
  assert.equal((await answer(elsewhere, refusal, 'accepter')).status, 404);
  const other = visit(app, lot.contributor);
  assert.equal((await other.submit(`/refus/${refusal}/retirer`, {}, { on: `/refus/${refusal}` })).status, 404);
  assert.equal((await answer(buyer, refusal, 'accepter', { version: '7' })).status, 409);
});

test('a buyer nobody works for cannot be asked: the sentence says what to do instead', async () => {
  const alone = await thread.aThread();
  await house.admin.query('update membership set suspended_at = now() where organisation_id = $1', [
    alone.buyer.organisation,
  ]);
  const desk = visit(app, alone.facilitator);
  const id = await thread.aDeclaration(alone, {
    company: alone.company.organisation,
    month: '2026-06',
    state: 'validated',
  });
  const line = await thread.anEntry({
    declaration: id,
    contract: alone.workers[0].contract,
    hours: 35,
    state: 'validated',
  });
  const sent = await desk.submit(
    `/heures/${id}/refus`,
    { raison: 'Motif', ligne: String(line) },
    { on: `/heures/${id}` },
  );
  assert.equal(sent.status, 422);
  assert.match(sent.text, /Personne ne peut encore répondre pour l’acheteur/u);
});
