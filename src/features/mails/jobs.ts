/** The delivery of the outbox: at once when a letter is posted, and each minute for those to try again. */
import type { Job } from '#http/job.ts';
import { deliverMails } from './deliver.ts';

export const mailJobs: readonly Job[] = [
  {
    name: 'mail.deliver',
    permission: 'mail.deliver',
    cron: '* * * * *',
    wokenBy: 'guichet_outbox',
    run: deliverMails,
  },
];
