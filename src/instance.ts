/** The first start of a database: it says once whether it is a demonstration, and loads it if so. */
import pg from 'pg';
import { OperatorError } from '#db/connect-operator-error.ts';
import type { OpenedDatabase } from '#db/connect.ts';
import { loadDemonstration } from '#features/demonstration/load.ts';
import type { Configuration } from '#services/configuration.ts';

const instanceLock = 7_105_105_440;

/** Answers whether this database is a demonstration. Several processes may ask at once. */
export async function prepareInstance({
  opened,
  configuration,
  now,
}: {
  opened: Pick<OpenedDatabase, 'admin' | 'embedded'>;
  configuration: Configuration;
  now: Date;
}): Promise<boolean> {
  const client = new pg.Client(opened.admin);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [instanceLock]);
    const known = await client.query<{ demo: boolean }>('select demo from instance');
    const demo = known.rows[0]?.demo ?? (await settle(client, { opened, configuration, now }));
    if (!demo && configuration.demo === 'always') throw new OperatorError(realDataSentence);
    await client.query('commit');
    return demo;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

const realDataSentence =
  'La démonstration est demandée (GUICHET_DEMO=1), mais cette base sert déjà à un usage réel\u00A0: ' +
  'donnez une base vide, ou retirez GUICHET_DEMO.';

async function settle(
  client: pg.Client,
  { opened, configuration, now }: { opened: Pick<OpenedDatabase, 'embedded'>; configuration: Configuration; now: Date },
): Promise<boolean> {
  const demo = configuration.demo === 'always' || (configuration.demo === 'when-new' && opened.embedded);
  if (demo) await loadDemonstration(client, { now });
  await client.query('insert into instance (demo, created_at, opened_at) values ($1, $2, $3)', [
    demo,
    now,
    demo ? now : null,
  ]);
  return demo;
}
