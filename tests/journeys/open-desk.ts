/** The demonstration, served for real to a real browser, with the pages every journey walks through. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Page } from 'playwright-core';
import { Client } from 'pg';
import { loadDemonstration } from '#features/demonstration/load.ts';
import { demoPassword } from '#features/demonstration/accounts.ts';
import { readConfiguration } from '#services/configuration.ts';
import { createApp } from '../../src/app.ts';
import { openHouse, overPool } from '../../src/open-house.ts';
import { freshDatabase } from '../database.ts';
import type { FreshDatabase } from '../database.ts';

export interface OpenDesk {
  base: string;
  fresh: FreshDatabase;
  close(): Promise<void>;
}

export async function openDesk(): Promise<OpenDesk> {
  const fresh = await freshDatabase();
  await fillWithDemonstration(fresh);
  const { server, port } = await listen(fresh);
  return {
    base: `http://localhost:${port}`,
    fresh,
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await fresh.drop();
    },
  };
}

/** Signs in as people do: address, password, button. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/connexion');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
}

async function fillWithDemonstration(fresh: FreshDatabase): Promise<void> {
  const client = new Client(fresh.settings);
  await client.connect();
  await client.query('begin');
  await loadDemonstration(client, { now: new Date() });
  await client.query('insert into instance (demo, opened_at) values (true, now())');
  await client.query('commit');
  await client.end();
}

/** The address is known only once the port is given, and the house must know it: links and origins are checked. */
async function listen(fresh: FreshDatabase) {
  let app: ReturnType<typeof createApp> | null = null;
  const server = serve({
    fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }),
    port: 0,
    hostname: 'localhost',
  });
  await new Promise((resolve) => {
    server.once('listening', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const read = readConfiguration({
    GUICHET_DATA: '/tmp',
    GUICHET_SECRET: 'a-secret-for-journeys-only-0123456789-0123456789',
    GUICHET_BASE_URL: `http://localhost:${port}`,
  });
  if (!read.ok) throw new Error(read.sentence);
  const house = await openHouse({
    configuration: read.configuration,
    database: overPool(fresh.pool),
    demo: true,
    log: { debug() {}, info() {}, warning() {}, error: (event, fields) => console.error(event, fields) },
  });
  app = createApp(house);
  return { server, port };
}
