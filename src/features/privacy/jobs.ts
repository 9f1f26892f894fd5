/** The nightly retention of what concerns people. */
import type { Job } from '#http/job.ts';
import { retain } from './retain.ts';

export const privacyJobs: readonly Job[] = [
  { name: 'privacy.retain', permission: 'privacy.retain', cron: '20 2 * * *', run: retain },
];
