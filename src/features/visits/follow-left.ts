/** Follows again the contracts that something outside their own writing touched: nothing changes where all is drawn. */
import { sql } from 'kysely';
import { addDays, parisDay } from '#domain/day.ts';
import { followContract } from '#db/contract-follow.ts';
import type { Context } from '#http/context.ts';
import type { JobContext } from '#http/job.ts';

/** In small transactions: nobody who writes a contract waits for the night. */
const atOnce = 100;
const most = 5000;

/** Ends older than this are not measured any more: the last measure is at twelve months. */
const measuredDays = 430;

export async function followLeft(job: JobContext): Promise<void> {
  const left = await job.transaction(listLeft);
  for (let start = 0; start < left.length && !job.signal.aborted; start += atOnce) {
    await job.transaction(async (ctx) => {
      for (const id of left.slice(start, start + atOnce)) await followContract(ctx, id);
    });
  }
}

/** Without a visit though it runs; ended without a measure; back under the clause while a question waits; out of its window. */
async function listLeft({ db, now }: Context): Promise<string[]> {
  const today = parisDay(now);
  const since = addDays(today, -measuredDays);
  const found = await sql<{ id: string }>`
    select c.id from employment_contract c
    where c.state not in ('removed', 'ended') and (c.planned_end_on is null or c.planned_end_on > ${today}::date)
      and not exists (select from visit v where v.contract_id = c.id)
    union
    select c.id from employment_contract c
    where c.state = 'ended' and c.ended_on > ${since}::date
      and not exists (select from exit_situation x where x.contract_id = c.id)
    union
    select c.id from employment_contract c join exit_situation x on x.person_id = c.person_id and x.holder_id = c.holder_id
      and x.state = 'expected' and x.contract_id <> c.id
    where c.state not in ('removed', 'ended') and c.starts_on <= x.due_on
    union
    select c.id from employment_contract c join eligibility e on e.person_id = c.person_id and e.verdict = 'eligible'
      and e.ended_on is null and e.until_day between ${since}::date and ${today}::date
    where c.state not in ('removed', 'ended')
      and not exists (select from exit_situation x where x.contract_id = c.id and x.point = 'clause-exit')
    limit ${most}`.execute(db);
  return found.rows.map(({ id }) => id);
}
