/** Each morning the posts whose last day has passed are closed. */
import { sql } from 'kysely';
import { parisDay } from '#domain/day.ts';
import type { Context } from '#http/context.ts';
import type { Job } from '#http/job.ts';

export const offerJobs: readonly Job[] = [
  {
    name: 'offers.close',
    permission: 'placement.remind',
    cron: '5 7 * * *',
    async run(job) {
      await job.transaction(closePast);
    },
  },
];

/** The last day itself is still in time; candidates already presented keep their own clock. */
export async function closePast({ db, now }: Context): Promise<number> {
  const closed = await sql`
    update job_offer set state = 'closed', state_since = ${now}, version = version + 1
    where state = 'open' and closes_on < ${parisDay(now)}::date`.execute(db);
  return Number(closed.numAffectedRows ?? 0);
}
