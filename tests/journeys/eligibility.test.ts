/** L’éligibilité décidée en trois clics depuis la fiche, puis annulée ; testée sans nommer personne ; avec et sans scripts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { addDays } from '#domain/day.ts';
import { axeViolations, consoleErrors, openPage } from '../browser.ts';
import type { PageWishes } from '../browser.ts';
import { openDesk, signIn } from './open-desk.ts';
import type { OpenDesk } from './open-desk.ts';

let desk: OpenDesk;
let clicks = 0;

before(async () => {
  desk = await openDesk();
});
after(() => desk.close());

async function seated(email: string, wishes: PageWishes = {}): Promise<Page> {
  const page = await openPage({ baseURL: desk.base, ...wishes });
  await signIn(page, email);
  clicks = 0;
  return page;
}

async function press(page: Page, role: 'link' | 'button' | 'checkbox', name: string): Promise<void> {
  clicks += 1;
  await page.getByRole(role, { name, exact: false }).first().click();
}

async function hiredOn(page: Page): Promise<string> {
  return page.locator('#fromDay').inputValue();
}

for (const javascript of [true, false]) {
  test(`décider en trois clics depuis la fiche, puis annuler, ${javascript ? 'avec' : 'sans'} scripts`, async () => {
    const page = await seated('nadia.berthelot@relais.example', { javascript });
    await page.goto('/personnes?vue=a-decider');
    await page.locator('tbody th a').first().click();
    clicks = 0;
    await press(page, 'link', 'Décider');
    const seen = addDays(await hiredOn(page), -10);
    await press(page, 'checkbox', 'RSA, ou ayant droit');
    await page.getByLabel('Date : attestation de la CAF').fill(seen);
    if (javascript) assert.deepEqual(await axeViolations(page), []);
    clicks += 1;
    await page.getByRole('button', { name: 'Éligible', exact: true }).click();
    await page.getByText('Décision enregistrée').waitFor();
    assert.ok(clicks <= 3, `${clicks} clics`);
    assert.match(await page.locator('h1 + .status').innerText(), /Éligible jusqu’au/);
    await page.getByRole('button', { name: 'Annuler' }).first().click();
    await page.getByText('la fiche est comme avant').waitFor();
    assert.match(await page.locator('h1 + .status').innerText(), /À décider/);
    assert.deepEqual(consoleErrors(page), []);
    await page.context().close();
  });
}

test('vérifier avant de décider : la pièce trop ancienne est dite, la saisie reste', async () => {
  const page = await seated('ines.valette@relais.example');
  await page.goto('/personnes?vue=a-decider');
  await page.locator('tbody th a').first().click();
  await press(page, 'link', 'Décider');
  const old = addDays(await hiredOn(page), -200);
  await press(page, 'checkbox', 'RSA, ou ayant droit');
  await page.getByLabel('Date : attestation de la CAF').fill(old);
  await press(page, 'button', 'Vérifier');
  await page.getByText('Pièce à renouveler').waitFor();
  assert.equal(await page.locator('#date-RSA').inputValue(), old);
  assert.deepEqual(await axeViolations(page), []);
  await page.getByRole('button', { name: 'Éligible', exact: true }).click();
  await page.getByText('trop ancienne au jour de l’embauche').first().waitFor();
  assert.match(await page.title(), /^Erreur/);
  await page.context().close();
});

test('un prescripteur teste une situation en trois clics, sans nommer personne', async () => {
  const page = await seated('gilles.brun@mission.example');
  await press(page, 'link', 'Tester l’éligibilité');
  await press(page, 'checkbox', 'RSA, ou ayant droit');
  await press(page, 'button', 'Voir la réponse');
  await page.getByText('sans doute éligible').waitFor();
  assert.ok(clicks <= 3, `${clicks} clics`);
  assert.equal(new URL(page.url()).search, '', 'rien dans l’adresse');
  assert.deepEqual(await axeViolations(page), []);
  await page.context().close();
});

test('une adresse se choisit au clavier parmi celles trouvées', async () => {
  const page = await seated('nadia.berthelot@relais.example');
  await page.goto('/personnes');
  await page.locator('tbody th a').first().click();
  await page.getByRole('link', { name: 'Adresse, niveau et numéros' }).click();
  const field = page.getByRole('combobox', { name: 'Adresse complète' });
  await field.fill('12 rue des Tilleuls Nantes');
  await page.locator('.combobox-list .option').first().waitFor();
  await field.press('ArrowDown');
  await field.press('Enter');
  await page
    .getByRole('button', { name: /l’adresse$/ })
    .last()
    .click();
  await page.getByText('Adresse enregistrée').waitFor();
  assert.ok(await page.getByText('Nantes (44109)').isVisible());
  await page.context().close();
});
