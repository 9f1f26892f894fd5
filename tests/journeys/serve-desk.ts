/** A house served for real on a port of its own, over a database already filled. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { House } from '#http/house.ts';
import type { App } from '#http/mount.ts';
import { readConfiguration } from '#services/configuration.ts';
import { openHouse, overPool } from '../../src/open-house.ts';
import type { FreshDatabase } from '../database.ts';

/** The address is known only once the port is given, and the house must know it: links and origins are checked. */
export async function serveDesk(
  fresh: FreshDatabase,
  doors: (house: House) => App,
): Promise<{ base: string; stop(): Promise<void> }> {
  let app: App | null = null;
  const server = serve({
    fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }),
    port: 0,
    hostname: 'localhost',
  });
  await new Promise((resolve) => {
    server.once('listening', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const base = `http://localhost:${port}`;
  const read = readConfiguration({
    GUICHET_DATA: '/tmp',
    GUICHET_SECRET: 'a-secret-for-journeys-only-0123456789-0123456789',
    GUICHET_BASE_URL: base,
  });
  if (!read.ok) throw new Error(read.sentence);
  const house = await openHouse({
    configuration: read.configuration,
    database: overPool(fresh.pool),
    demo: true,
    log: { debug() {}, info() {}, warning() {}, error: (event, fields) => console.error(event, fields) },
  });
  app = doors(house);
  return {
    base,
    async stop() {
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}
