/** Every page a person can open by a link: accessible on desk and phone, light and dark, no overflow, no forbidden script. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { routes } from '../../src/routes.ts';
import { axeViolations, consoleErrors, openPage, overflowAt320 } from '../browser.ts';
import { openDesk, signIn } from './open-desk.ts';
import type { OpenDesk } from './open-desk.ts';

/** Pages reached only by a secret link are walked by their own journeys. */
const byLinkOnly = /:token|\/retour$|\.json$|\.csv$|\.txt$|\.css$|^\/api\/v1|proconnect/;

/** Whose eyes: the first who may open a page looks at it. */
const eyes = [
  { name: 'anonyme', email: null },
  { name: 'administratrice', email: 'nadia.berthelot@relais.example' },
  { name: 'exploitation', email: 'exploitation@guichet.example' },
] as const;

const looks = [
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
  { width: 360, theme: 'light' },
  { width: 360, theme: 'dark' },
] as const;

let desk: OpenDesk;

before(async () => {
  desk = await openDesk();
});

after(() => desk.close());

for (const look of looks) {
  test(`toutes les pages, ${look.width} px, ${look.theme === 'dark' ? 'sombre' : 'clair'}`, async () => {
    const found: string[] = [];
    const seen = new Set<string>();
    for (const { email } of eyes) {
      const page = await openPage({ baseURL: desk.base, ...look });
      if (email !== null) await signIn(page, email);
      for (const path of paths()) {
        if (seen.has(path)) continue;
        if (!(await opens(page, path))) continue;
        seen.add(path);
        found.push(...(await faults(page, path, look.width)));
      }
      for (const path of await detailPaths(page)) {
        if (seen.has(path.pattern)) continue;
        if (!(await opens(page, path.href))) continue;
        seen.add(path.pattern);
        found.push(...(await faults(page, path.pattern, look.width)));
      }
      await page.context().close();
    }
    assert.deepEqual(found, []);
    assert.deepEqual(paths().filter((path) => !seen.has(path)), [], 'pages nobody could open');
  });
}

function paths(): string[] {
  return routes
    .filter(({ kind, path }) => kind === 'page' && !byLinkOnly.test(path) && !path.includes(':'))
    .map(({ path }) => path);
}

/** One link found on the lists for each page about one object. */
async function detailPaths(page: Page): Promise<{ pattern: string; href: string }[]> {
  const patterns = routes.filter(({ kind, path }) => kind === 'page' && path.includes(':') && !byLinkOnly.test(path));
  const found = new Map<string, string>();
  for (const list of paths()) {
    if (!(await opens(page, list))) continue;
    const hrefs = await page.evaluate(() => [...document.querySelectorAll('main a[href]')].map((link) => link.getAttribute('href') ?? ''));
    for (const { path } of patterns) {
      const match = new RegExp(`^${path.replace(/:\w+/g, '[0-9a-f-]{36}')}$`);
      const href = hrefs.find((one) => match.test(one));
      if (href !== undefined && !found.has(path)) found.set(path, href);
    }
  }
  return [...found].map(([pattern, href]) => ({ pattern, href }));
}

async function opens(page: Page, path: string): Promise<boolean> {
  const response = await page.goto(path);
  return response?.status() === 200 && new URL(page.url()).pathname === path.split('?')[0];
}

async function faults(page: Page, path: string, width: number): Promise<string[]> {
  const lines = [...(await axeViolations(page)), ...consoleErrors(page)];
  if (width === 360) lines.push(...(await overflowAt320(page)));
  const title = await page.title();
  const heading = await page.evaluate(() => document.querySelectorAll('h1').length);
  if (title === '' || heading !== 1) lines.push(`title « ${title} », ${heading} h1`);
  return lines.map((line) => `${path}: ${line}`);
}
