/** A facilitator reads and validates the hours of a month: with the mouse, by keyboard, without scripts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Pool } from 'pg';
import type { Page } from 'playwright-core';
import { fictitiousSiret } from '#domain/siret.ts';
import { systemClock } from '#services/clock.ts';
import { axeViolations, consoleErrors, openPage, overflowAt320 } from '../browser.ts';
import type { PageWishes } from '../browser.ts';
import { createWorld } from '../world.ts';
import { createThreadWorld } from '../world-thread.ts';
import type { Thread, ThreadWorld } from '../world-thread.ts';
import { openDesk } from './open-desk.ts';
import type { OpenDesk } from './open-desk.ts';

let desk: OpenDesk;
let admin: Pool;
let thread: ThreadWorld;

before(async () => {
  desk = await openDesk();
  admin = desk.fresh.admin;
  const world = createWorld(admin, systemClock);
  // The demonstration already holds the first invented identifiers.
  let taken = 5000;
  const anOrganisation: typeof world.anOrganisation = (kind, more) => {
    taken += 1;
    return world.anOrganisation(kind, { siret: fictitiousSiret(taken), ...more });
  };
  thread = createThreadWorld({ admin, world: { ...world, anOrganisation }, clock: systemClock });
});

after(() => desk.close());

/** As many clean declarations to validate, each on its own lot. */
async function aQueue(count: number): Promise<Thread> {
  const place = await thread.aThread();
  const { organisation: holder, account } = place.facilitator;
  for (let index = 0; index < count; index += 1) {
    const lot = await thread.aLot({ market: place.market, number: index + 2 });
    await thread.anAssignment(lot, holder, { account });
    const person = await thread.aFollowedPerson(holder);
    const company = place.company.organisation;
    const contract = await thread.aContract(lot, { person, holder, company });
    const declaration = await thread.aDeclaration(lot, { company, month: '2026-06', state: 'submitted' });
    await thread.anEntry({ declaration, contract, hours: 110 });
  }
  return place;
}

async function seated({ facilitator }: Thread, wishes: PageWishes = {}): Promise<Page> {
  const page = await openPage({ baseURL: desk.base, ...wishes });
  await page.context().addCookies([{ name: 'guichet', value: facilitator.session, url: desk.base }]);
  return page;
}

async function statesOf({ market }: Thread): Promise<Record<string, number>> {
  const found = await admin.query(
    'select state, count(*)::int as count from declaration where market_id = $1 group by 1',
    [market],
  );
  return Object.fromEntries(found.rows.map(({ state, count }) => [state, count]));
}

test('30 déclarations sans point à vérifier se valident en 2 clics, et s’annulent en un', async () => {
  const place = await aQueue(30);
  const page = await seated(place);
  let clicks = 0;
  const press = async (role: 'link' | 'button', name: string) => {
    clicks += 1;
    await page.getByRole(role, { name, exact: true }).first().click();
  };
  await page.goto('/');
  await press('link', 'Heures');
  await page.waitForURL('**/heures');
  await press('button', 'Valider la sélection');
  await page.getByText('30\u00a0déclarations validées').waitFor();
  assert.ok(clicks <= 3, `${clicks} clics`);
  assert.deepEqual(await statesOf(place), { validated: 30 });
  await page.getByRole('button', { name: 'Annuler' }).click();
  await page.getByText('30\u00a0déclarations remises').waitFor();
  assert.deepEqual(await statesOf(place), { submitted: 30 });
  assert.deepEqual(consoleErrors(page), []);
  await page.context().close();
});

test('au clavier seul : parcourir, ouvrir, valider, lire la suivante', async () => {
  const place = await aQueue(3);
  const page = await seated(place);
  await page.goto('/heures');
  await page.waitForLoadState('networkidle');
  await tabTo(page, 'Bâtir Ouest');
  const first = await focusedAddress(page);
  await page.keyboard.press('j');
  assert.notEqual(await focusedAddress(page), first);
  await page.keyboard.press('ArrowUp');
  assert.equal(await focusedAddress(page), first);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/heures\/[0-9a-f-]{36}$/u);
  await tabTo(page, 'Valider et ouvrir la suivante');
  await page.keyboard.press('Enter');
  await page.getByText('validée.').first().waitFor();
  assert.notEqual(new URL(page.url()).pathname, first);
  assert.match(page.url(), /\/heures\/[0-9a-f-]{36}$/u);
  assert.deepEqual(await statesOf(place), { submitted: 2, validated: 1 });
  await page.context().close();
});

test('sans JavaScript : valider la sélection, rendre à corriger avec un motif', async () => {
  const place = await aQueue(2);
  const page = await seated(place, { javascript: false });
  await page.goto('/heures');
  await page.getByRole('link', { name: 'Bâtir Ouest' }).first().click();
  await page.getByText('Rendre à corriger').first().click();
  await page.getByLabel('Ce que l’entreprise doit corriger').selectOption('to-complete');
  await page.getByRole('button', { name: 'Rendre à corriger' }).click();
  await page.getByText('rendue à corriger.').waitFor();
  await page.getByRole('button', { name: 'Valider la sélection' }).click();
  await page.getByText('1\u00a0déclaration validée').waitFor();
  assert.deepEqual(await statesOf(place), { rejected: 1, validated: 1 });
  await page.context().close();
});

test('la file, une déclaration et l’origine d’un chiffre sont accessibles et tiennent sur un téléphone', async () => {
  const place = await aQueue(2);
  for (const theme of ['light', 'dark'] as const) {
    const page = await seated(place, { theme });
    const found = await admin.query('select id from declaration where market_id = $1 limit 1', [place.market]);
    for (const path of [
      '/heures',
      '/heures?vue=en-retard',
      `/heures/${found.rows[0].id}`,
      `/lots/${place.lot}/heures`,
    ]) {
      await page.goto(path);
      assert.deepEqual(await axeViolations(page), [], path);
      assert.deepEqual(await overflowAt320(page), [], path);
    }
    await page.context().close();
  }
});

/** Presses Tab until the focus is on what bears this name, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const text = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText.trim() ?? '');
    if (text.startsWith(name)) return;
  }
  throw new Error(`« ${name} » cannot be reached with Tab`);
}

function focusedAddress(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
}
