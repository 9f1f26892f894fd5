/** Tranches through the doors: added within the contract, affirmed on a day, edited, taken back; what is owed and the history follow. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { visit } from '#tests/visitor.ts';
import type { Visitor } from '#tests/visitor.ts';
import type { MarketHouse } from '#tests/world-markets.ts';
import { marketHouse } from '#tests/world-markets.ts';
import { marketRoutes } from './market-routes.ts';

let house: MarketHouse;
let buyer: Visitor;
let facilitator: Visitor;

before(async () => {
  house = await marketHouse(marketRoutes);
  buyer = visit(house.app, house.buyer);
  facilitator = visit(house.app, house.facilitator);
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

const rows = async (text: string, values: unknown[]) => (await house.admin.query(text, values)).rows;

/** A lot that owes 500 h, and a visitor's way to its tranches. */
async function aLot(hours = 500) {
  const market = await house.thread.aMarket({
    keeper: house.facilitator.organisation,
    buyer: house.buyer.organisation,
  });
  const place = await house.thread.aLot({ market });
  await house.thread.anAssignment(place, house.facilitator.organisation);
  const company = await house.world.aMember(await house.world.anOrganisation('company'), 'company.admin');
  await house.thread.aParty(place, company.organisation);
  await house.thread.aCommitment(place, hours);
  const path = `/lots/${place.lot}/tranches`;
  const add = (fields: Record<string, string>) => facilitator.submit(path, fields);
  const idOf = async (number: number): Promise<string> =>
    (
      await rows('select id from tranche where lot_id = $1 and number = $2 and removed_at is null', [place.lot, number])
    )[0]?.id;
  const owed = async () =>
    /Vous devez <strong>([^<]+)<\/strong>/u.exec((await visit(house.app, company).get('/mes-marches')).text)?.[1];
  return { ...place, path, add, idOf, owed };
}

const edit = { number: '1', conditional: 'non', startsOn: '', endsOn: '', reason: '' };

test('the tranches never make more than the contract, and the sentence says by how much', async () => {
  const { add, path } = await aLot();
  assert.match((await add({ number: '1', hours: '' })).text, /Indiquez une durée/);
  assert.equal((await add({ number: '1', hours: '300' })).status, 303);
  const over = await add({ number: '2', hours: '200,5', conditional: 'oui' });
  assert.equal(over.status, 422);
  assert.match(over.text, /500\u00a0h\u00a030 pour un engagement de 500\u00a0h, soit 0\u00a0h\u00a030 de trop/);
  assert.match(over.text, /value="200,5"/, 'what was typed is kept');
  assert.equal((await add({ number: '2', hours: '200', conditional: 'oui' })).status, 303);
  assert.match((await add({ number: '2', hours: '0' })).text, /tranche porte déjà ce numéro/);
  const page = await facilitator.get(path);
  assert.match(page.text, /Dues aujourd’hui/);
  assert.match(page.text, /300\u00a0h/);
});

test('affirmed on a day, by the buyer: what is owed grows for every side, and both read who did it', async () => {
  const { lot, market, add, idOf, owed, path } = await aLot();
  await add({ number: '1', hours: '300' });
  await add({ number: '2', hours: '200', conditional: 'oui' });
  assert.equal(await owed(), '300\u00a0h', 'the company owes what is firm');
  const tranche = await idOf(2);
  const affirm = (day: string) =>
    buyer.submit(`/tranches/${tranche}/affermir`, { day }, { on: `/tranches/${tranche}` });
  assert.match((await affirm('2026-11-19')).text, /aujourd’hui au plus tard/);
  assert.match((await affirm('2026-01-04')).text, /avant la notification du lot/);
  assert.match((await affirm('demain')).text, /Écrivez une date|date/);
  assert.equal((await affirm('2026-11-02')).status, 303);
  assert.match((await affirm('2026-11-03')).text, /déjà affermie/);
  assert.equal(await owed(), '500\u00a0h');
  assert.match((await visit(house.app, house.buyer).get(`/marches/${market}`)).text, /\/ 500/);
  const history = (await facilitator.get(path)).text;
  assert.match(history, /Tranche 2, 200\u00a0h\u00a0: affermie le 02\/11\/2026/);
  assert.match(history, /L’autre partie/);
  const steps = await rows('select act from tranche_step where lot_id = $1 order by created_at, act', [lot]);
  assert.deepEqual(
    steps.map(({ act }) => act),
    ['added', 'added', 'affirmed'],
  );
});

