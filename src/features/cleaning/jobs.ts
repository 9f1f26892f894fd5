/** The nightly cleaning of what has expired. */
import type { Job } from '#http/job.ts';
import { cleanExpired } from './clean.ts';

export const cleaningJobs: readonly Job[] = [
  { name: 'instance.clean', permission: 'instance.clean', cron: '40 3 * * *', run: cleanExpired },
];
