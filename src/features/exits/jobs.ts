/** Each working morning, the questions of news that are due. */
import type { Job } from '#http/job.ts';
import { askAll } from './ask.ts';

export const exitJobs: readonly Job[] = [
  {
    name: 'exits.ask',
    permission: 'pathway.follow',
    cron: '30 9 * * 1-5',
    async run(job) {
      await job.transaction(askAll);
    },
  },
];
