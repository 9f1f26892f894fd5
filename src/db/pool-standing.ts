/** Who is in the pool today: a profile kept, an eligibility in force, not closed by her referrals, and free unless asked. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Day } from '#domain/day.ts';
import { isPresent } from './person-present.ts';

/** To be put beside `pool_profile` joined with `person`: the search, the agenda of a meeting and suggestions ask the same. */
export function inPool({ today, atWork }: { today: Day; atWork: boolean }): RawBuilder<boolean> {
  const free = atWork
    ? sql`true`
    : sql`not exists (select from employment_contract c where c.person_id = person.id and c.state in ('active', 'trial-over', 'suspended'))`;
  return sql<boolean>`(pool_profile.removed_at is null and ${isPresent()}
    and exists (select from eligibility e where e.person_id = person.id and e.verdict = 'eligible' and e.ended_on is null
      and (e.until_day is null or e.until_day >= ${today}::date))
    and (not exists (select from referral r where r.person_id = person.id and r.holder_id = person.holder_id)
      or exists (select from referral r where r.person_id = person.id and r.holder_id = person.holder_id
        and r.state in ('eligible', 'in-pool')))
    and ${free})`;
}
