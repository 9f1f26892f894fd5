/** Déclarer un mois d’heures sur un téléphone de 360 pixels, par un lien, sans compte. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import { declareRoutes } from '#features/hours/declare-routes.ts';
import { mount } from '#http/mount.ts';
import { systemClock } from '#services/clock.ts';
import { axeViolations, consoleErrors, cspViolations, openPage, overflowAt320 } from '../browser.ts';
import { freshDatabase } from '../database.ts';
import type { FreshDatabase } from '../database.ts';
import { createWorld } from '../world.ts';
import type { Thread, ThreadWorld } from '../world-thread.ts';
import { createThreadWorld } from '../world-thread.ts';
import { serveDesk } from './serve-desk.ts';

let fresh: FreshDatabase;
let world: ThreadWorld;
let thread: Thread;
let base: string;
let link: string;
let stop: () => Promise<void>;

before(async () => {
  fresh = await freshDatabase();
  const clock = systemClock;
  world = createThreadWorld({ admin: fresh.admin, clock, world: createWorld(fresh.admin, clock) });
  ({ base, stop } = await listen());
});
after(async () => {
  await stop();
  await fresh.drop();
});
beforeEach(async () => {
  thread = await world.aThread();
  await fresh.admin.query(`update market set ends_on = '2099-12-31' where id = $1`, [thread.market]);
  await fresh.admin.query(`update lot set ends_on = '2099-12-31' where id = $1`, [thread.lot]);
  await fresh.admin.query(`update eligibility set until_day = '2099-12-31'`);
  await fresh.admin.query(`update organisation set phone = '+33240000000' where id = $1`, [
    thread.facilitator.organisation,
  ]);
  const declaration = await world.aDeclaration(thread, {
    company: thread.company.organisation,
    month: monthsAgo(2),
    state: 'validated',
  });
  for (const [place, { contract }] of thread.workers.entries()) {
    await world.anEntry({ declaration, contract, hours: [112, 70, 35][place] ?? 0, state: 'validated' });
  }
  link = `/declarer/${await world.aDeclarationLink(thread.company.organisation, thread.party)}`;
});

test('une entreprise déclare trois personnes en cinq gestes au plus, en moins d’une minute', async () => {
  const page = await phone();
  const started = performance.now();
  const taps = await countTaps(page);
  await page.goto(link);
  await page.getByLabel('Amadou D.', { exact: true }).tap();
  await page.getByLabel('Amadou D.', { exact: true }).fill('120');
  await page.getByLabel('Céline M.', { exact: true }).tap();
  await page.getByLabel('Céline M.', { exact: true }).fill('7 h 30');
  await page.getByLabel('Yacine B.', { exact: true }).tap();
  await page.getByLabel('Yacine B.', { exact: true }).fill('0');
  assert.equal(await page.getByRole('status').last().textContent(), '127\u00A0h\u00A030');
  await page.getByRole('button', { name: 'Envoyer la déclaration' }).tap();
  await page.getByText('Accusé de réception').waitFor();
  assert.ok((await taps()) <= 5, `${await taps()} gestes`);
  assert.ok(performance.now() - started < 60_000);
  assert.deepEqual(await kept(), [7200, 450]);
  assert.deepEqual(await axeViolations(page), []);
  assert.deepEqual([...cspViolations(page), ...consoleErrors(page)], []);
  await page.context().close();
});

test('rien n’a changé : un seul geste', async () => {
  const page = await phone();
  const taps = await countTaps(page);
  await page.goto(link);
  assert.deepEqual(await axeViolations(page), []);
  assert.deepEqual(await overflowAt320(page), []);
  await page.getByRole('button', { name: 'Envoyer la déclaration' }).tap();
  await page.getByText('Accusé de réception').waitFor();
  assert.equal(await taps(), 1);
  assert.deepEqual(await kept(), [6720, 4200, 2100]);
  await page.context().close();
});

test('aucune heure ce mois-ci : un seul geste', async () => {
  const page = await phone();
  const taps = await countTaps(page);
  await page.goto(link);
  await page.getByRole('button', { name: 'Aucune heure ce mois-ci' }).tap();
  await page.getByText('Accusé de réception').waitFor();
  assert.equal(await taps(), 1);
  assert.deepEqual(await kept(), []);
  await page.context().close();
});

test('sans JavaScript : une erreur dite à côté de son champ, puis l’envoi, puis la correction', async () => {
  const page = await phone({ javascript: false });
  await page.goto(link);
  await page.getByLabel('Amadou D.', { exact: true }).fill('beaucoup');
  await page.getByRole('button', { name: 'Envoyer la déclaration' }).tap();
  await page.getByText('Écrivez la durée ainsi').first().waitFor();
  assert.match(await page.title(), /^Erreur\u00A0: /u);
  assert.equal(await page.getByLabel('Amadou D.', { exact: true }).inputValue(), 'beaucoup');
  await page.getByLabel('Amadou D.', { exact: true }).fill('100');
  await page.getByRole('button', { name: 'Envoyer la déclaration' }).tap();
  await page.getByText('Accusé de réception').waitFor();
  await page.getByRole('link', { name: 'Modifier jusqu’à la validation' }).tap();
  await page.getByLabel('Céline M.', { exact: true }).fill('0');
  await page.getByRole('button', { name: 'Envoyer la déclaration' }).tap();
  await page.getByText('Accusé de réception').waitFor();
  assert.deepEqual(await kept(), [6000, 2100]);
  await page.context().close();
});

test('190 heures : le point à vérifier est montré, puis l’envoi est confirmé ; clair et sombre, sans faute d’accessibilité', async () => {
  for (const theme of ['light', 'dark'] as const) {
    const page = await phone({ theme });
    await page.goto(link);
    await page.getByLabel('Amadou D.', { exact: true }).fill(theme === 'light' ? '190' : '195');
    await page.getByRole('button', { name: 'Envoyer la déclaration' }).tap();
    await page.getByText('À vérifier avant l’envoi').waitFor();
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(await overflowAt320(page), []);
    await page.getByText('Ajouter une personne').tap();
    await page.getByText('Préciser la formation ou les jours').tap();
    assert.deepEqual(await axeViolations(page), []);
    if (theme === 'dark') await page.getByRole('button', { name: 'Envoyer quand même' }).tap();
    if (theme === 'dark') await page.getByText('Accusé de réception').waitFor();
    await page.context().close();
  }
  assert.deepEqual(await kept(), [11_700, 4200, 2100]);
});

test('un lien mort se répare en deux gestes, et la réponse ne dit pas qui est connu', async () => {
  const dead = await world.aDeclarationLink(thread.company.organisation, thread.party, { days: -1 });
  const page = await phone();
  await page.goto(`/declarer/${dead}`);
  assert.deepEqual(await axeViolations(page), []);
  await page.getByRole('button', { name: 'Envoyer un nouveau lien' }).tap();
  await page.getByRole('heading', { name: 'Regardez vos courriels' }).waitFor();
  assert.deepEqual(await axeViolations(page), []);
  await page.context().close();
});

async function phone(wishes: { javascript?: boolean; theme?: 'light' | 'dark' } = {}): Promise<Page> {
  return openPage({ width: 360, height: 740, baseURL: base, touch: true, ...wishes });
}

/** Touches of the screen itself, counted by the browser: the keyboard is typing, not a tap. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  let count = 0;
  await page.exposeFunction('noteTap', () => {
    count += 1;
  });
  await page.addInitScript(() => {
    document.addEventListener('touchstart', () => (window as unknown as { noteTap(): void }).noteTap(), true);
  });
  return async () => count;
}

async function kept(): Promise<number[]> {
  const found = await fresh.admin.query(
    `select worked_minutes + training_minutes as minutes from hour_entry where lot_id = $1 and month = $2 order by id`,
    [thread.lot, monthsAgo(1)],
  );
  return found.rows.map(({ minutes }) => minutes);
}

function monthsAgo(count: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1, 12)).toISOString().slice(0, 7);
}

async function listen() {
  await fresh.admin.query('insert into instance (demo, opened_at) values (true, now())');
  return serveDesk(fresh, (house) => mount(house, declareRoutes));
}
