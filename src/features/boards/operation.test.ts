/** The page of an operation: its markets together, its people once, its programmes, for every side that reads its markets. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import type { LotPlace, Thread, ThreadWorld } from '#tests/world-thread.ts';
import { routes } from '../../routes.ts';

let house: TestHouse;
let app: App;
let thread: ThreadWorld;
let one: Thread;
let second: LotPlace;
let operation: string;

before(async () => {
  house = await testHouse();
  app = mount(house.house, routes);
  thread = createThreadWorld(house);
  one = await thread.aThread();
  const { facilitator, buyer, company } = one;
  const market = await thread.aMarket({
    keeper: facilitator.organisation,
    buyer: buyer.organisation,
    object: 'Aménagement des abords',
  });
  second = await thread.aLot({ market, title: 'Voirie' });
  await thread.anAssignment(second, facilitator.organisation);
  await thread.aParty(second, company.organisation);
  await thread.aCommitment(second, 300);
  // One of the three also works on the other market: still three people.
  await thread.aContract(second, {
    person: one.workers[0].person,
    holder: facilitator.organisation,
    company: company.organisation,
  });
  const made = await house.admin.query(
    "insert into operation (keeper_id, buyer_id, name, reference) values ($1, $2, 'Quartier des Tanneurs', 'OP-7') returning id",
    [facilitator.organisation, buyer.organisation],
  );
  operation = made.rows[0].id;
  await house.admin.query('update market set operation_id = $1 where id = any($2)', [operation, [one.market, market]]);
  const month = await thread.aDeclaration(one, { company: company.organisation, month: '2026-06', state: 'validated' });
  await thread.anEntry({ declaration: month, contract: one.workers[0].contract, hours: 200, state: 'validated' });
  await thread.aDeclaration(second, { company: company.organisation, month: '2026-10', state: 'late' });
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

test('markets and lots are added once, people counted once, with one picture of progress', async () => {
  for (const reader of [one.facilitator, one.buyer]) {
    const { text, status } = await visit(app, reader).get(`/operations/${operation}`);
    assert.equal(status, 200);
    assert.match(text, /200 \/ 800\u00a0h/u, 'validated on due, over both markets');
    assert.match(text, /3\u00a0personnes/u);
    assert.match(text, /Restauration collective des Tanneurs/u);
    assert.match(text, /Aménagement des abords/u);
    assert.match(text, /class="gauge-tick"/u, 'where it should be today');
    assert.match(text, /OP-7 · Office public de l’habitat · 2\u00a0marchés/u);
  }
});

test('what is owed next and whose turn it is are told', async () => {
  const { text } = await visit(app, one.buyer).get(`/operations/${operation}`);
  assert.match(text, /Ce qui est dû ensuite/u);
  assert.match(text, /<strong>300\u00a0h<\/strong> avant le 31 décembre 2027/u);
  assert.match(text, /Aménagement des abords, lot 1, octobre 2026, Bâtir Ouest/u);
  assert.match(text, /Déclarer sans attendre/u);
});

test('a company reads its own part there; whoever reads no market of it finds nothing', async () => {
  const own = await visit(app, one.company).get(`/operations/${operation}`);
  assert.equal(own.status, 200);
  assert.match(own.text, /Vos heures validées/u);
  assert.doesNotMatch(own.text, /\/modifier/u);
  const elsewhere = await thread.aThread();
  for (const stranger of [elsewhere.buyer, elsewhere.facilitator, elsewhere.company]) {
    assert.equal((await visit(app, stranger).get(`/operations/${operation}`)).status, 404);
    assert.doesNotMatch((await visit(app, stranger).get('/operations')).text, /Quartier des Tanneurs/u);
  }
});

test('the list is a tab of the markets, searched without accents, and each market leads to its operation', async () => {
  const visitor = visit(app, one.buyer);
  assert.match((await visitor.get('/marches')).text, /href="\/operations"/u);
  assert.match((await visitor.get('/operations?q=tannEURS')).text, /Quartier des Tanneurs/u);
  assert.match((await visitor.get('/operations?q=introuvable')).text, /Aucune opération ne correspond/u);
  assert.match((await visitor.get(`/marches/${one.market}`)).text, new RegExp(`href="/operations/${operation}"`, 'u'));
  assert.equal((await visitor.get('/operations?apres=n-importe-quoi')).status, 200);
});

test('NPNRU: 5 % of the hours worked by all on its lots, with the months that are missing', async () => {
  await house.admin.query(
    "insert into market_programme (market_id, programme_id) select $1, id from programme where code = 'NPNRU'",
    [one.market],
  );
  const read = async () => (await visit(app, one.buyer).get(`/operations/${operation}`)).text;
  assert.match(await read(), /encore inconnues/u);
  assert.match(await read(), /1\u00a0mois déclaré sans ce total, laissés? hors du taux/u);
  await house.admin.query(
    `insert into worked_month (lot_id, market_id, company_id, month, minutes, via, declared_at)
     values ($1, $2, $3, '2026-06', $4, 'link', now())`,
    [one.lot, one.market, one.company.organisation, 5000 * 60],
  );
  const text = await read();
  assert.match(text, /moins de cinq personnes, le chiffre n’est pas montré/u, 'one worker could be told apart');
  assert.doesNotMatch(text, /% des heures travaillées<\/p>/u);
  assert.match(text, /5\u00a0% de 5\u00a0000\u00a0h travaillées, soit 250\u00a0h/u);
  assert.doesNotMatch(text, /sans ce total/u);
  assert.doesNotMatch((await visit(app, one.company).get(`/operations/${operation}`)).text, /Objectif/u);
});

test('NPNRU counts the inhabitants of priority districts at hire, and the card says so', async () => {
  const live = async (worker: number, district: string) => {
    const { person, contract } = one.workers[worker] ?? one.workers[0];
    await house.admin.query(
      "insert into contract_residence (contract_id, person_id, holder_id, district, taken_at) values ($1, $2, $3, $4, '2026-01-05')",
      [contract, person, one.facilitator.organisation, district],
    );
  };
  const july = await thread.aDeclaration(one, {
    company: one.company.organisation,
    month: '2026-07',
    state: 'validated',
  });
  await thread.anEntry({ declaration: july, contract: one.workers[1].contract, hours: 100, state: 'validated' });
  await thread.anEntry({ declaration: july, contract: one.workers[2].contract, hours: 50, state: 'validated' });
  await house.admin.query(
    `insert into worked_month (lot_id, market_id, company_id, month, minutes, via, declared_at)
     values ($1, $2, $3, '2026-07', $4, 'link', now())`,
    [one.lot, one.market, one.company.organisation, 5000 * 60],
  );
  await live(0, 'yes');
  await live(1, 'no');
  const page = async (reader: typeof one.buyer) =>
    (await visit(app, reader).get(`/operations/${operation}`)).text.replaceAll('\u00a0', ' ');
  const text = await page(one.facilitator);
  assert.match(text, /2 % des heures travaillées/u, '200 of 10 000, not 350');
  assert.match(text, /habitants de QPV à l’embauche : 200 h sur 350 h d’insertion ; 50 h sans adresse connue/u);
  assert.doesNotMatch(await page(one.buyer), /200 h sur 350 h d’insertion/u);
});
