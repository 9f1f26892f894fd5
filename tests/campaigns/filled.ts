/** A filled database and the whole house over it, for campaigns that measure. With DATABASE_URL (its owner) that database, as it is. */
import { randomUUID } from 'node:crypto';
import type { PoolConfig } from 'pg';
import { Pool } from 'pg';
import { requestPool } from '#db/connect.ts';
import { valueTypes } from '#db/connect-types.ts';
import { scales, seedDatabase } from '#features/demonstration/seed.ts';
import type { Scale } from '#features/demonstration/seed.ts';
import type { OrganisationKind, Position } from '#domain/position.ts';
import type { App } from '#http/mount.ts';
import type { Clock } from '#services/clock.ts';
import { createApp } from '../../src/app.ts';
import { openHouse, overPool } from '../../src/open-house.ts';
import { freshDatabase, testCluster } from '../database.ts';
import { testConfiguration } from '../house.ts';
import { createWorld } from '../world.ts';
import type { Person } from '../world.ts';

export interface Filled {
  admin: Pool;
  /** The generated database, which may be written to at will; false for one that was given. */
  ours: boolean;
  /** Connections as the application's, bound by row security. */
  connect(max: number): Pool;
  app(pool: Pool, clock: Clock): Promise<App>;
  /** The organisations that see most lots: their pages hold the most. */
  busiest(kind: OrganisationKind, most: number): Promise<string[]>;
  aReader(organisation: string, position: Position, clock: Clock): Promise<Person>;
  close(): Promise<void>;
}

export async function openFilled(scale: string): Promise<Filled> {
  const given = process.env['DATABASE_URL'];
  // Writes are measured as they will be: on the disk before they are acknowledged.
  if (given === undefined) await testCluster({});
  const fresh = given === undefined ? await freshDatabase() : null;
  const settings = fresh?.settings ?? { connectionString: given };
  const admin = fresh?.admin ?? new Pool({ connectionString: given, max: 2, types: valueTypes });
  const asked: PoolConfig =
    fresh === null ? { ...settings, options: '-c role=guichet_login' } : { ...settings, user: 'guichet_login' };
  const pools: Pool[] = [];
  if (fresh !== null) await fill(admin, scale);

  return { admin, ours: fresh !== null, connect, app, busiest, aReader, close };

  function connect(max: number): Pool {
    const pool = requestPool({ ...asked, max });
    pools.push(pool);
    return pool;
  }

  async function app(pool: Pool, clock: Clock): Promise<App> {
    const error = (_: string, fields: unknown) => console.error(fields);
    const log = { debug() {}, info() {}, warning() {}, error };
    const configuration = testConfiguration();
    return createApp(await openHouse({ configuration, database: overPool(pool), demo: true, clock, log }));
  }

  async function busiest(kind: OrganisationKind, most: number): Promise<string[]> {
    const found = await admin.query<{ id: string }>(
      `select a.organisation_id as id from lot_access a join organisation o on o.id = a.organisation_id
       where o.kind = $1 group by 1 order by count(*) desc, 1 limit $2`,
      [kind, most],
    );
    if (found.rows.length === 0) throw new Error(`no ${kind} sees any lot: fill the database first`);
    return found.rows.map(({ id }) => id);
  }

  function aReader(organisation: string, position: Position, clock: Clock): Promise<Person> {
    return createWorld(admin, clock).aMember(organisation, position, { email: `${randomUUID()}@exemple.test` });
  }

  async function close(): Promise<void> {
    await Promise.all(pools.map((pool) => pool.end()));
    await (fresh === null ? admin.end() : fresh.drop());
  }
}

async function fill(admin: Pool, scale: string): Promise<void> {
  const known = Object.keys(scales).find((name): name is Scale => name === scale);
  if (known === undefined) throw new Error(`${scale} is not a scale`);
  const client = await admin.connect();
  await seedDatabase(client, known);
  await client.query('insert into instance (demo, opened_at) values (true, now())');
  await client.query('vacuum analyze');
  client.release();
}

export function middle(times: readonly number[]): number {
  return at(times, 0.5);
}

/** times from the shortest to the longest. */
export function at(times: readonly number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
}
