/** The questions that leave by themselves this morning, with where to send them. */
import { sql } from 'kysely';
import { addDays, parisDay } from '#domain/day.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

/** Choices of Guichet: within three weeks of the day, twice at most. */
const openDays = 21;
const mostTimes = 2;
const most = 500;

interface ToAsk {
  id: string;
  holderId: string;
  recipient: string;
}

export async function listToAsk({ db, now }: Context, { cooldownDays }: { cooldownDays: number }): Promise<ToAsk[]> {
  const today = parisDay(now);
  const before = new Date(now.getTime() - cooldownDays * 86_400_000);
  const found = await sql<ToAsk>`
    select x.id, x.holder_id, p.email as recipient from exit_situation x join person p on p.id = x.person_id
      join organisation o on o.id = x.holder_id and o.closed_at is null
    where ${isPresent('p')} and x.state = 'expected' and x.point in ('m3', 'm6', 'm12')
      and x.due_on between ${addDays(today, -openDays)}::date and ${today}::date
      and cardinality(x.asked_at) < ${mostTimes}
      and (cardinality(x.asked_at) = 0 or x.asked_at[cardinality(x.asked_at)] < ${before})
      and p.email <> ''
    order by x.due_on, x.id limit ${most}`.execute(db);
  return found.rows;
}