test('an affirmation is taken back, unless hours already validated need it', async () => {
  const { lot, market, add, idOf, owed } = await aLot();
  await add({ number: '1', hours: '300' });
  await add({ number: '2', hours: '200', conditional: 'oui' });
  const tranche = await idOf(2);
  const on = `/tranches/${tranche}`;
  assert.match((await buyer.submit(`${on}/reprendre`, {}, { on })).text, /n’est pas affermie/);
  await buyer.submit(`${on}/affermir`, { day: '2026-11-02' }, { on });
  const back = () => buyer.submit(`${on}/reprendre`, { reason: 'Saisie par erreur' }, { on });
  const validated = (minutes: number) =>
    house.admin.query(
      `insert into hours_delta (lot_id, market_id, company_id, holder_id, month, contract_type, method, counted_minutes)
       values ($1, $2, $3, $4, '2026-10', 'CDD', 'direct-hire', $5)`,
      [lot, market, house.company.organisation, house.facilitator.organisation, minutes],
    );
  await validated(18_001);
  const refused = await back();
  assert.equal(refused.status, 422);
  assert.match(refused.text, /que 300\u00a0h dues, et 300\u00a0h\u00a001 sont déjà validées/);
  await validated(-1);
  assert.equal((await back()).status, 303);
  assert.match((await buyer.get(on)).text, /Motif\u00a0: Saisie par erreur/);
  const left = await owed();
  assert.equal(left, '300\u00a0h');
});

test('edited: versions, both versions in a conflict, and the sum again', async () => {
  const { add, idOf } = await aLot();
  await add({ number: '1', hours: '300' });
  const tranche = await idOf(1);
  const path = `/tranches/${tranche}`;
  assert.match((await facilitator.submit(path, { ...edit, hours: '501', version: '1' })).text, /1\u00a0h de trop/);
  const sent = await facilitator.submit(path, { ...edit, hours: '350', version: '1', endsOn: '2027-05-31' });
  assert.equal(sent.status, 303, sent.text);
  const late = await buyer.submit(path, { ...edit, hours: '320', version: '1' });
  assert.equal(late.status, 409);
  assert.match(late.text, /350/);
  assert.match(late.text, /320/);
  assert.match(late.text, /Garder la mienne/);
  const wrong = await facilitator.submit(path, {
    ...edit,
    hours: '350',
    version: '2',
    startsOn: '2027-06-01',
    endsOn: '2027-05-31',
  });
  assert.equal(wrong.status, 422);
});

test('taken off the list and put back; its number is free meanwhile', async () => {
  const { add, idOf, path } = await aLot();
  await add({ number: '1', hours: '300' });
  const tranche = await idOf(1);
  const on = `/tranches/${tranche}`;
  assert.equal((await facilitator.submit(`${on}/retirer`, {}, { on })).status, 303);
  const list = await facilitator.get(path);
  assert.match(list.text, /Tranche 1 retirée/);
  assert.match(list.text, new RegExp(`action="${on}/remettre"`));
  assert.equal((await facilitator.submit(`${on}/retirer`, {}, { on })).status, 409);
  assert.equal((await add({ number: '1', hours: '400' })).status, 303);
  const back = await facilitator.submit(`${on}/remettre`, {}, { on });
  assert.equal(back.status, 422, 'with the other they would pass the contract');
  const other = await idOf(1);
  await facilitator.submit(`/tranches/${other}/retirer`, {}, { on: `/tranches/${other}` });
  assert.equal((await facilitator.submit(`${on}/remettre`, {}, { on })).status, 303);
});

test('a stranger finds nothing, a company has no door', async () => {
  const { add, idOf } = await aLot();
  await add({ number: '1', hours: '300' });
  const on = `/tranches/${await idOf(1)}`;
  for (const who of [house.stranger, house.otherBuyer]) {
    assert.equal((await visit(house.app, who).get(on)).status, 404);
    assert.equal((await visit(house.app, who).submit(`${on}/retirer`, {}, { on })).status, 404);
  }
  assert.equal((await visit(house.app, house.company).get(on)).status, 403);
});
