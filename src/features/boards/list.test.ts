/** The list of markets: what is seen, by whom, filtered, sorted, exported, kept as a view. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { App } from '#http/mount.ts';
import { mount } from '#http/mount.ts';
import { testHouse } from '#tests/house.ts';
import type { TestHouse } from '#tests/house.ts';
import { visit } from '#tests/visitor.ts';
import { createThreadWorld } from '#tests/world-thread.ts';
import type { Thread, ThreadWorld } from '#tests/world-thread.ts';
import { boardRoutes } from './routes.ts';

let house: TestHouse;
let app: App;
let thread: ThreadWorld;
let tanneurs: Thread;

before(async () => {
  house = await testHouse();
  app = mount(house.house, boardRoutes);
  thread = createThreadWorld(house);
  tanneurs = await thread.aThread();
});

after(async () => {
  assert.deepEqual(house.failures, []);
  await house.close();
});

/** Reference, done over due, state of each line. */
function lines(text: string): string[] {
  const body = text.slice(text.indexOf('<tbody'), text.indexOf('</tbody>'));
  return body
    .split('<tr')
    .slice(1)
    .map((row) => {
      const name = /<a href="\/marches\/[^"]+">([^<]+)</.exec(row)?.[1] ?? '';
      const done = /class="soft">([^<]+)</.exec(row)?.[1] ?? '';
      const state = /<span class="status[^>]*>.*?<\/svg>([^<]+)</s.exec(row)?.[1] ?? '';
      return [name, done, state].join(' | ').replaceAll('\u00A0', ' ');
    });
}

async function anotherMarket(
  object: string,
  more: { state?: string; endsOn?: string; done?: number; due?: number; holder?: string } = {},
) {
  const { facilitator, buyer, company } = tanneurs;
  const market = await thread.aMarket({
    keeper: facilitator.organisation,
    buyer: buyer.organisation,
    object,
    ...(more.state !== undefined && { state: more.state }),
    ...(more.endsOn !== undefined && { endsOn: more.endsOn }),
  });
  const place = await thread.aLot({ market, endsOn: more.endsOn ?? '2027-12-31' });
  await thread.anAssignment(place, facilitator.organisation);
  const holder =
    more.holder === undefined
      ? company.organisation
      : await house.world.anOrganisation('company', { name: more.holder });
  await thread.aParty(place, holder);
  if (more.due !== 0) await thread.aCommitment(place, more.due ?? 1000);
  if (more.done !== undefined) {
    const person = await thread.aFollowedPerson(facilitator.organisation);
    const contract = await thread.aContract(place, {
      person,
      holder: facilitator.organisation,
      company: holder,
    });
    const declaration = await thread.aDeclaration(place, {
      company: holder,
      month: '2026-10',
      state: 'validated',
    });
    await thread.anEntry({ declaration, contract, hours: more.done, state: 'validated' });
  }
  return place;
}

test('each market shows hours done over due and one state; a lot of zero hours is no obligation; above 100 % is shown', async () => {
  await anotherMarket('Écoles du Lac', { done: 1100, holder: 'Thermélia' });
  await anotherMarket('Fournitures', { due: 0, done: 12 });
  await anotherMarket('Parc Sud', { done: 350, due: 1000, endsOn: '2027-06-30' });
  await anotherMarket('Voirie', { state: 'notified' });
  await anotherMarket('Ancien gymnase', { state: 'closed', done: 10 });
  const { text } = await visit(app, tanneurs.facilitator).get('/marches?tri=objet');
  assert.deepEqual(lines(text), [
    'Ancien gymnase | 10 / 1 000 h | Clos',
    'Écoles du Lac | 1 100 / 1 000 h | Atteint',
    'Fournitures | Sans obligation d’heures, 12 h réalisées | Sans obligation',
    'Parc Sud | 350 / 1 000 h | En retard',
    'Restauration collective des Tanneurs | 0 / 500 h | En retard',
    'Voirie | 0 / 1 000 h | Notifié',
  ]);
  assert.match(text, /110\u00A0%/);
  assert.match(text.replaceAll('\u00A0', ' '), /<strong>6 marchés<\/strong> · 1 472 h réalisées sur 4 500 h dues/);
});

test('tabs, search without accents by object, reference or holder, and sort by progress', async () => {
  const visitor = visit(app, tanneurs.facilitator);
  const names = async (query: string) =>
    lines((await visitor.get(`/marches?${query}`)).text).map((line) => line.split(' | ')[0]);
  assert.deepEqual(await names('vue=a-surveiller&tri=objet'), ['Parc Sud', 'Restauration collective des Tanneurs']);
  assert.deepEqual(await names('vue=a-demarrer'), ['Voirie']);
  assert.deepEqual(await names('vue=soldes'), ['Ancien gymnase']);
  assert.deepEqual(await names('q=ecoles+lac'), ['Écoles du Lac']);
  assert.deepEqual(await names('q=thermelia'), ['Écoles du Lac']);
  assert.deepEqual(await names('q=office+tanneurs'), ['Restauration collective des Tanneurs']);
  assert.deepEqual(await names('q=50%25'), []);
  assert.deepEqual((await names('tri=-heures')).slice(0, 2), ['Écoles du Lac', 'Parc Sud']);
  assert.deepEqual(await names('departement=44'), []);
  assert.equal((await visitor.get('/marches?apres=n-importe-quoi&tri=zut&vue=zut&departement=99')).status, 200);
});

