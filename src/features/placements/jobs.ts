/** Each working morning: silences are told, then the answers still in time are recalled. */
import type { Job } from '#http/job.ts';
import { remindWaiting, saySilent } from './remind-waiting.ts';

export const placementJobs: readonly Job[] = [
  {
    name: 'placements.remind',
    permission: 'placement.remind',
    cron: '20 7 * * 1-5',
    async run(job) {
      await job.transaction(saySilent);
      await job.transaction(remindWaiting);
    },
  },
];
