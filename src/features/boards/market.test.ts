/** The page of a market: the same figures for all, and to each only what she may read of it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import type { Thread, ThreadWorld } from '#tests/world-thread.ts';
import type { Person } from '#tests/world.ts';
import { boardRoutes } from './routes.ts';

let house: TestHouse;
let app: App;
let world: ThreadWorld;
let thread: Thread;

before(async () => {
  house = await testHouse();
  app = mount(house.house, boardRoutes);
  world = createThreadWorld(house);
  thread = await world.aThread();
  const [amadou, celine] = thread.workers;
  const place = { lot: thread.lot, market: thread.market };
  const company = thread.company.organisation;
  const september = await world.aDeclaration(place, { company, month: '2026-09', state: 'validated' });
  await world.anEntry({ declaration: september, contract: amadou.contract, hours: 112, state: 'validated' });
  const october = await world.aDeclaration(place, { company, month: '2026-10', state: 'submitted' });
  await world.anEntry({ declaration: october, contract: celine.contract, hours: 70 });
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

async function read(person: Person, market = thread.market): Promise<string> {
  const { status, text } = await visit(app, person).get(`/marches/${market}`);
  assert.equal(status, 200);
  return text.slice(text.indexOf('<h1'), text.indexOf('</main>')).replaceAll('\u00A0', ' ');
}

test('a facilitator reads figures, equivalents, turns, forecast, people and declarations', async () => {
  const text = await read(thread.facilitator);
  assert.match(text, /<h1>Restauration collective des Tanneurs<\/h1>/);
  assert.match(text, /112 h \/ 500/);
  assert.match(text, /À faire : 71,4 jours, 3,3 mois à temps plein/);
  assert.match(text, /22 %.*44 % attendus à ce jour/s);
  assert.match(text, /388 h.*55,4 jours/s);
  assert.match(text, /2,6 mois à temps plein, 70 h à contrôler/);
  assert.match(text, /À vous<\/span> <a href="\/heures\/[^"]+">Contrôler la déclaration\./);
  assert.match(text, /Au rythme actuel : \d+ h à l’échéance\./);
  assert.match(text, /Amadou Darrieux/);
  assert.match(text, new RegExp(`href="/lots/${thread.lot}/heures"`));
  assert.match(text, /Saisir des heures/);
  assert.match(text, /<summary>Voir les données : rythme mensuel/);
});

test('a buyer reads how many people, never who; and nothing to do in their place', async () => {
  const text = await read(thread.buyer);
  assert.doesNotMatch(text, /Amadou|Céline|Yacine|Darrieux|Marchand|Bertin/);
  assert.match(text, /3 personnes/);
  assert.match(text, /112 h \/ 500/);
  assert.doesNotMatch(text, /\/personnes\/|\/heures\/|Saisir des heures/);
  assert.match(text, /Transmise/);
  assert.match(text, /À la structure de facilitation<\/span> Contrôler la déclaration\./);
});

test('a company reads its own lot and its own part, whatever the others do there', async () => {
  const other = await house.world.aMember(
    await house.world.anOrganisation('company', { name: 'Autre Bâtisseur' }),
    'company.declarant',
  );
  const second = await world.aLot({ market: thread.market, number: 2, title: 'Électricité' });
  await world.aCommitment(second, 300);
  await world.aParty(second, other.organisation);
  const own = await read(thread.company);
  assert.match(own, /Lot 1\. Gros œuvre/);
  assert.doesNotMatch(own, /Électricité|Autre Bâtisseur/);
  assert.match(own, /Vos heures validées.*112 h \/ 500/s);
  assert.doesNotMatch(own, /Amadou/);
  const others = await read(other);
  assert.doesNotMatch(others, /Gros œuvre|Bâtir Ouest/);
  assert.match(others, /0 h \/ 300/);
});

test('an unknown market and another organisation’s market are the same absence', async () => {
  const stranger = await house.world.aMember(await house.world.anOrganisation('facilitator'), 'facilitator.admin');
  assert.equal((await visit(app, stranger).get(`/marches/${thread.market}`)).status, 404);
  assert.equal((await visit(app, stranger).get(`/marches/${thread.lot}`)).status, 404);
});

test('a market just opened says what is missing, part by part, with what to do', async () => {
  const owner = thread.facilitator;
  const market = await world.aMarket({
    keeper: owner.organisation,
    buyer: thread.buyer.organisation,
    object: 'Tout neuf',
    endsOn: null,
    state: 'under-study',
  });
  const text = await read(owner, market);
  assert.match(text, /Aucun lot encore\..*href="\/marches\/[^"]+\/lots\/nouveau"/s);
  assert.match(text, /Aucune heure validée encore\./);
  assert.match(text, /Aucune déclaration encore\./);
  assert.match(text, /Personne n’est encore recruté/);
  assert.match(text, /Aucun document encore\./);
  assert.match(text, /Sans obligation d’heures/);
  assert.doesNotMatch(text, /NaN|Infinity|undefined|null/);
});

test('hours above what is due are shown above 100 %, and the forecast says it is reached', async () => {
  const place = await world.aLot({
    market: await world.aMarket({
      keeper: thread.facilitator.organisation,
      buyer: thread.buyer.organisation,
    }),
  });
  await world.aCommitment(place, 100);
  const company = thread.company.organisation;
  await world.aParty(place, company);
  const [amadou] = thread.workers;
  const contract = await world.aContract(place, {
    person: amadou.person,
    holder: thread.facilitator.organisation,
    company,
  });
  const declaration = await world.aDeclaration(place, { company, month: '2026-10', state: 'validated' });
  await world.anEntry({ declaration, contract, hours: 130, state: 'validated' });
  const text = await read(thread.buyer, place.market);
  assert.match(text, /130 %/);
  assert.match(text, /L’objectif serait atteint\./);
  assert.match(text, /Rien ne manque/);
});
