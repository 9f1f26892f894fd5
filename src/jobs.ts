/** Every job of the house, and how a process starts working on them. */
import type { Pool } from 'pg';
import type { RunningJobs } from '#db/jobs.ts';
import { startJobs } from '#db/jobs.ts';
import type { House } from '#http/house.ts';
import type { Job } from '#http/job.ts';
import { guarded } from '#http/job.ts';
import { cleaningJobs } from '#features/cleaning/jobs.ts';
import { journalJobs } from '#features/journal/jobs.ts';
import { exitJobs } from '#features/exits/jobs.ts';
import { hoursJobs } from '#features/hours/jobs.ts';
import { duplicateJobs } from '#features/duplicates/jobs.ts';
import { referralJobs } from '#features/referrals/jobs.ts';
import { peopleJobs } from '#features/people/jobs.ts';
import { mailJobs } from '#features/mails/jobs.ts';
import { privacyJobs } from '#features/privacy/jobs.ts';

import { offerJobs } from '#features/offers/jobs.ts';
import { placementJobs } from '#features/placements/jobs.ts';
import { pathwayJobs } from '#features/pathway/jobs.ts';
import { visitJobs } from '#features/visits/jobs.ts';

export const jobs: readonly Job[] = [
  ...mailJobs,
  ...journalJobs,
  ...cleaningJobs,
  ...hoursJobs,
  ...peopleJobs,
  ...referralJobs,
  ...duplicateJobs,
  ...offerJobs,
  ...placementJobs,
  ...visitJobs,
  ...pathwayJobs,
  ...exitJobs,
  ...privacyJobs,
];

export async function startHouseJobs(house: House, pool: Pool): Promise<RunningJobs> {
  const stopping = new AbortController();
  const running = await startJobs({
    pool,
    jobs: jobs.map((job) => guarded(house, stopping.signal, job)),
    onTrouble: (error) => house.log.warning('jobs-trouble', { error }),
  });
  return {
    stop() {
      stopping.abort();
      return running.stop();
    },
  };
}
