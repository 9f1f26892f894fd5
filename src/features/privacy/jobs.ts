/** The nightly retention of what concerns people, and of the journal that tells of them. */
import type { Job } from '#http/job.ts';
import { forgetLogs } from './forget-logs.ts';
import { retain } from './retain.ts';

export const privacyJobs: readonly Job[] = [
  { name: 'privacy.retain', permission: 'privacy.retain', cron: '20 2 * * *', run: retain },
  { name: 'privacy.forget-logs', permission: 'privacy.retain', cron: '50 2 * * *', run: forgetLogs },
];
