/** Where it stands, seen by a buyer: nothing to click, nothing needed but the page. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axeViolations, consoleErrors, openPage, overflowAt320 } from '../browser.ts';
import { openDesk, signIn } from './open-desk.ts';
import type { OpenDesk } from './open-desk.ts';

const buyer = 'marc.leroux@metropole.example';

let desk: OpenDesk;

before(async () => {
  desk = await openDesk();
});

after(() => desk.close());

test('une acheteuse lit l’état de toutes ses clauses sans un clic, sans JavaScript', async () => {
  const page = await openPage({ baseURL: desk.base, javascript: false });
  await signIn(page, buyer);
  assert.equal(new URL(page.url()).pathname, '/');
  const clauses = page.getByRole('table', { name: 'Clauses en cours' });
  const { rows } = await desk.fresh.admin.query(
    `select m.id from market m join organisation o on o.id = m.buyer_id
     join membership s on s.organisation_id = o.id join account a on a.id = s.account_id
     where a.email = $1 and m.state in ('notified', 'running', 'suspended')`,
    [buyer],
  );
  assert.ok(rows.length > 0, 'the demonstration gives this buyer clauses under way');
  for (const { id } of rows) {
    const state = clauses.locator(`#clauses-${id} .status`);
    assert.match(
      await state.innerText(),
      /^(Dans les temps|À surveiller|En retard|Atteint|Notifié|Suspendu|Sans obligation|Non déclenché)$/,
    );
  }
  await page.context().close();
});

test('l’accueil, les marchés, un marché, le tableau de bord et le calendrier sont accessibles, au bureau et au téléphone', async () => {
  for (const look of [
    { width: 1440, theme: 'light' },
    { width: 360, theme: 'dark' },
  ] as const) {
    const page = await openPage({ baseURL: desk.base, ...look });
    await signIn(page, buyer);
    await page.goto('/marches');
    const market = await page.locator('#liste tbody th a').first().getAttribute('href');
    for (const path of ['/', '/marches', '/marches?q=zzz', market ?? '', '/tableau-de-bord', '/vues', '/calendrier']) {
      await page.goto(path);
      assert.deepEqual(await axeViolations(page), [], `${path} at ${look.width}`);
      assert.deepEqual(await overflowAt320(page), [], path);
    }
    assert.deepEqual(consoleErrors(page), []);
    await page.context().close();
  }
});

test('sans JavaScript : filtrer, trier, garder une vue, la retrouver dans le menu, la supprimer et la remettre', async () => {
  const page = await openPage({ baseURL: desk.base, javascript: false });
  await signIn(page, buyer);
  await page.goto('/marches');
  await page.getByRole('link', { name: 'En cours', exact: true }).click();
  await page.getByRole('link', { name: 'Heures réalisées' }).click();
  assert.match(page.url(), /vue=en-cours.*tri=heures/);
  await page.getByText('Enregistrer cette vue').click();
  await page.getByLabel('Nom de la vue').fill('En cours, par avancement');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('enregistrée dans votre menu').waitFor();
  await page.getByRole('navigation', { name: 'Navigation principale' }).getByText('En cours, par avancement').click();
  assert.match(page.url(), /tri=heures/);
  await page.goto('/vues');
  await page.getByRole('button', { name: /^Supprimer/ }).click();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('cell', { name: 'En cours, par avancement' }).or(page.getByRole('rowheader')).first().waitFor();
  await page.context().close();
});
