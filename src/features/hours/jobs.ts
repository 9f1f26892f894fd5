/** The jobs of hours: each morning what is expected, late and to remind; every few minutes the totals. */
import type { Job } from '#http/job.ts';
import { followAllCommitments } from './follow-commitments.ts';
import { expectMonth, turnLate } from './expect.ts';
import { foldAll } from './fold.ts';
import { remindAll } from './remind.ts';

export const hoursJobs: readonly Job[] = [
  {
    name: 'hours.expect',
    permission: 'hours.expect',
    cron: '10 7 * * 1-5',
    async run(job) {
      await job.transaction(async (ctx) => {
        await expectMonth(ctx);
        await turnLate(ctx);
      });
      await job.transaction(remindAll);
    },
  },
  { name: 'hours.commitments', permission: 'commitment.follow', cron: '20 3 * * *', run: followAllCommitments },
  { name: 'hours.fold', permission: 'hours.fold', cron: '*/5 * * * *', run: foldAll },
];