test('a company reads its own lots and hours only, never the other companies’ markets', async () => {
  const { text } = await visit(app, tanneurs.company).get('/marches?tri=objet');
  assert.doesNotMatch(text, /Écoles du Lac|Thermélia/);
  assert.match(text, /Restauration collective des Tanneurs/);
  assert.doesNotMatch(text, /Nouveau marché/);
});

test('an organisation without any market reads why its list is empty', async () => {
  const stranger = await house.world.aMember(await house.world.anOrganisation('buyer'), 'buyer.site');
  const { text } = await visit(app, stranger).get('/marches');
  assert.match(text, /Aucun marché encore\./);
  assert.doesNotMatch(text, /Tanneurs/);
});

test('pages follow one another without losing or doubling a market, whatever the sort', async () => {
  const owner = await house.world.aMember(await house.world.anOrganisation('buyer'), 'buyer.admin');
  for (let number = 0; number < 53; number += 1) {
    await thread.aMarket({
      keeper: owner.organisation,
      buyer: owner.organisation,
      object: `Marché ${number}`,
      endsOn: null,
    });
  }
  for (const sort of ['objet', '-acheteur', 'echeance', '-heures']) {
    const first = await visit(app, owner).get(`/marches?tri=${sort}`);
    const next = /rel="next" href="([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await visit(app, owner).get(next);
    const all = [...lines(first.text), ...lines(second.text)];
    assert.equal(all.length, 53);
    assert.equal(new Set(all).size, 53);
  }
});

test('the export holds the rows of the filter, in its order, and the journal says who took it', async () => {
  const { text, headers } = await visit(app, tanneurs.facilitator).get('/marches.csv?tri=-objet&q=marc%C3%A9+zzz');
  assert.match(headers.get('content-type') ?? '', /text\/csv/);
  assert.equal(text.split('\r\n').length, 2);
  const all = await visit(app, tanneurs.facilitator).get('/marches.csv?tri=-objet');
  const rows = all.text.split('\r\n');
  assert.match(rows[1] ?? '', /;Voirie;/);
  assert.match(rows.find((row) => row.includes('Parc Sud')) ?? '', /;350,00;1000,00;35;[\d,]+;En retard$/);
  const written = await house.admin.query("select entry from audit_event where action = 'view.exported'");
  assert.equal(written.rowCount, 2);
});

test('a view is kept in the menu, leads back to the list, is removed and put back; nobody else sees it', async () => {
  const visitor = visit(app, tanneurs.facilitator);
  const list = '/marches?vue=a-surveiller';
  const saved = await visitor.submit('/vues', { name: 'Mes urgences', address: list }, { on: list });
  assert.deepEqual([saved.status, saved.location], [303, list]);
  const { text } = await visitor.get(list);
  assert.match(text, /Mes vues<\/h2><ul class="side-list"><li><a href="\/marches\?vue=a-surveiller">Mes urgences/);
  const again = await visitor.submit('/vues', { name: 'Mes urgences', address: list }, { on: list });
  assert.equal(again.status, 422);
  assert.match(again.text, /porte déjà ce nom/);
  const away = await visitor.submit('/vues', { name: 'Ailleurs', address: 'https://exemple.test/' }, { on: list });
  assert.equal(away.status, 422);
  const { rows } = await house.admin.query('select id from saved_view');
  const foreign = await visit(app, tanneurs.buyer).submit(`/vues/${rows[0].id}/supprimer`, {}, { on: '/marches' });
  assert.equal(foreign.status, 404);
  await visitor.submit(`/vues/${rows[0].id}/supprimer`, {}, { on: '/vues' });
  assert.match((await visitor.get('/vues')).text, /Aucune vue encore\./);
  const back = await visitor.submit(`/vues/${rows[0].id}/remettre`, {}, { on: '/marches' });
  assert.equal(back.location, '/vues');
  assert.match((await visitor.get('/vues')).text, /Mes urgences/);
});

test('« Les miens » keeps the markets with a lot entrusted to the reader herself', async () => {
  const colleague = await house.world.aMember(tanneurs.facilitator.organisation, 'facilitator.facilitator');
  const mine = await visit(app, tanneurs.facilitator).get('/marches?vue=miens');
  assert.match(mine.text, new RegExp(`/marches/${tanneurs.market}"`, 'u'));
  const hers = await visit(app, colleague).get('/marches?vue=miens');
  assert.match(hers.text, /Aucun marché ne vous est confié/u);
  assert.doesNotMatch((await visit(app, tanneurs.buyer).get('/marches')).text, /vue=miens/u);
});

test('a buyer keeps the markets that wait for her own step, a suspended one among them; the count on her first page is theirs', async () => {
  await anotherMarket('Attribué sans notification', { state: 'awarded' });
  await anotherMarket('Chantier suspendu', { state: 'suspended' });
  await anotherMarket('À étudier par la structure', { state: 'under-study' });
  const { text } = await visit(app, tanneurs.buyer).get('/marches?vue=a-votre-tour');
  const found = lines(text).map((line) => line.split(' | ')[0]);
  assert.ok(found.includes('Attribué sans notification') && found.includes('Chantier suspendu'), found.join());
  assert.ok(!found.includes('À étudier par la structure'));
  assert.match(text, /À votre tour/);
  const other = await visit(app, tanneurs.facilitator).get('/marches?vue=a-votre-tour');
  assert.doesNotMatch(other.text, /À votre tour/);
});
