/** A real browser for the journeys: one for the life of the process, which ends it, a fresh context per page, and the questions we ask of every page. */
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { browserExecutable } from './browser-executable.ts';

export interface PageWishes {
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  javascript?: boolean;
  touch?: boolean;
  baseURL?: string;
}

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4'];

const heard = new WeakMap<Page, string[]>();
const scriptless = new WeakSet<Page>();
let browser: Promise<Browser> | undefined;

/** Close it with page.context().close(). The content security policy of the product stays in force. */
export async function openPage(wishes: PageWishes = {}): Promise<Page> {
  browser ??= launch();
  const context = await (
    await browser
  ).newContext({
    viewport: { width: wishes.width ?? 1280, height: wishes.height ?? 900 },
    colorScheme: wishes.theme ?? 'light',
    javaScriptEnabled: wishes.javascript ?? true,
    hasTouch: wishes.touch ?? false,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
    ...(wishes.baseURL === undefined ? {} : { baseURL: wishes.baseURL }),
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  listen(page);
  if (wishes.javascript === false) scriptless.add(page);
  return page;
}

/** One line per broken accessibility rule, with the first places where it is broken. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Its timers would never fire, and the test would wait for ever.
  if (scriptless.has(page)) throw new Error('axe needs scripts: open the page with JavaScript to examine it');
  // Evaluated by the debugger, which the policy of the page does not concern.
  await page.evaluate(`${axe.source}; undefined`);
  const options = JSON.stringify({
    runOnly: { type: 'tag', values: standards },
    resultTypes: ['violations'],
  });
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${options})`);
  return violations.map(({ id, impact, help, nodes }) => {
    const places = nodes.slice(0, 5).map((node) => node.target.join(' '));
    return `${id} (${impact ?? 'minor'}): ${help}: ${places.join(' | ')} [${nodes.length}]`;
  });
}

/** What sticks out of a 320 pixel wide page, as WCAG 1.4.10 looks at it; what scrolls in its own frame is allowed. */
export async function overflowAt320(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const found = await page.evaluate(stickingOut);
  if (before) await page.setViewportSize(before);
  return found;
}

/** Complaints of the browser about the content security policy since the page was opened. */
export function cspViolations(page: Page): string[] {
  return (heard.get(page) ?? []).filter((line) => /content security policy/i.test(line));
}

/** Errors written to the console or thrown by scripts since the page was opened. */
export function consoleErrors(page: Page): string[] {
  return [...(heard.get(page) ?? [])];
}

async function launch(): Promise<Browser> {
  const executablePath = await browserExecutable();
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...flags, ...asRoot], headless: true });
}

function listen(page: Page): void {
  const lines: string[] = [];
  heard.set(page, lines);
  page.on('pageerror', (error) => lines.push(`${error.name}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') lines.push(`${message.text()} (${message.location().url})`);
  });
}

/** Runs in the page, hence stands on its own. */
function stickingOut(): string[] {
  const { documentElement } = document;
  if (documentElement.scrollWidth <= documentElement.clientWidth) return [];
  const found = [...document.querySelectorAll('body *')].filter((element) => {
    if (element.getBoundingClientRect().right <= documentElement.clientWidth + 1) return false;
    for (let frame = element.parentElement; frame && frame !== document.body; frame = frame.parentElement) {
      if (getComputedStyle(frame).overflowX !== 'visible') return false;
    }
    return true;
  });
  const names = found.map((element) => {
    const id = element.id === '' ? '' : `#${element.id}`;
    return `${element.localName}${id}${[...element.classList].map((name) => `.${name}`).join('')}`;
  });
  return [`page of ${documentElement.scrollWidth} pixels in a 320 pixel view`, ...names.slice(0, 10)];
}
