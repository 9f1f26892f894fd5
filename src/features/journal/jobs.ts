/** The nightly verification of the journal. */
import type { Job } from '#http/job.ts';
import { verifyJournal } from './verify.ts';

export const journalJobs: readonly Job[] = [
  { name: 'journal.verify', permission: 'journal.verify', cron: '10 4 * * *', run: verifyJournal },
];
