/** A market's life after it is registered: edited, moved, tagged, its lots and figures, through the doors. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { hiddenKey, visit } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import { marketRoutes } from './market-routes.ts';

let house: MarketHouse;

before(async () => {
  house = await marketHouse(marketRoutes);
});
after(() => house.close());

async function aMarket(more: { state?: string; object?: string } = {}) {
  const { thread, facilitator, buyer } = house;
  const market = await thread.aMarket({
    keeper: facilitator.organisation,
    buyer: buyer.organisation,
    ...more,
  });
  const place = await thread.aLot({
    market,
    ...(more.state === 'offers-analysed' && { state: 'published' }),
  });
  await thread.anAssignment(place, facilitator.organisation);
  return place;
}

const one = async (text: string, values: unknown[]) => (await house.admin.query(text, values)).rows[0];
const edited = { kind: 'market', vehicle: 'execution-clause', ccag: '', version: '1' };

test('a conflict on a market shows both versions and loses nothing', async () => {
  const { market } = await aMarket({ object: 'Avant' });
  const [mine, theirs] = [visit(house.app, house.facilitator), visit(house.app, house.buyer)];
  const path = `/marches/${market}/modifier`;
  assert.equal((await theirs.submit(path, { ...edited, object: 'La sienne' })).status, 303);
  const late = await mine.submit(path, { ...edited, object: 'La mienne' });
  assert.equal(late.status, 409);
  assert.match(late.text, /La sienne/);
  assert.match(late.text, /La mienne/);
  assert.match(late.text, /Garder la mienne/);
  assert.equal((await mine.submit(path, { ...edited, object: 'La mienne', version: '2' })).status, 303);
  assert.equal((await one('select object from market where id = $1', [market])).object, 'La mienne');
});

test('a step needs its side, its day and its reason, and stays in the history', async () => {
  const { market } = await aMarket();
  const path = `/marches/${market}/etat`;
  const facilitator = visit(house.app, house.facilitator);
  const buyer = visit(house.app, house.buyer);
  const suspended = { to: 'suspended', version: '1' };
  const other = await facilitator.submit(path, { ...suspended, reason: 'Amiante', day: '2026-11-10' });
  assert.equal(other.status, 422);
  assert.match(other.text, /revient à l’acheteur/);
  assert.match((await buyer.submit(path, { ...suspended, day: '2026-11-10' })).text, /Écrivez le motif/);
  assert.match((await buyer.submit(path, { ...suspended, reason: 'Amiante' })).text, /date de cette étape/);
  assert.match((await buyer.submit(path, { to: 'closed', version: '1' })).text, /Étapes possibles/);
  const sent = await buyer.submit(path, { ...suspended, reason: 'Amiante', day: '2026-11-10' });
  assert.equal(sent.status, 303, sent.text.slice(0, 300));
  const step = await one('select state, on_day::text, reason from market_step where market_id = $1', [market]);
  assert.deepEqual(step, { state: 'suspended', on_day: '2026-11-10', reason: 'Amiante' });
  assert.match((await facilitator.get(path)).text, /Motif\u00A0: Amiante/);
  assert.equal((await buyer.submit(path, { ...suspended, reason: 'x', day: '2026-11-10' })).status, 409);
});

test('for a buyer nobody represents here, the facilitator writes down what was decided', async () => {
  const alone = await house.world.anOrganisation('buyer', { name: 'Absente' });
  const market = await house.thread.aMarket({
    keeper: house.facilitator.organisation,
    buyer: alone,
    state: 'offers-analysed',
  });
  const sent = await visit(house.app, house.facilitator).submit(`/marches/${market}/etat`, {
    to: 'awarded',
    version: '1',
  });
  assert.equal(sent.status, 303, sent.text.slice(0, 300));
});

test('a market is not completed while a lot is still open; a lot moves on its own', async () => {
  const { market, lot } = await aMarket();
  const facilitator = visit(house.app, house.facilitator);
  const completed = { to: 'completed', day: '2026-11-10', version: '1' };
  const early = await facilitator.submit(`/marches/${market}/etat`, completed);
  assert.equal(early.status, 422);
  assert.match(early.text, /lots sont encore ouverts/);
  assert.equal((await facilitator.submit(`/lots/${lot}/etat`, completed)).status, 303);
  assert.equal((await facilitator.submit(`/marches/${market}/etat`, completed)).status, 303);
});

test('a lot is added with what it owes; its number is its own; two at once keep one', async () => {
  const { market } = await aMarket();
  const visitor = visit(house.app, house.facilitator);
  const path = `/marches/${market}/lots/nouveau`;
  const fields = { number: '2', title: 'Peinture', hours: '120', commitmentKind: 'fixed' };
  assert.match((await visitor.get(path)).text, /name="number"[^>]*value="2"/);
  const answers = await Promise.all([1, 2].map(() => visit(house.app, house.facilitator).submit(path, fields)));
  assert.deepEqual(
    answers.map(({ status }) => status).sort((one, other) => one - other),
    [303, 422],
  );
  const taken = answers.find(({ status }) => status === 422);
  assert.match(taken?.text ?? '', /porte déjà ce numéro/);
  const lot = await one(
    `select l.id, c.state, a.role from lot l join commitment c on c.lot_id = l.id join lot_assignment a on a.lot_id = l.id
     where l.market_id = $1 and l.number = 2`,
    [market],
  );
  assert.deepEqual([lot.state, lot.role], ['contractual', 'lead']);
  const changed = { number: '3', title: 'Peintures', version: '1' };
  assert.equal((await visitor.submit(`/lots/${lot.id}/modifier`, changed)).status, 303);
  assert.equal((await visitor.submit(`/lots/${lot.id}/modifier`, changed)).status, 409);
});

test('a facilitator of the market who does not keep it adds a lot and leads it; a stranger does not', async () => {
  const { thread, buyer, facilitator } = house;
  const market = await thread.aMarket({ keeper: buyer.organisation, buyer: buyer.organisation });
  await thread.anAssignment(await thread.aLot({ market }), facilitator.organisation);
  const fields = { number: '2', title: 'Second', hours: '10' };
  const sent = await visit(house.app, facilitator).submit(`/marches/${market}/lots/nouveau`, fields);
  assert.equal(sent.status, 303, sent.text.slice(0, 300));
  const key = hiddenKey((await visit(house.app, house.stranger).get('/marches/nouveau')).text);
  const stranger = visit(house.app, house.stranger);
  for (const path of [`/marches/${market}/lots/nouveau`, `/marches/${market}/modifier`, `/marches/${market}/etat`]) {
    assert.equal((await stranger.get(path)).status, 404, path);
  }
  const stolen = await stranger.submit(`/marches/${market}/lots/nouveau`, { ...fields, number: '3' }, { key });
  assert.equal(stolen.status, 404);
});

test('amounts are shown to the buyer and the keeper alone; public figures to every desk; companies get no door', async () => {
  const { market, lot } = await aMarket();
  await house.thread.aParty({ market, lot }, house.company.organisation);
  await house.thread.anAssignment({ market, lot }, house.stranger.organisation, { role: 'contributor' });
  const path = `/marches/${market}/montants`;
  const buyer = visit(house.app, house.buyer);
  const add = (fields: Record<string, string>) =>
    buyer.submit(path, { onDay: '2026-11-18', source: 'Étude', origin: 'confidential', ...fields });
  assert.equal((await add({ nature: 'estimate', amount: '1 000 000' })).status, 303);
  assert.equal((await add({ nature: 'labour-share', amount: '50 %' })).status, 303);
  assert.equal((await add({ nature: 'hourly-cost', amount: '30' })).status, 303);
  assert.equal((await add({ nature: 'awarded', origin: 'decp', amount: '987 654' })).status, 303);
  assert.match((await add({ nature: 'estimate', amount: 'beaucoup' })).text, /montant en chiffres/);
  assert.match((await add({ nature: 'estimate', amount: '1', onDay: '2027-01-01' })).text, /aujourd’hui au plus tard/);
  const sized = await buyer.get(`${path}?taux=5`);
  assert.match(sized.text, /823\u00a0h.*Soit 117,57\u00a0jours ou 5,43\u00a0mois à temps plein/s);
  assert.match((await visit(house.app, house.facilitator).get(path)).text, /1\u00a0000\u00a0000,00/);
  const contributor = await visit(house.app, house.stranger).get(path);
  assert.match(contributor.text, /987\u00a0654,00/);
  assert.doesNotMatch(contributor.text, /1\u00a0000\u00a0000,00/);
  assert.doesNotMatch(contributor.text, /Ajouter un montant/);
  assert.equal((await visit(house.app, house.company).get(path)).status, 403);
  assert.equal((await visit(house.app, house.clerk).get(path)).status, 403);
  assert.equal((await visit(house.app, house.otherBuyer).get(path)).status, 404);
  const told = await house.admin.query("select entry from audit_event where action = 'amount.added'");
  for (const { entry } of told.rows) assert.doesNotMatch(String(entry), /100000000|98765400/);
});

test('national programmes come with their source; a market is tagged with them and with one’s own, and untagged', async () => {
  const { market } = await aMarket();
  const visitor = visit(house.app, house.facilitator);
  const list = await visitor.get('/programmes');
  assert.match(list.text, /adoptée le 24 mars 2015/);
  const own = {
    code: 'CL93',
    name: 'Clause locale',
    target: '7,5',
    source: 'Délibération',
    validFrom: '2026-01-01',
  };
  assert.equal((await visitor.submit('/programmes', own)).status, 303);
  assert.match((await visitor.submit('/programmes', own)).text, /porte déjà ce code/);
  const path = `/marches/${market}/programmes`;
  const npnru = await one("select id, target_basis_points as rate from programme where code = 'NPNRU'", []);
  assert.equal(npnru.rate, 500);
  assert.equal((await visitor.submit(path, { programme: npnru.id })).status, 303);
  assert.equal((await visitor.submit(path, { programme: crypto.randomUUID() })).status, 422);
  const count = async () =>
    (await one('select count(*)::int from market_programme where market_id = $1', [market])).count;
  assert.equal(await count(), 1);
  assert.equal((await visitor.submit(path, {})).status, 303);
  assert.equal(await count(), 0);
  assert.doesNotMatch((await visit(house.app, house.stranger).get('/programmes')).text, /Clause locale/);
});

test('an operation gathers markets of one buyer', async () => {
  const visitor = visit(house.app, house.buyer);
  assert.equal((await visitor.submit('/operations/nouvelle', { name: 'Quartier des Tanneurs' })).status, 303);
  assert.match((await visitor.submit('/operations/nouvelle', { name: '' })).text, /Donnez un nom à cette opération/);
  const { id } = await one("select id from operation where name = 'Quartier des Tanneurs'", []);
  const { market } = await aMarket();
  const sent = await visitor.submit(`/marches/${market}/modifier`, {
    ...edited,
    object: 'Dans l’opération',
    operationId: id,
  });
  assert.equal(sent.status, 303, sent.text.slice(0, 300));
  assert.match((await visitor.get('/operations')).text, /Quartier des Tanneurs/);
  assert.equal((await visitor.submit(`/operations/${id}/modifier`, { name: 'Tanneurs', version: '1' })).status, 303);
  assert.equal((await visitor.submit(`/operations/${id}/modifier`, { name: 'Autre', version: '1' })).status, 409);
  assert.equal((await visit(house.app, house.otherBuyer).get(`/operations/${id}`)).status, 404);
  assert.deepEqual(house.failures, []);
});
