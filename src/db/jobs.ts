/** Runs the jobs of this process: by the clock in Paris, when a story asks for one, or when the database announces work. */
import type { ClientConfig, Pool } from 'pg';
import { PgBoss } from 'pg-boss';
import { requestPool } from './connect.ts';
import type { JobData } from './jobs-enqueue.ts';
import { createListener } from './jobs-listen.ts';
import type { QueuedJob } from './jobs-prepare.ts';
import { jobsSchema } from './jobs-prepare.ts';
import { createWakeUp } from './jobs-wake.ts';
import type { WakeUp } from './jobs-wake.ts';

export interface StartedJob extends QueuedJob {
  /** A channel of pg_notify: what is announced there is done at once, without waiting for the clock. */
  wokenBy?: string;
  run(data: JobData): Promise<void>;
}

export interface RunningJobs {
  /** Takes nothing new, lets what runs finish, then closes its connections. */
  stop(): Promise<void>;
}

export const jobsTimeZone = 'Europe/Paris';

const longestStop = 20_000;

export async function startJobs({
  pool,
  jobs,
  onTrouble,
}: {
  /** The pool of the requests: its address and its account serve here too. */
  pool: Pool;
  jobs: readonly StartedJob[];
  onTrouble(error: unknown): void;
}): Promise<RunningJobs> {
  const own = requestPool({ ...asJob(pool), max: 3, application_name: 'guichet-jobs' });
  const listener = createListener({ ...asJob(pool), application_name: 'guichet-jobs-listen' });
  const boss = new PgBoss({
    db: { executeSql: (text, values) => own.query(text, values), listen: listener.listen },
    schema: jobsSchema,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    // Rebuilding an index takes its owner; the account of the jobs owns nothing.
    reindex: false,
    cronWorkerIntervalSeconds: 30,
  });
  boss.on('error', onTrouble);
  const wakeUps: WakeUp[] = [];
  try {
    await boss.start();
    for (const job of jobs) await work(boss, job);
    for (const { name } of await boss.getSchedules()) {
      if (!jobs.some((job) => job.name === name && job.cron !== undefined)) await boss.unschedule(name);
    }
    for (const { run, wokenBy } of jobs) {
      if (wokenBy === undefined) continue;
      const wakeUp = createWakeUp(() => run({}), onTrouble);
      wakeUps.push(wakeUp);
      // A pooler that shares connections cannot announce anything: the clock remains.
      await listener.listen(wokenBy, wakeUp.wake, wakeUp.wake).catch(onTrouble);
      wakeUp.wake();
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { stop: close };

  async function close(): Promise<void> {
    await Promise.all(wakeUps.map((wakeUp) => wakeUp.stop()));
    await boss.stop({ graceful: true, timeout: longestStop });
    await listener.close();
    await own.end();
  }
}

async function work(boss: PgBoss, { name, cron, run }: StartedJob): Promise<void> {
  if (cron === undefined) await boss.unschedule(name);
  else await boss.schedule(name, cron, {}, { tz: jobsTimeZone });
  await boss.work<JobData>(name, { pollingIntervalSeconds: 10 }, async ([job]) => run(job?.data ?? {}));
}

/** The role of the jobs, taken as each connection opens: nothing is set on a session afterwards. */
export function asJob(pool: Pool): ClientConfig {
  const { options = '', ...settings } = pool.options;
  const kept = options.replaceAll(/(?:^|\s+)-c\s*role=\S+/g, '');
  return { ...settings, options: `${kept} -c role=guichet_job` };
}
