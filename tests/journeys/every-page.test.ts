/** Every page a person can open by a link: accessible on desk and phone, light and dark, no overflow, no forbidden script. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { routes } from '../../src/routes.ts';
import { axeViolations, consoleErrors, openPage, overflowAt320 } from '../browser.ts';
import { openDesk, signIn } from './open-desk.ts';
import type { OpenDesk } from './open-desk.ts';
import { reachablePages } from './reachable-pages.ts';

/** Pages reached only by a secret link, or in the middle of a ceremony, are walked by their own journeys. */
const elsewhere =
  /:token|\/retour$|proconnect|^\/connexion\/(code|cle|confirmer)|^\/compte\/adresse\/confirmer|^\/premier-demarrage|^\/invitation|nouveau-mot-de-passe|^\/compte\/securite\/cles\/:id/;

/** Whose eyes: the first who may open a page looks at it. */
const eyes = {
  anonyme: null,
  administratrice: 'nadia.berthelot@relais.example',
  acheteuse: 'claire.aubin@metropole.example',
  accompagnement: 'ines.valette@relais.example',
  prescripteur: 'gilles.brun@mission.example',
  entreprise: 'bruno.caron@batir-ouest.example',
  exploitation: 'exploitation@guichet.example',
} as const;

/** One look at each page, desk and light or phone and dark in turn; the campaign `every-look` crosses them all. */
const crossed = process.env['GUICHET_EVERY_LOOK'] === '1';
const looks = [
  { width: 1280, height: 900, colorScheme: 'light' },
  { width: 360, height: 740, colorScheme: 'dark' },
  { width: 1280, height: 900, colorScheme: 'dark' },
  { width: 360, height: 740, colorScheme: 'light' },
] as const;

const pages = routes.filter(({ kind, path }) => kind === 'page' && !elsewhere.test(path)).map(({ path }) => path);
const seen = new Set<string>();

let desk: OpenDesk;

before(async () => {
  desk = await openDesk();
});

after(() => desk.close());

for (const [who, email] of Object.entries(eyes)) {
  test(`chaque page ouverte à : ${who}`, { timeout: 400_000 }, async () => {
    const page = await openPage({ baseURL: desk.base });
    if (email !== null) await signIn(page, email);
    const wanted = pages.filter((path) => !seen.has(path));
    const addresses = await reachablePages(page.context().request, { base: desk.base, pages, wanted, forgive });
    await forgive();
    const found: string[] = [];
    for (const [path, address] of addresses) {
      seen.add(path);
      found.push(...(await lookAt(page, { path, address })));
    }
    await page.context().close();
    assert.deepEqual(found, []);
  });
}

test('aucune page n’est restée fermée', () => {
  assert.deepEqual(
    pages.filter((path) => !seen.has(path)),
    [],
  );
});

/** Whoever clicks that fast is asked to wait: that is not what is looked at here. */
function forgive(): Promise<unknown> {
  return desk.fresh.admin.query('delete from throttle');
}

async function lookAt(page: Page, { path, address }: { path: string; address: string }): Promise<string[]> {
  const heard = consoleErrors(page).length;
  await page.goto(address);
  const lines: string[] = [];
  const looked = crossed ? looks : looks.slice(seen.size % 2, (seen.size % 2) + 1);
  for (const { width, height, colorScheme } of looked) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const broken = await axeViolations(page);
    lines.push(...broken.map((line) => `${width} px ${colorScheme}: ${line}`));
  }
  lines.push(...(await overflowAt320(page)), ...consoleErrors(page).slice(heard));
  const headings = await page.locator('h1').count();
  if ((await page.title()) === '' || headings !== 1) lines.push(`${headings} h1`);
  return lines.map((line) => `${path}: ${line}`);
}
