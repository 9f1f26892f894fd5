/** Where each kind of page opens for somebody, found by following links without drawing anything. */
import type { APIRequestContext } from 'playwright-core';

/** Where everybody begins; whatever no link leads to stays closed, and the walk says so. */
const doors = ['/', '/connexion'];

/** Objects of one kind differ: while a page of their family is missing, more of them are opened. */
const objectsOfAKind = { usual: 5, missing: 30 };

export async function reachablePages(
  request: APIRequestContext,
  {
    base,
    pages,
    wanted,
    forgive,
  }: {
    base: string;
    pages: readonly string[];
    wanted: readonly string[];
    /** Whoever opens that many pages is asked to wait: here she need not. */
    forgive(): Promise<unknown>;
  },
): Promise<Map<string, string>> {
  const shapes = pages.map((path) => ({ path, shape: shapeOf(path) }));
  const missing = new Set(wanted);
  const found = new Map<string, string>();
  const knocked = new Map<string, number>();
  const known = new Set<string>();
  const waiting = [...doors];
  for (let address = waiting.shift(); address !== undefined && missing.size > 0; address = waiting.shift()) {
    const [place = ''] = address.split('?');
    const kind = shapes.find(({ shape }) => shape.test(place))?.path;
    const times = knocked.get(kind ?? '') ?? 0;
    if (kind === undefined || known.has(address) || times >= enoughOf(kind, missing)) continue;
    known.add(address);
    knocked.set(kind, times + 1);
    let answer = await request.get(`${base}${address}`, { maxRedirects: 0 });
    if (answer.status() === 429) {
      await forgive();
      answer = await request.get(`${base}${address}`, { maxRedirects: 0 });
    }
    if (answer.status() !== 200) continue;
    if (missing.delete(kind)) found.set(kind, address);
    waiting.push(...links(await answer.text()));
  }
  return found;
}

function enoughOf(kind: string, missing: ReadonlySet<string>): number {
  const family = kind.split('/')[1];
  const lacks = [...missing].some((path) => path.split('/')[1] === family);
  return lacks ? objectsOfAKind.missing : objectsOfAKind.usual;
}

function shapeOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '(?:[0-9a-f-]{36}|[0-9]+)')}$`);
}

function links(html: string): string[] {
  const hrefs = [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, address]) =>
    (address ?? '').replaceAll('&amp;', '&'),
  );
  // The sorts and filters of a list show the same page; an object may need its query.
  return hrefs.map((address) =>
    /[0-9a-f]{8}-|[?&]vue=[a-z-]+$/.test(address) ? address : (address.split('?')[0] ?? ''),
  );
}
