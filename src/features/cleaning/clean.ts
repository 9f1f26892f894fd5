/** Each kind of thing whose time has passed goes, by small transactions, and the journal of the instance counts them. */
import type { Expiring } from '#domain/retention.ts';
import { keptSince, retention } from '#domain/retention.ts';
import { record } from '#db/audit.ts';
import { deleteExpired } from '#db/expired.ts';
import type { JobContext } from '#http/job.ts';

const atOnce = 1000;

export async function cleanExpired(job: JobContext): Promise<void> {
  const gone: Partial<Record<Expiring, number>> = {};
  for (const kind of Object.keys(retention.days) as Expiring[]) {
    const count = await cleanOne(job, kind);
    if (count > 0) gone[kind] = count;
  }
  if (Object.keys(gone).length === 0) return;
  await job.transaction((ctx) =>
    record(ctx, { action: 'instance.cleaned', subjectType: 'instance', subjectId: '', after: gone }),
  );
}

async function cleanOne({ transaction, signal }: JobContext, kind: Expiring): Promise<number> {
  let total = 0;
  for (let count = atOnce; count === atOnce && !signal.aborted; total += count) {
    count = await transaction(({ db, now }) => deleteExpired(db, { kind, before: keptSince(kind, now), most: atOnce }));
  }
  return total;
}
