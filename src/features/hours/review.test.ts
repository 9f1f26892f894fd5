/** Reviewing hours through the doors: decisions, counting, allocation, undo, sealing, correction. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inTransaction } from '#db/transaction.ts';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { scopeOf } from '#http/context.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { anAgreement } from '#tests/world-agreements.ts';
import type { Visitor } from '#tests/visitor.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import type { Thread, ThreadWorld } from '#tests/world-thread.ts';
import { actingAs } from '#tests/world-review.ts';
import { sealDeclarations } from './seal.ts';
import { reviewRoutes } from './review-routes.ts';

let house: TestHouse;
let app: App;
let thread: ThreadWorld;
let place: Thread;
let reviewer: Visitor;

before(async () => {
  house = await testHouse();
  app = mount(house.house, reviewRoutes);
  thread = createThreadWorld(house);
  place = await thread.aThread();
  reviewer = visit(app, place.facilitator);
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function declared(
  month: string,
  hours: readonly number[] = [100, 50],
  on: Thread = place,
): Promise<{ id: string; entries: number[] }> {
  const id = await thread.aDeclaration(on, { company: on.company.organisation, month, state: 'submitted' });
  const entries: number[] = [];
  for (const [index, each] of hours.entries()) {
    const contract = on.workers[index]?.contract ?? '';
    entries.push(await thread.anEntry({ declaration: id, contract, hours: each }));
  }
  return { id, entries };
}

async function stateOf(id: string): Promise<string> {
  return (await house.admin.query('select state from declaration where id = $1', [id])).rows[0].state;
}

async function sums(lot: string, month: string) {
  const found = await house.admin.query(
    `select coalesce(sum(submitted_minutes), 0)::int / 60 as submitted, coalesce(sum(counted_minutes), 0)::int / 60 as counted
     from (select * from hours_delta union all
       select 0, lot_id, market_id, company_id, holder_id, month, contract_type, method, submitted_minutes, counted_minutes from hours_total) k
     where lot_id = $1 and month = $2`,
    [lot, month],
  );
  return found.rows[0];
}

async function allocated(entries: readonly number[]) {
  const found = await house.admin.query(
    'select lot_id, sum(minutes)::int / 60 as hours from hour_allocation where entry_id = any($1) group by 1 order by 2 desc',
    [entries],
  );
  return found.rows.map((row) => [row.lot_id, row.hours]);
}

function decide(id: string, verb: string, fields: Record<string, string> = {}, by = reviewer) {
  return by.submit(`/heures/${id}/${verb}`, { version: '1', ...fields }, { on: `/heures/${id}` });
}

test('a declaration is validated: its lines count, are allocated to their own lot, and the totals follow', async () => {
  const { id, entries } = await declared('2026-02');
  const sent = await decide(id, 'valider');
  assert.equal(sent.status, 303, sent.text);
  assert.equal(await stateOf(id), 'validated');
  assert.deepEqual(await sums(place.lot, '2026-02'), { submitted: 150, counted: 150 });
  assert.deepEqual(await allocated(entries), [[place.lot, 150]]);
  const rule = await house.admin.query('select distinct rule_version from hour_entry where declaration_id = $1', [id]);
  assert.match(rule.rows[0].rule_version, /^national\/counting-window/u);
  const page = await reviewer.get(`/heures/${id}`);
  assert.match(page.text, /Validée/u);
  assert.match(page.text, /Remettre à valider/u);
});

test('a line refused with a ready-made reason counts for nothing, the others count', async () => {
  const { id, entries } = await declared('2026-03');
  const sent = await decide(id, 'valider-en-partie', { [`motif-${entries[0]}`]: 'hours-differ' });
  assert.equal(sent.status, 303, sent.text);
  assert.equal(await stateOf(id), 'partially-validated');
  assert.deepEqual(await sums(place.lot, '2026-03'), { submitted: 50, counted: 50 });
});

test('refusing lines without choosing any is told, and nothing moves', async () => {
  const { id } = await declared('2026-04');
  const sent = await decide(id, 'valider-en-partie');
  assert.equal(sent.status, 422);
  assert.match(sent.text, /Choisissez un motif sur chaque ligne/u);
  assert.equal(await stateOf(id), 'submitted');
});

test('a declaration handed back or refused says why, counts nothing, and comes back when undone', async () => {
  for (const [month, verb, fields] of [
    ['2026-05', 'rendre', { correction: 'to-complete' }],
    ['2026-06', 'refuser', { refus: 'not-this-lot' }],
  ] as const) {
    const { id } = await declared(month);
    const bare = await decide(id, verb);
    assert.equal(bare.status, 422, 'a reason is needed');
    const sent = await decide(id, verb, fields);
    assert.equal(sent.status, 303, sent.text);
    assert.equal(await stateOf(id), 'rejected');
    assert.deepEqual(await sums(place.lot, month), { submitted: 0, counted: 0 });
    await decide(id, 'remettre');
    assert.equal(await stateOf(id), 'submitted');
    assert.deepEqual(await sums(place.lot, month), { submitted: 150, counted: 0 });
  }
});

test('undo takes back the count and the allocation of a validated declaration', async () => {
  const { id, entries } = await declared('2026-07');
  await decide(id, 'valider');
  await decide(id, 'remettre');
  assert.equal(await stateOf(id), 'submitted');
  assert.deepEqual(await allocated(entries), []);
  assert.deepEqual(await sums(place.lot, '2026-07'), { submitted: 150, counted: 0 });
});

test('two validators at once: one decides, the other gets a sentence, and nothing counts twice', async () => {
  const { id, entries } = await declared('2026-08');
  const colleague = await house.world.aMember(place.facilitator.organisation, 'facilitator.facilitator');
  const other = visit(app, colleague);
  const answers = await Promise.all([decide(id, 'valider'), decide(id, 'valider', {}, other)]);
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([303, 409]));
  const late = answers.find(({ status }) => status === 409);
  assert.match(late?.text ?? '', /vient d’être traitée/u);
  assert.deepEqual(await allocated(entries), [[place.lot, 150]]);
  assert.deepEqual(await sums(place.lot, '2026-08'), { submitted: 150, counted: 150 });
});

test('what the company changed since it was read is not validated unseen', async () => {
  const { id } = await declared('2026-09');
  await house.admin.query('update declaration set version = 2 where id = $1', [id]);
  const sent = await decide(id, 'valider');
  assert.equal(sent.status, 409);
  assert.match(sent.text, /a changé pendant votre lecture/u);
  assert.equal(await stateOf(id), 'submitted');
});

test('30 clean declarations are validated in one go, those with a point are left, and one undo takes all back', async () => {
  const many: string[] = [];
  for (let index = 0; index < 30; index += 1) {
    const other = await thread.aLot({ market: place.market, number: index + 10 });
    await thread.anAssignment(other, place.facilitator.organisation, { account: place.facilitator.account });
    const person = await thread.aFollowedPerson(place.facilitator.organisation);
    const { organisation: company } = place.company;
    const contract = await thread.aContract(other, {
      person,
      holder: place.facilitator.organisation,
      company,
    });
    const id = await thread.aDeclaration(other, { company, month: '2026-10', state: 'submitted' });
    await thread.anEntry({ declaration: id, contract, hours: index === 0 ? 190 : 100 });
    many.push(id);
  }
  const page = await reviewer.get('/heures');
  const ticked = [...page.text.matchAll(/<input[^>]*class="row-check"[^>]*>/gu)].filter(([box]) =>
    box.includes('checked'),
  );
  assert.ok(ticked.length >= 29, `${ticked.length} are ticked beforehand`);
  const fields: Record<string, string> = Object.fromEntries(many.map((id) => [`version-${id}`, '1']));
  const body = new URLSearchParams({
    cle: /name="cle" value="([^"]+)"/u.exec(page.text)?.[1] ?? '',
    ...fields,
  });
  for (const id of many) body.append('declaration', id);
  const sent = await app.request('http://localhost:3000/heures/valider', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost:3000',
      cookie: `guichet=${place.facilitator.session}`,
    },
    body: body.toString(),
  });
  assert.equal(sent.status, 303, await sent.text());
  const after = await reviewer.get('/heures');
  assert.match(after.text, /29\u00a0déclarations validées\. 1\u00a0laissée/u);
  assert.equal(await stateOf(many[0] ?? ''), 'submitted');
  const journal = await house.admin.query(
    "select count(*)::int as count from audit_event where action = 'declaration.reviewed' and entry::jsonb ->> 'subjectId' = any($1)",
    [many],
  );
  assert.equal(journal.rows[0].count, 29);
  const undo = /action="(\/heures\/[^"]+\/annuler-selection)"/u.exec(after.text)?.[1] ?? '';
  assert.equal((await reviewer.submit(undo, {}, { on: '/heures' })).status, 303);
  const states = await house.admin.query('select distinct state from declaration where id = any($1)', [many]);
  assert.deepEqual(states.rows, [{ state: 'submitted' }]);
});

test('H7 hours before the decision on the person do not count; H9 nor those of a person nobody validated, and they are listed', async () => {
  const other = await thread.aThread();
  const desk = visit(app, other.facilitator);
  const { organisation: holder } = other.facilitator;
  const late = await thread.aFollowedPerson(holder, {
    eligible: { from: '2026-06-01', until: '2027-12-31' },
  });
  const unknown = await thread.aFollowedPerson(holder, { given: 'Sacha', eligible: null });
  const id = await thread.aDeclaration(other, {
    company: other.company.organisation,
    month: '2026-05',
    state: 'submitted',
  });
  for (const person of [late, unknown]) {
    const contract = await thread.aContract(other, { person, holder, company: other.company.organisation });
    await thread.anEntry({ declaration: id, contract, hours: 40 });
  }
  const read = await desk.get(`/heures/${id}`);
  assert.match(read.text, /précèdent la validation/u);
  assert.match(read.text, /Sacha/u);
  const sent = await decide(id, 'valider', {}, desk);
  assert.equal(sent.status, 303, sent.text);
  assert.deepEqual(await sums(other.lot, '2026-05'), { submitted: 80, counted: 0 });
  const explained = await desk.get(`/lots/${other.lot}/heures`);
  assert.match(explained.text, /Sacha/u);
  assert.match(explained.text, /40\u00a0h/u);
});

test('H8 a CDI counts until the last day of its 24 months, and no longer', async () => {
  const other = await thread.aThread();
  const desk = visit(app, other.facilitator);
  const { organisation: holder } = other.facilitator;
  const person = await thread.aFollowedPerson(holder, {
    eligible: { from: '2024-01-01', until: '2028-12-31' },
  });
  await house.admin.query("update market set notified_on = '2024-01-05' where id = $1", [other.market]);
  await house.admin.query("update lot set notified_on = '2024-01-05' where id = $1", [other.lot]);
  const contract = await thread.aContract(other, {
    person,
    holder,
    company: other.company.organisation,
    type: 'CDI',
    startsOn: '2024-10-01',
  });
  for (const [month, counted] of [
    ['2026-09', 100],
    ['2026-10', 0],
  ] as const) {
    const id = await thread.aDeclaration(other, {
      company: other.company.organisation,
      month,
      state: 'submitted',
    });
    await thread.anEntry({ declaration: id, contract, hours: 100 });
    assert.equal((await decide(id, 'valider', {}, desk)).status, 303);
    assert.deepEqual(await sums(other.lot, month), { submitted: 100, counted });
  }
});

test('H5 a surplus stays on its lot without an agreement; H6 with one it serves the other lot and the total is unchanged', async () => {
  const one = await thread.aThread();
  const desk = visit(app, one.facilitator);
  await house.admin.query('update commitment_version set minutes = 80 * 60 where market_id = $1', [one.market]);
  const second = await thread.aLot({ market: one.market, number: 2 });
  await thread.anAssignment(second, one.facilitator.organisation, { account: one.facilitator.account });
  await thread.aParty(second, one.company.organisation);
  await thread.aCommitment(second, 20);
  const { id, entries } = await declared('2026-06', [100], one);
  await decide(id, 'valider', {}, desk);
  const alone = await desk.submit(`/lots/${one.lot}/heures/repartir`, {}, { on: `/lots/${one.lot}/heures` });
  assert.equal(alone.status, 422);
  assert.deepEqual(await allocated(entries), [[one.lot, 100]]);
  await anAgreement(house.admin, {
    company: one.company.organisation,
    proposedBy: one.facilitator.organisation,
    lots: [one, second],
  });
  const pooled = await desk.submit(`/lots/${one.lot}/heures/repartir`, {}, { on: `/lots/${one.lot}/heures` });
  assert.equal(pooled.status, 303, pooled.text);
  assert.deepEqual(await allocated(entries), [
    [one.lot, 80],
    [second.lot, 20],
  ]);
  assert.equal((await sums(one.lot, '2026-06')).counted + (await sums(second.lot, '2026-06')).counted, 100);
  const back = await desk.submit(`/lots/${second.lot}/heures/ramener`, {}, { on: `/lots/${one.lot}/heures` });
  assert.equal(back.status, 303, back.text);
  assert.deepEqual(await allocated(entries), [[one.lot, 100]]);
  assert.deepEqual(await sums(second.lot, '2026-06'), { submitted: 0, counted: 0 });
  const again = await desk.submit(`/lots/${one.lot}/heures/ramener`, {}, { on: `/lots/${one.lot}/heures` });
  assert.equal(again.status, 409);
});

test('H16 what a subcontractor does counts for the lot and is told by company, without a name for the buyer', async () => {
  const one = await thread.aThread();
  const desk = visit(app, one.facilitator);
  const sub = await house.world.anOrganisation('company', { name: 'Peinture Sud' });
  await thread.aParty(one, sub, { role: 'subcontractor' });
  const person = await thread.aFollowedPerson(one.facilitator.organisation, { given: 'Lou' });
  const contract = await thread.aContract(one, {
    person,
    holder: one.facilitator.organisation,
    company: sub,
  });
  const its = await thread.aDeclaration(one, { company: sub, month: '2026-06', state: 'submitted' });
  await thread.anEntry({ declaration: its, contract, hours: 80 });
  const { id } = await declared('2026-06', [120], one);
  await decide(id, 'valider', {}, desk);
  await decide(its, 'valider', {}, desk);
  assert.deepEqual(await sums(one.lot, '2026-06'), { submitted: 200, counted: 200 });
  const buyer = await visit(app, one.buyer).get(`/lots/${one.lot}/heures`);
  assert.equal(buyer.status, 200, buyer.text);
  assert.match(buyer.text, /200\u00a0h/u);
  assert.match(buyer.text, /Peinture Sud/u);
  assert.match(buyer.text, /80\u00a0h/u);
  assert.doesNotMatch(buyer.text, /Lou|Amadou/u);
});

test('a sealed line is never changed nor taken back, and is corrected by a counter-entry', async () => {
  const one = await thread.aThread();
  const desk = visit(app, one.facilitator);
  const { id, entries } = await declared('2026-06', [100], one);
  await decide(id, 'valider', {}, desk);
  const scope = scopeOf(actingAs(one.facilitator), 'app', house.clock.now());
  const sealed = await inTransaction(house.database, scope, (db) =>
    sealDeclarations(
      {
        actor: actingAs(one.facilitator),
        db,
        now: house.clock.now(),
        requestId: '',
        house: house.house,
        from: '',
      },
      { declarations: [id], statement: '2026-T2' },
    ),
  );
  assert.deepEqual(sealed, { ok: true, value: { lines: 1 } });
  const touched = await inTransaction(house.database, scope, async (db) => [
    await db
      .updateTable('hourEntry')
      .set({ workedMinutes: 1 })
      .where('id', '=', entries[0] ?? 0)
      .execute(),
    await db
      .deleteFrom('hourAllocation')
      .where('entryId', '=', entries[0] ?? 0)
      .execute(),
    await db
      .deleteFrom('hourEntry')
      .where('id', '=', entries[0] ?? 0)
      .execute(),
  ]);
  assert.deepEqual(
    touched.map(([result]) =>
      Number(result && ('numUpdatedRows' in result ? result.numUpdatedRows : result.numDeletedRows)),
    ),
    [0, 0, 0],
  );
  const undone = await desk.submit(`/heures/${id}/remettre`, {}, { on: `/heures/${id}` });
  assert.equal(undone.status, 422);
  const fields = { ligne: String(entries[0]), heures: '90', formation: '', motif: 'Erreur de saisie' };
  const corrected = await decide(id, 'corriger', fields, desk);
  assert.equal(corrected.status, 303, corrected.text);
  assert.equal(await stateOf(id), 'corrected');
  assert.deepEqual(await sums(one.lot, '2026-06'), { submitted: 90, counted: 90 });
  const rows = await house.admin.query(
    'select worked_minutes / 60 as hours, state from hour_entry where declaration_id = $1 order by id',
    [id],
  );
  assert.deepEqual(rows.rows, [
    { hours: 100, state: 'locked' },
    { hours: -100, state: 'validated' },
    { hours: 90, state: 'validated' },
  ]);
});

test('a structure that does not facilitate the lot neither reads nor decides', async () => {
  const stranger = visit(app, (await thread.aThread()).facilitator);
  const { id } = await declared('2026-11', [10]);
  assert.equal((await stranger.get(`/heures/${id}`)).status, 404);
  assert.equal((await stranger.submit(`/heures/${id}/valider`, { version: '1' }, { on: '/heures' })).status, 404);
});
