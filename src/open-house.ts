/** Opens the house: database up and migrated, look built, outside doors chosen. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import { openDatabase, refusePowerfulPool } from '#db/connect.ts';
import type { OpenedDatabase } from '#db/connect.ts';
import { migrate } from '#db/migrate.ts';
import type { DB } from '#db/schema.ts';
import type { Database } from '#db/transaction.ts';
import { demoCompanies } from '#features/demonstration/organisations.ts';
import type { House } from '#http/house.ts';
import type { Clock } from '#services/clock.ts';
import { systemClock } from '#services/clock.ts';
import type { Configuration } from '#services/configuration.ts';
import { createLog } from '#services/log.ts';
import type { Log } from '#services/log.ts';
import { openOutsideWorld } from '#services/outside-world.ts';
import { buildAssets } from '#ui/assets.ts';
import { navigation } from './navigation.ts';

export const migrationsFolder = join(import.meta.dirname, '../migrations');

export const productVersion: string = JSON.parse(
  readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
).version;

export async function openMigratedDatabase(configuration: Configuration): Promise<OpenedDatabase> {
  const opened = await openDatabase({
    databaseUrl: configuration.databaseUrl?.reveal(),
    dataFolder: configuration.dataFolder,
  });
  try {
    await migrate({ admin: opened.admin, folder: migrationsFolder });
    await refusePowerfulPool(opened.pool);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

export function overPool(pool: pg.Pool): Database {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** What the database says of itself; false before anything was said. */
export async function isDemonstration(database: Database): Promise<boolean> {
  const found = await database.transaction().execute(async (db) => {
    await sql`select set_config('role', 'guichet_gate', true)`.execute(db);
    return db.selectFrom('instance').select('demo').executeTakeFirst();
  });
  return found?.demo === true;
}

export async function openHouse({
  configuration,
  database,
  demo,
  clock = systemClock,
  log = createLog({ clock }),
}: {
  configuration: Configuration;
  database: Database;
  demo: boolean;
  clock?: Clock;
  log?: Log;
}): Promise<House> {
  return {
    ...openOutsideWorld({ configuration, demo, clock, known: demo ? demoCompanies() : [] }),
    database,
    configuration,
    demo,
    version: productVersion,
    log,
    assets: await buildAssets(),
    navigation,
  };
}
