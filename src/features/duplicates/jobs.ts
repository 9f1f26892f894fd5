/** Each night, what undid a merge is forgotten once the delay is over. */
import type { Job } from '#http/job.ts';

export const duplicateJobs: readonly Job[] = [
  {
    name: 'person.forget-merge',
    permission: 'person.forget-merge',
    cron: '20 3 * * *',
    async run(job) {
      await job.transaction(({ db, now }) =>
        db
          .updateTable('personMerge')
          .set({ snapshot: null })
          .where('undoUntil', '<', now)
          .where('snapshot', 'is not', null)
          .execute(),
      );
    },
  },
];
