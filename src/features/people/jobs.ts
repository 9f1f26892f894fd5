/** Each night, before visits are drawn, what the days alone make of contracts. */
import type { Job } from '#http/job.ts';
import { moveContractsByDays } from './move-by-days.ts';

export const peopleJobs: readonly Job[] = [
  { name: 'contracts.follow', permission: 'contract.follow', cron: '10 3 * * *', run: moveContractsByDays },
];
