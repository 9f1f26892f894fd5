/** The job of proposals: every working evening, what is to renew, then one letter to each referent who has news. */
import type { Job } from '#http/job.ts';
import { expireReferrals, tellReferents } from './digest.ts';

export const referralJobs: readonly Job[] = [
  {
    name: 'referral.tell',
    permission: 'referral.tell',
    cron: '30 17 * * 1-5',
    async run(job) {
      await job.transaction(expireReferrals);
      await job.transaction(tellReferents);
    },
  },
];
