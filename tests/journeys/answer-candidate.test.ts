/** Répondre sur une candidature en un geste, sur un téléphone de 360 pixels, par un lien, sans compte ; et demander des candidats. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import { offerLinkRoutes, offerRoutes } from '#features/offers/routes.ts';
import { placementLinkRoutes, placementRoutes } from '#features/placements/routes.ts';
import { mount } from '#http/mount.ts';
import { systemClock } from '#services/clock.ts';
import { axeViolations, consoleErrors, cspViolations, openPage, overflowAt320 } from '../browser.ts';
import { freshDatabase } from '../database.ts';
import type { FreshDatabase } from '../database.ts';
import { createWorld } from '../world.ts';
import type { PlacementWorld, Recruiting } from '../world-placements.ts';
import { createPlacementWorld } from '../world-placements.ts';
import { serveDesk } from './serve-desk.ts';

let fresh: FreshDatabase;
let world: PlacementWorld;
let here: Recruiting;
let base: string;
let stop: () => Promise<void>;
let placement: string;
let link: string;

before(async () => {
  fresh = await freshDatabase();
  const clock = systemClock;
  world = createPlacementWorld({ admin: fresh.admin, clock, world: createWorld(fresh.admin, clock) });
  ({ base, stop } = await listen());
});
after(async () => {
  await stop();
  await fresh.drop();
});
beforeEach(async () => {
  here = await world.aRecruitment();
  await fresh.admin.query(`update job_offer set closes_on = '2099-12-31', starts_on = '2099-12-01'`);
  const holder = here.facilitator.organisation;
  const person = await world.aReferredPerson(holder, here.prescriber.organisation, { family: 'ZZ-NOM' });
  placement = await world.aPlacement(here.offer, {
    person,
    holder,
    company: here.company.organisation,
    proposedBy: here.prescriber.organisation,
    sentOn: '2099-01-01',
    dueOn: '2099-01-08',
    presentation: 'Sait monter un mur droit. Disponible lundi.',
  });
  link = `/candidature/${await world.aLink('placement', { organisation: here.company.organisation, subject: placement })}`;
});

for (const [button, state, said] of [
  ['Oui, je retiens', 'selected', /c’est noté\u00A0: oui/],
  ['Un entretien', 'interview', /c’est noté\u00A0: un entretien/],
  ['Compétences insuffisantes pour le poste', 'rejected', /c’est noté\u00A0: non/],
] as const) {
  test(`« ${button} » : un seul geste, sans compte, sans aucun nom`, async () => {
    const page = await phone();
    const taps = await countTaps(page);
    await page.goto(link);
    assert.doesNotMatch((await page.textContent('body')) ?? '', /ZZ-NOM|Mina|Mission locale/);
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(await overflowAt320(page), []);
    await page.getByRole('button', { name: button }).tap();
    await page.getByText(said).waitFor();
    assert.equal(await taps(), 1);
    assert.equal(await stateOf(), state);
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual([...cspViolations(page), ...consoleErrors(page)], []);
    await page.context().close();
  });
}

test('sans JavaScript et en sombre : non, puis la réponse est corrigée', async () => {
  const dark = await phone({ theme: 'dark' });
  await dark.goto(link);
  assert.deepEqual(await axeViolations(dark), []);
  await dark.context().close();
  const page = await phone({ javascript: false });
  await page.goto(link);
  await page.getByRole('button', { name: 'Poste déjà pourvu ou annulé' }).tap();
  await page.getByRole('button', { name: 'Corriger ma réponse' }).tap();
  await page.getByRole('button', { name: 'Un entretien' }).tap();
  await page.getByText('Votre facilitateur vous propose une date').waitFor();
  assert.equal(await stateOf(), 'interview');
  await page.context().close();
});

test('une entreprise demande des candidats en quatre gestes au plus, la dernière fiche recopiée', async () => {
  const token = await world.aDeclarationLink(here.company.organisation, here.party);
  await fresh.admin.query(`update lot set ends_on = '2099-12-31'`);
  const page = await phone();
  const taps = await countTaps(page);
  await page.goto(`/declarer/${token}/postes/nouveau`);
  assert.deepEqual(await axeViolations(page), []);
  assert.deepEqual(await overflowAt320(page), []);
  await page.getByRole('link', { name: 'Reprendre la dernière fiche' }).tap();
  await page.getByText('Repris de').waitFor();
  await page.getByLabel('Début').tap();
  await page.getByLabel('Début').fill('2099-12-01');
  await page.getByRole('button', { name: 'Ouvrir le poste' }).tap();
  await page.getByText('Le poste est ouvert').waitFor();
  assert.ok((await taps()) <= 4, `${await taps()} gestes`);
  assert.deepEqual(await axeViolations(page), []);
  await page.context().close();
});

test('un prescripteur répond à un poste en un geste, sans compte', async () => {
  const token = await world.aLink('need', { organisation: here.prescriber.organisation, subject: here.need });
  const page = await phone();
  const taps = await countTaps(page);
  await page.goto(`/besoin/${token}`);
  assert.deepEqual(await axeViolations(page), []);
  assert.deepEqual(await overflowAt320(page), []);
  await page.getByRole('button', { name: 'J’ai quelqu’un' }).tap();
  await page.getByText('sait que vous avez quelqu’un').waitFor();
  assert.equal(await taps(), 1);
  await page.context().close();
});

async function stateOf(): Promise<string> {
  const found = await fresh.admin.query('select state from placement where id = $1', [placement]);
  return found.rows[0].state;
}

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

async function listen() {
  await fresh.admin.query('insert into instance (demo, opened_at) values (true, now())');
  return serveDesk(fresh, (house) =>
    mount(house, [...offerLinkRoutes, ...offerRoutes, ...placementLinkRoutes, ...placementRoutes]),
  );
}
