/** The people at work on a market whose hours do not count, for the structure that follows them: nobody decided, the answer was no, or the time is over. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { addDays, parisDay } from '#domain/day.ts';
import type { EligibilityDecision } from '#domain/eligibility-standing.ts';
import { soonDays } from '#domain/eligibility-standing.ts';
import type { Minutes } from '#domain/minutes.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export interface UnvalidatedRow {
  personId: string;
  familyName: string;
  givenName: string;
  company: string;
  startsOn: string;
  declared: Minutes;
  decision: EligibilityDecision | null;
}

interface Found extends Omit<UnvalidatedRow, 'decision'> {
  verdict: EligibilityDecision['verdict'] | null;
  fromDay: string | null;
  untilDay: string | null;
  endedOn: string | null;
}

export const unvalidatedShown = 200;

/** `soon` adds those whose window ends within three months. */
export async function listUnvalidated(
  ctx: Context,
  marketId: string,
): Promise<{ waiting: UnvalidatedRow[]; ending: UnvalidatedRow[] }> {
  const { db, actor, now } = ctx;
  const today = parisDay(now);
  const found = await sql<Found>`
    select p.id as person_id, p.family_name, p.given_name, coalesce(min(o.name), '') as company, min(c.starts_on) as starts_on,
      coalesce((select sum(e.worked_minutes + e.training_minutes) from hour_entry e
        where e.person_id = p.id and e.market_id = ${marketId} and e.state <> 'rejected'), 0)::bigint as declared,
      d.verdict, d.from_day, d.until_day, d.ended_on
    from employment_contract c join person p on p.id = c.person_id left join organisation o on o.id = c.company_id
    left join lateral (select verdict, from_day, until_day, ended_on from eligibility
      where person_id = p.id order by ended_on is null desc, created_at desc limit 1) d on true
    where c.market_id = ${marketId} and c.state <> 'removed' and c.holder_id = ${organisationOf(actor)} and p.holder_id = c.holder_id and ${isPresent('p')}
      and (d.verdict is distinct from 'eligible' or d.ended_on is not null or d.until_day <= ${addDays(today, soonDays)}::date)
      and (d.verdict is distinct from 'eligible' or d.ended_on is not null or c.ended_on is null)
    group by p.id, p.family_name, p.given_name, p.folded_name, d.verdict, d.from_day, d.until_day, d.ended_on
    order by p.folded_name limit ${unvalidatedShown}`.execute(db);
  const rows = found.rows.map(({ verdict, fromDay, untilDay, endedOn, ...row }) => ({
    ...row,
    decision: verdict === null || fromDay === null ? null : { verdict, fromDay, untilDay, endedOn },
  }));
  const ends = ({ decision }: UnvalidatedRow) =>
    decision !== null &&
    decision.verdict === 'eligible' &&
    decision.endedOn === null &&
    (decision.untilDay ?? today) >= today;
  return { waiting: rows.filter((row) => !ends(row)), ending: rows.filter(ends) };
}
