/** What a first visit costs, as the browser counts it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage } from '../browser.ts';
import { openDesk, signIn } from './open-desk.ts';
import type { OpenDesk } from './open-desk.ts';

let desk: OpenDesk;

before(async () => {
  desk = await openDesk();
});

after(() => desk.close());

test('première page : 60 ko au plus, scripts sous 15 ko, styles sous 10 ko', async (context) => {
  const page = await openPage({ baseURL: desk.base });
  await signIn(page, 'nadia.berthelot@relais.example');
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  const types = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  await page.goto('/contacts', { waitUntil: 'networkidle' });
  const sum = (type?: string) =>
    [...bytes]
      .filter(([id]) => type === undefined || types.get(id) === type)
      .reduce((total, [, size]) => total + size, 0);
  context.diagnostic(
    `total ${sum()} bytes, scripts ${sum('Script')}, styles ${sum('Stylesheet')}, fonts ${sum('Font')}, page ${sum('Document')}`,
  );
  assert.ok(sum() <= 60_000, `total ${sum()}`);
  assert.ok(sum('Script') < 15_000, `scripts ${sum('Script')}`);
  assert.ok(sum('Stylesheet') < 10_000, `styles ${sum('Stylesheet')}`);
  assert.ok(bytes.size <= 25, `${bytes.size} requests`);
  await page.context().close();
});
