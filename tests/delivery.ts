/** Delivers what waits in the outbox of a test house, as the job does each minute. */
import { mailJobs } from '#features/mails/jobs.ts';
import { runJob } from '#http/job.ts';
import type { TestHouse } from './house.ts';

export async function deliverMails({ house }: TestHouse): Promise<void> {
  for (const job of mailJobs) await runJob(house, job);
}
