/** Rules of counting through the doors: set at each level, applied where they should be, shown before, ended, taken back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inTransaction } from '#db/transaction.ts';
import { countingBook } from '#db/counting-book.ts';
import { resolveRule } from '#domain/dated-rules.ts';
import { actingAs } from '#tests/world-review.ts';
import { scopeOf } from '#http/context.ts';
import type { Visitor } from '#tests/visitor.ts';
import { visit } from '#tests/visitor.ts';
import type { Person } from '#tests/world.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import type { Thread } from '#tests/world-thread.ts';

let house: MarketHouse;
let place: Thread;
let desk: Visitor;
let head: Person;
let boss: Visitor;
let buyer: Visitor;
let buyerHead: Visitor;

before(async () => {
  house = await marketHouse([]);
  place = await house.thread.aThread();
  desk = visit(house.app, place.facilitator);
  head = await house.world.aMember(place.facilitator.organisation, 'facilitator.admin', { administers: true });
  boss = visit(house.app, head);
  buyer = visit(house.app, place.buyer);
  buyerHead = visit(
    house.app,
    await house.world.aMember(place.buyer.organisation, 'buyer.admin', { administers: true }),
  );
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

const on = { fromDay: '2026-01-01', source: 'CCAP, article 7.2' };

function set(who: Visitor, path: string, fields: Record<string, string>) {
  return who.submit(`${path}/regle`, { ...on, ...fields }, { on: `${path}/regle?regle=${fields['regle'] ?? ''}` });
}

async function inForce(code: 'training' | 'retroactivity' | 'weekly-warning', of: Person = place.facilitator) {
  const scope = scopeOf(actingAs(of), 'app', house.clock.now());
  return inTransaction(house.database, scope, async (db) => {
    const lot = { lotId: place.lot, marketId: place.market };
    const found = resolveRule({
      book: await countingBook({ db }, { organisation: of.organisation, lot }),
      code,
      day: '2026-06-01',
    });
    return found.ok ? [found.value.level, found.value.value] : [];
  });
}

async function last(): Promise<string> {
  const found = await house.admin.query('select id from counting_setting order by created_at desc, id limit 1');
  house.clock.walk(1000);
  return found.rows[0].id;
}

test('national, then the structure, the buyer, the market and the lot: the nearest wins, for every side', async () => {
  const lot = `/lots/${place.lot}/regles`;
  const market = `/marches/${place.market}/regles`;
  assert.deepEqual(await inForce('training'), ['national', { counted: true, capBasisPoints: 10_000 }]);
  const steps: [Visitor, string, string, unknown][] = [
    [boss, '/organisation/regles', '50', ['organisation', { counted: true, capBasisPoints: 5000 }]],
    [buyerHead, '/organisation/regles', '40', ['buyer', { counted: true, capBasisPoints: 4000 }]],
    [buyer, market, '30', ['market', { counted: true, capBasisPoints: 3000 }]],
    [desk, lot, '20', ['lot', { counted: true, capBasisPoints: 2000 }]],
  ];
  for (const [who, path, cap, expected] of steps) {
    const sent = await set(who, path, { regle: 'training', counted: 'oui', cap });
    assert.equal(sent.status, 303, sent.text);
    house.clock.walk(1000);
    for (const side of [place.facilitator, place.buyer, place.company]) {
      assert.deepEqual(await inForce('training', side), expected, `${path} seen by ${side.email}`);
    }
  }
  const page = await desk.get(`${lot}/regle?regle=training`);
  for (const said of ['Lot', 'Marché', 'Acheteur', 'Structure de facilitation', 'Règle nationale'])
    assert.match(page.text, new RegExp(said));
  assert.match(page.text, /jusqu’à 20\u00a0% des heures du contrat/);
  const owned = visit(house.app, await house.world.aMember(place.company.organisation, 'company.admin'));
  assert.match(
    (await owned.get(lot)).text,
    /jusqu’à 20\u00a0% des heures du contrat/,
    'the company reads what its hours are counted by',
  );
  assert.doesNotMatch((await owned.get(`${lot}/regle?regle=training`)).text, /Régler une autre valeur/);
});

test('a setting is ended, reopened, taken back and put back; its history stays', async () => {
  const market = `/marches/${place.market}/regles`;
  await set(desk, market, { regle: 'retroactivity', choice: 'from-hire' });
  const id = await last();
  assert.deepEqual(await inForce('retroactivity'), ['market', 'from-hire']);
  const act = (verb: string, fields: Record<string, string> = {}) =>
    desk.submit(`/regles/${id}/${verb}`, fields, { on: `${market}/regle?regle=retroactivity` });
  const early = await act('terminer', { untilDay: '2025-12-31' });
  assert.equal(early.status, 422);
  assert.match(early.text, /avant le début du réglage/);
  assert.equal((await act('terminer', { untilDay: '2026-05-31' })).status, 303);
  assert.deepEqual(await inForce('retroactivity'), ['national', 'refused']);
  assert.equal((await act('rouvrir')).status, 303);
  assert.deepEqual(await inForce('retroactivity'), ['market', 'from-hire']);
  assert.equal((await act('retirer')).status, 303);
  assert.deepEqual(await inForce('retroactivity'), ['national', 'refused']);
  assert.match((await desk.get(`${market}/regle?regle=retroactivity`)).text, /retiré, sans effet/);
  assert.equal((await act('retirer')).status, 409);
  assert.equal((await act('remettre')).status, 303);
  assert.deepEqual(await inForce('retroactivity'), ['market', 'from-hire']);
  assert.equal(
    (await buyer.submit(`/regles/${id}/retirer`, {}, { on: `${market}/regle?regle=retroactivity` })).status,
    404,
    'who set it takes it back',
  );
  await act('retirer');
});

test('the source is compulsory, the value is checked, what was typed stays', async () => {
  const path = `/lots/${place.lot}/regles`;
  const tries: [Record<string, string>, RegExp][] = [
    [{ regle: 'weekly-warning', week: '44', day: '10', source: '' }, /Indiquez le texte qui le dit/],
    [{ regle: 'weekly-warning', week: '200', day: '10' }, /au plus/],
    [{ regle: 'weekly-warning', week: '8', day: '10' }, /Un jour ne peut pas dépasser la semaine/],
    [{ regle: 'counting-window.CDI', windowKind: 'market-end', months: '0' }, /nombre de mois/],
    [{ regle: 'weekly-warning', week: '44', day: '10', fromDay: '' }, /Indiquez le premier jour/],
  ];
  for (const [fields, sentence] of tries) {
    const sent = await set(desk, path, fields);
    assert.equal(sent.status, 422, JSON.stringify(fields));
    assert.match(sent.text, sentence);
    if (fields['week']) assert.match(sent.text, new RegExp(`value="${fields['week']}"`));
  }
  assert.equal(
    (await set(desk, path, { regle: 'day-impossible', hours: '23' })).location,
    path,
    'a day has 24 hours for everybody',
  );
  await set(desk, path, { regle: 'weekly-warning', week: '44', day: '10' });
  await last();
  const same = await set(desk, path, { regle: 'weekly-warning', week: '44', day: '10' });
  assert.equal(same.status, 422);
  assert.match(same.text, /déjà en vigueur/);
});

test('weekly limits set on the lot are those the company is warned by before sending', async () => {
  const before = await visit(house.app, place.company).get(`/declarations/${place.lot}?mois=2026-10`);
  assert.equal(before.status, 200);
  assert.deepEqual(await inForce('weekly-warning', place.company), ['lot', { week: 2640, day: 600 }]);
});

test('the effect is told before: how many lines, validated or not; then recounting keeps totals and allocations together', async () => {
  const one = await house.thread.aThread();
  const reviewer = visit(house.app, one.facilitator);
  const { organisation: company } = one.company;
  for (const [month, state] of [
    ['2026-05', 'validate'],
    ['2026-06', 'leave'],
  ] as const) {
    const id = await house.thread.aDeclaration(one, { company, month, state: 'submitted' });
    await house.thread.anEntry({ declaration: id, contract: one.workers[0].contract, hours: 60, training: 40 });
    await house.thread.anEntry({ declaration: id, contract: one.workers[1].contract, hours: 50 });
    if (state === 'validate') await reviewer.submit(`/heures/${id}/valider`, { version: '1' }, { on: `/heures/${id}` });
  }
  const path = `/marches/${one.market}/regles`;
  const fields = { regle: 'training', counted: 'oui', cap: '25' };
  const shown = await reviewer.submit(
    `${path}/regle`,
    { ...on, ...fields, simulate: 'oui' },
    { on: `${path}/regle?regle=training` },
  );
  assert.equal(shown.status, 200);
  assert.match(
    shown.text,
    /Ce réglage changerait le décompte de 2\u00a0lignes non scellées\u00a0: 1\u00a0validée, 1\u00a0à valider/,
  );
  assert.equal(
    (await house.admin.query('select 1 from counting_setting where market_id = $1', [one.market])).rowCount,
    0,
    'nothing is written by looking',
  );
  const other = visit(house.app, one.buyer);
  const asked = await other.submit(
    `${path}/regle`,
    { ...on, ...fields, simulate: 'oui' },
    { on: `${path}/regle?regle=training` },
  );
  assert.match(asked.text, /4\u00a0lignes non scellées seront relues/, 'a buyer knows how many, never which');
  const kept = await set(reviewer, path, fields);
  assert.equal(kept.location, `${path}/regle?regle=training&verifier=1`);
  const page = await reviewer.get(kept.location ?? '');
  assert.match(page.text, /1\u00a0ligne validée garde l’ancien décompte/);
  const sums = () =>
    house.admin.query(
      `select (select sum(counted_minutes)::int from hours_delta where lot_id = $1) as totals,
        (select sum(minutes)::int from hour_allocation where lot_id = $1) as allocated,
        (select sum(counted_minutes)::int from hour_entry where lot_id = $1) as counted`,
      [one.lot],
    );
  assert.deepEqual((await sums()).rows, [{ totals: 9000, allocated: 9000, counted: 9000 }]);
  const again = await reviewer.submit(`${path}/recompter`, { regle: 'training' }, { on: kept.location ?? '' });
  assert.equal(again.status, 303, again.text);
  assert.deepEqual((await sums()).rows, [{ totals: 8100, allocated: 8100, counted: 8100 }]);
  const rule = await house.admin.query(
    "select rule_version from hour_entry where lot_id = $1 and training_minutes > 0 and state = 'validated'",
    [one.lot],
  );
  assert.match(rule.rows[0].rule_version, /^market\/training\/2026-01-01\/1$/);
  const nothing = await reviewer.submit(`${path}/recompter`, { regle: 'training' }, { on: path });
  assert.equal(nothing.status, 422);
});

test('boards judge each lot by what was set nearest to it', async () => {
  const one = await house.thread.aThread();
  const reviewer = visit(house.app, one.facilitator);
  await house.admin.query(
    `insert into hours_delta (lot_id, market_id, company_id, holder_id, month, contract_type, method, counted_minutes)
     values ($1, $2, $3, $4, '2026-06', 'CDD', 'direct-hire', 175 * 60)`,
    [one.lot, one.market, one.company.organisation, one.facilitator.organisation],
  );
  assert.match((await reviewer.get(`/marches/${one.market}`)).text, /À surveiller/);
  const path = `/marches/${one.market}/regles`;
  const kept = await set(visit(house.app, one.buyer), path, {
    regle: 'progress-thresholds',
    onTrack: '70',
    toWatch: '50',
  });
  assert.equal(kept.status, 303, kept.text);
  for (const side of [one.facilitator, one.buyer]) {
    const page = await visit(house.app, side).get(`/marches/${one.market}`);
    assert.match(page.text, /En bonne voie|Dans les temps/);
    assert.doesNotMatch(page.text, /À surveiller/);
  }
  const time = await set(reviewer, `/lots/${one.lot}/regles`, {
    regle: 'full-time',
    year: '1607',
    month: '133 h 54',
    week: '35',
    day: '10',
  });
  assert.equal(time.status, 303, time.text);
  assert.match((await visit(house.app, one.company).get('/mes-marches')).text, /32,5\u00a0jours de travail/);
});

test('nobody sets a rule for a market of others, at the door or in the database', async () => {
  const stranger = visit(house.app, house.stranger);
  const path = `/marches/${place.market}/regles`;
  for (const address of [path, `${path}/regle?regle=training`, `/lots/${place.lot}/regles`]) {
    assert.equal((await stranger.get(address)).status, 404, address);
  }
  assert.equal((await set(stranger, path, { regle: 'training', counted: 'non' })).status, 404);
  const scope = scopeOf(actingAs(house.stranger), 'app', house.clock.now());
  await assert.rejects(
    inTransaction(house.database, scope, (db) =>
      db
        .insertInto('countingSetting')
        .values({
          organisationId: house.stranger.organisation,
          marketId: place.market,
          lotId: null,
          code: 'training',
          value: '{}',
          fromDay: '2026-01-01',
          source: 'x',
        })
        .execute(),
    ),
    /row-level security/,
  );
  const clerk = visit(house.app, house.clerk);
  assert.equal((await clerk.get('/organisation/regles')).status, 200);
  assert.equal((await set(clerk, '/organisation/regles', { regle: 'training', counted: 'non' })).status, 403);
  assert.equal(
    (await set(desk, '/organisation/regles', { regle: 'training', counted: 'non' })).status,
    403,
    'for every market: the administration',
  );
});
