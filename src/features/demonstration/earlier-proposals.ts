/** The proposals behind the people a prescriber sent before: without them it would follow nobody in contract. */
import type { ClientBase } from 'pg';
import { daysBefore, stableId } from './rows.ts';

/** Each file that a prescriber proposed and that has no proposal yet gets one, met long ago. */
export async function loadEarlierProposals(client: ClientBase, { now }: { now: Date }): Promise<void> {
  await client.query(
    `insert into referral (id, person_id, holder_id, prescriber_id, referent_id, family_name, given_name, folded_name, birth_date, commune,
       claims, informed_on, source, state, since, closed_at, created_at)
     select md5('earlier proposal ' || p.id)::uuid, p.id, p.holder_id, p.proposed_by, $1, p.family_name, p.given_name, p.folded_name,
       p.birth_date, p.commune, '{RSA}', $2::timestamptz::date, 'form',
       case when c.at_work then 'hired' else 'in-pool' end, $3::timestamptz::date, case when c.at_work then $3::timestamptz end, $2
     from person p
       cross join lateral (select exists (select from employment_contract e
         where e.person_id = p.id and e.state not in ('ended', 'removed')) as at_work) c
     where p.proposed_by = $4 and not exists (select from referral r where r.person_id = p.id)`,
    [stableId('referent mission'), daysBefore(now, 150), daysBefore(now, 90), stableId('mission')],
  );
}
