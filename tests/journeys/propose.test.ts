/** A prescriber proposes: a new person in five clicks at most, a known one in three; the structure answers in one. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { axeViolations, consoleErrors, openPage, overflowAt320 } from '../browser.ts';
import { openDesk, signIn } from './open-desk.ts';
import type { OpenDesk } from './open-desk.ts';

const prescriber = 'gilles.brun@mission.example';
const facilitator = 'karim.oudin@relais.example';

let desk: OpenDesk;

before(async () => {
  desk = await openDesk();
});

after(() => desk.close());

/** Counts what a hand does besides typing. */
function hand() {
  let clicks = 0;
  return {
    async click(target: Locator): Promise<void> {
      clicks += 1;
      await target.click();
    },
    clicks: () => clicks,
  };
}

test('au téléphone, une personne nouvelle est proposée en cinq clics au plus', async () => {
  const page = await openPage({ baseURL: desk.base, width: 360, height: 740, touch: true });
  await signIn(page, prescriber);
  const { click, clicks } = hand();
  await click(page.getByRole('link', { name: /^Proposer une personne/ }));
  await page.getByLabel('Nom', { exact: true }).fill('Tournier');
  await page.getByLabel('Prénom').fill('Maël');
  await page.getByLabel('Téléphone').fill('02 61 91 77 01');
  await click(page.getByLabel('Bénéficiaire du RSA ou ayant droit'));
  await click(page.getByLabel(/La personne sait que je la propose/));
  await click(page.getByRole('button', { name: 'Proposer', exact: true }));
  await page.getByText('Proposition envoyée.').first().waitFor();
  assert.ok(clicks() <= 5, `${clicks()} clicks`);
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Tournier Maël');
  assert.deepEqual(await axeViolations(page), []);
  assert.deepEqual(await overflowAt320(page), []);
  assert.deepEqual(consoleErrors(page), []);
  await page.context().close();
});

test('une personne connue est proposée de nouveau en trois clics, sans rien retaper', async () => {
  const page = await openPage({ baseURL: desk.base });
  await signIn(page, prescriber);
  await page.goto('/candidats');
  const { click, clicks } = hand();
  await click(page.getByRole('link', { name: 'Closes' }));
  await page.waitForURL(/vue=closes/);
  await click(page.getByRole('link', { name: /^Proposer (?!une)/ }).first());
  await click(page.getByRole('button', { name: 'Proposer', exact: true }));
  await page.getByText('Proposition envoyée.').first().waitFor();
  assert.ok(clicks() <= 3, `${clicks()} clicks`);
  await page.context().close();
});

test('un clic depuis l’accueil suffit pour savoir ce que devient chacun', async () => {
  const page = await openPage({ baseURL: desk.base });
  await signIn(page, prescriber);
  await page.getByRole('navigation', { name: 'Navigation principale' }).getByText('Mes candidats').click();
  const rows = page.locator('#liste tbody tr');
  assert.ok((await rows.count()) > 5);
  for (const row of (await rows.all()).slice(0, 5)) assert.match(await row.innerText(), /À vous|À la structure/);
  await page.context().close();
});

test('sans JavaScript, la structure accepte en un clic, et annule', async () => {
  const page = await openPage({ baseURL: desk.base, javascript: false });
  await signIn(page, facilitator);
  await page.goto('/orientations');
  await page
    .getByRole('button', { name: /^Accepter/ })
    .first()
    .click();
  await page.getByText('Proposition acceptée.').first().waitFor();
  await page.getByRole('button', { name: 'Annuler', exact: true }).first().click();
  await page.getByText('Dernière étape annulée.').first().waitFor();
  await page.context().close();
});
