/** The one reading of what a structure knows of its people for work: their contracts, and their profile in the pool. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import { foldForSearch } from '#domain/text.ts';
import { likePattern } from '#db/search.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';
import type { PoolPerson, Found } from './pool-profile.ts';
import { profileOf } from './pool-profile.ts';

/** More would not be read; the nearest and those of the trade come first out of the database, the rule ranks them. */
const mostRead = 400;

/** Who is free or will be: nobody in work without an end, nobody already on this post. */
export async function listPool(
  { db, actor, now }: Context,
  {
    offer,
    commune,
    romeCode,
    licence,
    fullYear,
    search = '',
    person,
  }: {
    offer: string;
    commune: string;
    romeCode: string;
    licence: string;
    fullYear: Minutes;
    search?: string;
    person?: string;
  },
): Promise<PoolPerson[]> {
  const today = parisDay(now);
  const words = foldForSearch(search).split(' ').filter(Boolean);
  const found = await sql<Found>`
    select p.id, p.family_name, p.given_name, p.commune,
      coalesce(nullif(p.commune_code, ''), h.commune_code, '') as commune_code, coalesce(k.department_code, '') as department_code,
      e.verdict, e.until_day, e.ended_on, w.codes, w.jobs, w.last_end,
      k.rome_codes as wished, k.driving_licence, k.training_level, k.available_from,
      coalesce((select sum(h.counted_minutes) from hour_entry h where h.person_id = p.id), 0)::integer as counted
    from person p
    left join lateral (select verdict, until_day, ended_on from eligibility where person_id = p.id
      order by ended_on is null desc, created_at desc limit 1) e on true
    left join lateral (select array_agg(distinct c.rome_code) filter (where c.rome_code <> '') as codes,
        array_agg(c.job order by c.starts_on desc) filter (where c.job <> '') as jobs,
        max(coalesce(c.ended_on, c.planned_end_on)) as last_end,
        bool_or(c.ended_on is null and c.planned_end_on is null) as unending
      from employment_contract c where c.person_id = p.id and c.state <> 'removed') w on true
    left join person_residence h on h.person_id = p.id
    left join pool_profile k on k.person_id = p.id and k.removed_at is null
    where p.holder_id = ${organisationOf(actor)} and ${isPresent('p')} and not coalesce(w.unending, false)
      and not exists (select from placement on_it where on_it.person_id = p.id and on_it.offer_id = ${offer})
      and (${person ?? null}::uuid is null or p.id = ${person ?? null})
      ${sql.join(
        words.map((word) => sql`and p.folded_name like ${likePattern(word)}`),
        sql` `,
      )}
    order by lower(p.commune) = lower(${commune}) desc, coalesce(${romeCode} = any(coalesce(k.rome_codes, '{}') || coalesce(w.codes, '{}')), false) desc,
      e.until_day desc nulls last, p.id
    limit ${mostRead}`.execute(db);
  return found.rows.map((row) => profileOf(row, { today, licence, fullYear }));
}
