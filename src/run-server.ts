/** Runs the web process or the worker until it is asked to stop, then lets what is under way finish. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { OperatorError } from '#db/connect-operator-error.ts';
import { prepareJobs } from '#db/jobs-prepare.ts';
import { systemClock } from '#services/clock.ts';
import type { Configuration } from '#services/configuration.ts';
import { welcome } from './welcome.ts';
import { createApp } from './app.ts';
import { prepareInstance } from './instance.ts';
import { jobs, startHouseJobs } from './jobs.ts';
import { openHouse, openMigratedDatabase, overPool } from './open-house.ts';

/** A client that sends its headers or its body drop by drop is let go. */
const slowClientLimits = { headersTimeout: 15_000, requestTimeout: 30_000 };

/** Longer than the longest statement, shorter than what a supervisor waits before killing. */
const farewell = 20_000;

export async function runServer(configuration: Configuration, { web }: { web: boolean }): Promise<void> {
  const opened = await openMigratedDatabase(configuration);
  const database = overPool(opened.pool);
  try {
    await prepareJobs({ admin: opened.admin, jobs });
    const demo = await prepareInstance({ opened, configuration, now: systemClock.now() });
    const house = await openHouse({ configuration, database, demo });
    const running = await startHouseJobs(house, opened.pool);
    try {
      const server = web ? await listen(configuration, createApp(house).fetch) : null;
      if (server !== null) await welcome({ house, port: portOf(server) });
      await untilAskedToStop();
      if (server !== null) await close(server);
    } finally {
      await running.stop();
      house.mailer.close();
    }
  } finally {
    await opened.close();
  }
}

async function listen({ port, host }: Configuration, fetch: Parameters<typeof serve>[0]['fetch']): Promise<ServerType> {
  const server = serve({ fetch, port, hostname: host, serverOptions: slowClientLimits });
  const error = await new Promise<Error | null>((resolve) => {
    server.once('listening', () => resolve(null));
    server.once('error', resolve);
  });
  if (error === null) return server;
  if ('code' in error && error.code === 'EADDRINUSE') {
    throw new OperatorError(
      `Le port ${port} est déjà pris\u00A0: arrêtez l’autre programme, ou choisissez un autre port, par exemple «\u00A0PORT=${port + 1} npm start\u00A0».`,
    );
  }
  throw error;
}

function portOf(server: ServerType): number {
  return (server.address() as AddressInfo).port;
}

function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

async function close(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), farewell);
  await closed;
  clearTimeout(late);
}
