/** Each night, contracts whose visits or measures are not drawn yet: those of before, and those of companies. */
import type { Job } from '#http/job.ts';
import { followLeft } from './follow-left.ts';

export const visitJobs: readonly Job[] = [
  { name: 'visits.follow', permission: 'pathway.follow', cron: '40 3 * * *', run: followLeft },
];
