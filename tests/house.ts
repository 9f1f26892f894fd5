/** A whole house on a fresh database, with a clock that walks, and clients that behave as browsers do. */
import type { Pool } from 'pg';
import type { Database } from '#db/transaction.ts';
import type { House } from '#http/house.ts';
import type { App } from '#http/mount.ts';
import type { WalkingClock } from '#services/clock.ts';
import { createWalkingClock } from '#services/clock.ts';
import { readConfiguration } from '#services/configuration.ts';
import type { LogFields } from '#services/log.ts';
import { createApp } from '../src/app.ts';
import { openHouse, overPool } from '../src/open-house.ts';
import { freshDatabase } from './database.ts';
import type { FreshDatabase } from './database.ts';
import type { World } from './world.ts';
import { createWorld } from './world.ts';

export interface TestHouse {
  house: House;
  app: App;
  database: Database;
  /** The owner's connection: sees everything, for checking what was really written. */
  admin: Pool;
  clock: WalkingClock;
  world: World;
  /** Log lines of unexpected failures, which most tests want empty. */
  failures: LogFields[];
  fresh: FreshDatabase;
  close(): Promise<void>;
}

export const testStart = '2026-11-18T09:00:00Z';

export async function testHouse({ demo = true }: { demo?: boolean } = {}): Promise<TestHouse> {
  const fresh = await freshDatabase();
  const clock = createWalkingClock(testStart);
  const database = overPool(fresh.pool);
  const failures: LogFields[] = [];
  const house = await openHouse({
    configuration: testConfiguration(),
    database,
    demo,
    clock,
    log: { debug() {}, info() {}, warning() {}, error: (_, fields = {}) => void failures.push(fields) },
  });
  await fresh.admin.query('insert into instance (demo, created_at, opened_at) values ($1, $2, $2)', [
    demo,
    clock.now(),
  ]);
  return {
    house,
    app: createApp(house),
    database,
    admin: fresh.admin,
    clock,
    world: createWorld(fresh.admin, clock),
    failures,
    fresh,
    close: () => fresh.drop(),
  };
}

export function testConfiguration(): House['configuration'] {
  const read = readConfiguration({
    GUICHET_DATA: '/tmp',
    GUICHET_SECRET: 'a-secret-for-tests-only-0123456789-0123456789',
    GUICHET_BASE_URL: 'http://localhost:3000',
  });
  if (!read.ok) throw new Error(read.sentence);
  return read.configuration;
}
