/** The one guard of the jobs: each is named, has its rule in the permission table, and works as the role of jobs. */
import { randomUUID } from 'node:crypto';
import { isPermission, may } from '#domain/access.ts';
import type { Permission } from '#domain/permissions.ts';
import type { Job as JobActor } from '#domain/actor.ts';
import type { StartedJob } from '#db/jobs.ts';
import type { JobData } from '#db/jobs-enqueue.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Context } from './context.ts';
import { scopeOf } from './context.ts';
import type { House } from './house.ts';

export interface JobContext {
  house: House;
  actor: JobActor;
  data: JobData;
  /** Aborted when the process stops: a long job ends after the step under way. */
  signal: AbortSignal;
  transaction<Value>(work: (ctx: Context) => Promise<Value>): Promise<Value>;
  /** One instant throughout, for reading only. */
  snapshot<Value>(work: (ctx: Context) => Promise<Value>): Promise<Value>;
}

export interface Job {
  name: string;
  permission: Permission;
  /** Five fields, read in Europe/Paris. */
  cron?: string;
  /** A channel of pg_notify that asks for it at once. */
  wokenBy?: string;
  run(ctx: JobContext): Promise<void>;
}

export function guarded(house: House, signal: AbortSignal, job: Job): StartedJob {
  const { name, cron, wokenBy } = job;
  return {
    name,
    ...(cron !== undefined && { cron }),
    ...(wokenBy !== undefined && { wokenBy }),
    run: (data) => runJob(house, job, { data, signal }),
  };
}

export async function runJob(
  house: House,
  job: Job,
  { data = {}, signal = new AbortController().signal }: { data?: JobData; signal?: AbortSignal } = {},
): Promise<void> {
  const actor: JobActor = { kind: 'job', name: job.name };
  if (!isPermission(job.permission) || !may(actor, job.permission).allowed) {
    throw new Error(`the job ${job.name} has no rule in the permission table`);
  }
  const requestId = randomUUID();
  const started = performance.now();
  const { log } = house;
  try {
    await job.run({
      house,
      actor,
      data,
      signal,
      transaction: (work) => inside(work),
      snapshot: (work) => inside(work, { snapshot: true }),
    });
  } catch (error) {
    log.error('job-failure', { job: job.name, jobId: requestId, error });
    throw error;
  }
  const milliseconds = Math.round(performance.now() - started);
  log.debug('job', { job: job.name, jobId: requestId, milliseconds });

  function inside<Value>(work: (ctx: Context) => Promise<Value>, more: { snapshot?: true } = {}): Promise<Value> {
    const now = house.clock.now();
    return inTransaction(house.database, { ...scopeOf(actor, 'job', now), ...more }, (db) =>
      work({ actor, db, now, requestId, house, from: '' }),
    );
  }
}
