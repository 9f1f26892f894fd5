/** Folds the deltas of hours into the totals, a part at a time, until none waits. */
import type { JobContext } from '#http/job.ts';
import { foldHours } from '#db/hours-totals.ts';

const partSize = 2000;

export async function foldAll(job: JobContext): Promise<void> {
  while (!job.signal.aborted) {
    const taken = await job.transaction(({ db, now }) => foldHours(db, { size: partSize, now }));
    if (taken === 0) return;
  }
}
