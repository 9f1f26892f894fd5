/** Brings the job queues up to date, once after the migrations: their schema, one queue per job, and who may touch them. */
import type { ClientConfig } from 'pg';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';

export const jobsSchema = 'pgboss';

/** What a queue must know of its job. */
export interface QueuedJob {
  name: string;
  cron?: string;
}

// One lock per database: several processes may start at once.
const jobsLock = 7_105_105_432;

/** Runs as the owner: afterwards nobody but a next version needs to create anything. */
export async function prepareJobs({ admin, jobs }: { admin: ClientConfig; jobs: readonly QueuedJob[] }): Promise<void> {
  const client = new Client(admin);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [jobsLock]);
    await createQueues(client, jobs);
    await client.query(grants);
  } finally {
    await client.end();
  }
}

async function createQueues(client: Client, jobs: readonly QueuedJob[]): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values) },
    schema: jobsSchema,
    supervise: false,
    schedule: false,
  });
  const troubles: unknown[] = [];
  boss.on('error', (error) => troubles.push(error));
  await boss.start();
  try {
    for (const { name, cron } of jobs) {
      // A clock never queues a second turn behind one that still waits.
      await boss.createQueue(name, { policy: cron === undefined ? 'standard' : 'short', ...patience });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (troubles.length > 0) throw new AggregateError(troubles, 'the job queues could not be prepared');
}

const patience = {
  notify: true,
  retryLimit: 3,
  retryDelay: 60,
  retryBackoff: true,
  deleteAfterSeconds: 604_800,
};

/** guichet_gate counts what waits and what failed, for the operator's page; it never sees what a job holds. */
const grants = `
  grant usage on schema ${jobsSchema} to guichet_job, guichet_gate;
  grant select, insert, update, delete on all tables in schema ${jobsSchema} to guichet_job;
  grant usage on all sequences in schema ${jobsSchema} to guichet_job;
  grant execute on all functions in schema ${jobsSchema} to guichet_job;
  grant select (name, state, created_on, start_after, started_on, completed_on) on ${jobsSchema}.job to guichet_gate;
`;
