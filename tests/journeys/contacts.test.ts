/** The first feature, walked by keyboard, without scripts and with mistakes. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeViolations, consoleErrors, openPage } from '../browser.ts';
import { openDesk, signIn } from './open-desk.ts';
import type { OpenDesk } from './open-desk.ts';

const administrator = 'nadia.berthelot@relais.example';

let desk: OpenDesk;

before(async () => {
  desk = await openDesk();
});

after(() => desk.close());

test('au clavier seul : se connecter, ajouter un point de contact, annuler', async () => {
  const page = await openPage({ baseURL: desk.base });
  await page.goto('/connexion');
  await tabTo(page, 'Adresse électronique');
  await page.keyboard.type(administrator);
  await tabTo(page, 'Mot de passe');
  await page.keyboard.type('demonstration');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
  await tabTo(page, 'Points de contact');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/contacts');
  await tabTo(page, 'Nouveau point de contact');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/contacts/nouveau');
  await tabTo(page, 'Nom');
  await page.keyboard.type('Service travaux');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('travaux@relais.example');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/contacts#/);
  await page.getByText('Point de contact «\u00A0Service travaux\u00A0» ajouté.').waitFor();
  await tabTo(page, 'Annuler');
  await page.keyboard.press('Enter');
  await page.getByText('Point de contact «\u00A0Service travaux\u00A0» retiré.').waitFor();
  assert.deepEqual(consoleErrors(page), []);
  await page.context().close();
});

test('le lien d’évitement vient en premier et mène au contenu', async () => {
  const page = await openPage({ baseURL: desk.base });
  await page.goto('/connexion');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Aller au contenu');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'contenu');
  await page.context().close();
});

test('sans JavaScript : filtrer, trier, se tromper, corriger, annuler', async () => {
  const page = await openPage({ baseURL: desk.base, javascript: false });
  await signIn(page, administrator);
  await page.goto('/contacts');
  await page.getByLabel('Rechercher', { exact: true }).last().fill('metropole');
  await page.getByRole('button', { name: 'Filtrer' }).click();
  await page.getByText('Métropole de l’Estuaire').first().waitFor();
  assert.match(page.url(), /q=metropole/);
  await page.getByRole('link', { name: 'Usage' }).click();
  assert.match(page.url(), /tri=purpose/);
  assert.match(page.url(), /q=metropole/);
  await page.goto('/contacts/nouveau');
  await page.getByLabel('Adresse électronique').fill('pas une adresse');
  await page.getByRole('button', { name: 'Ajouter' }).click();
  assert.match(await page.title(), /^Erreur/);
  assert.equal(await page.getByLabel('Adresse électronique').inputValue(), 'pas une adresse');
  await page.getByLabel('Nom').fill('Sans script');
  await page.getByLabel('Usage').selectOption('general');
  await page.getByLabel('Adresse électronique').fill('sans.script@relais.example');
  await page.getByRole('button', { name: 'Ajouter' }).click();
  await page.getByText('ajouté.').waitFor();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await page.getByText('retiré.').waitFor();
  await page.context().close();
});

test('un formulaire en erreur est accessible, résumé en tête et focalisé', async () => {
  for (const theme of ['light', 'dark'] as const) {
    const page = await openPage({ baseURL: desk.base, theme });
    await signIn(page, administrator);
    await page.goto('/contacts/nouveau');
    await page.getByRole('button', { name: 'Ajouter' }).click();
    await page.getByRole('heading', { name: /erreurs? empêche/ }).waitFor();
    assert.deepEqual(await axeViolations(page), []);
    assert.ok(await page.evaluate(() => document.activeElement?.hasAttribute('data-error-summary')));
    await page.context().close();
  }
});

/** Presses Tab until the focus is on what bears this name, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).startsWith(name)) return;
  }
  throw new Error(`« ${name} » cannot be reached with Tab`);
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    if (element instanceof HTMLInputElement && element.labels?.[0]) return element.labels[0].innerText.trim();
    return element.innerText.trim();
  });
}
