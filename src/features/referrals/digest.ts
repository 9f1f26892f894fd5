/** Once a day: eligibilities that ended leave the pool, and each referent gets one letter for all her candidates' news. */
import { sql } from 'kysely';
import { parisDay } from '#domain/day.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';

/** In the pool without an eligibility in force: to renew, and the referent is told. */
export async function expireReferrals({ db, now }: Context): Promise<number> {
  const today = parisDay(now);
  const expired = await sql<{ personId: string }>`
    with ended as (
      update referral r set before_step = null, state = 'expired', since = ${today}, version = version + 1
      where r.state = 'in-pool' and not exists (select from eligibility e where e.person_id = r.person_id
        and e.verdict = 'eligible' and e.ended_on is null and (e.until_day is null or e.until_day >= ${today}))
      returning r.person_id, r.holder_id)
    insert into referral_feedback (person_id, holder_id, what, at)
    select distinct person_id, holder_id, 'expired', ${now}::timestamptz from ended
    returning person_id`.execute(db);
  return expired.rows.length;
}

interface Due {
  referentId: string;
  prescriberId: string;
  accountId: string | null;
  email: string;
  feedback: number[];
}

/** What is untold is told once, to all who referred the person; nobody to write to leaves it on the page alone. */
export async function tellReferents(ctx: Context): Promise<number> {
  const { db, now } = ctx;
  const due = await sql<Due>`
    select t.id as referent_id, t.prescriber_id, t.account_id, coalesce(a.email, t.email) as email, array_agg(f.id order by f.id) as feedback
    from referral_feedback f
      join referral r on r.person_id = f.person_id and f.at >= r.created_at and (r.closed_at is null or r.closed_at >= f.at)
      join referent t on t.id = r.referent_id and t.ended_at is null
      left join account a on a.id = t.account_id and a.disabled_at is null
    where f.told_at is null and coalesce(a.email, t.email) <> ''
    group by t.id, t.prescriber_id, t.account_id, coalesce(a.email, t.email)
    order by t.id`.execute(db);
  await sql`update referral_feedback set told_at = ${now} where told_at is null and at <= ${now}`.execute(db);
  for (const { referentId, prescriberId, accountId, email, feedback } of due.rows) {
    await post(ctx, {
      // The letter belongs to the prescriber's house: nobody else lists it.
      organisation: prescriberId,
      account: accountId,
      template: accountId === null ? 'referral-news-link' : 'referral-news',
      recipient: email,
      parameters: { referent: referentId, feedback },
    });
  }
  return due.rows.length;
}
