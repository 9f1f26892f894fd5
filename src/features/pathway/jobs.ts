/** Each working morning, the ends of contract that their prescribers do not know yet. */
import type { Job } from '#http/job.ts';
import { announceEndings } from './announce.ts';

export const pathwayJobs: readonly Job[] = [
  {
    name: 'pathway.announce',
    permission: 'pathway.follow',
    cron: '20 7 * * 1-5',
    async run(job) {
      await job.transaction(announceEndings);
    },
  },
];
