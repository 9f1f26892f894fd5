/** The proposals behind the people a prescriber sent before: without them it would follow nobody in contract. */
import type { ClientBase } from 'pg';
import { addDays, parisDay } from '#domain/day.ts';
import { daysBefore, insertRows, stableId } from './rows.ts';

/** Each file that a prescriber proposed and that has no proposal yet gets one, met long ago. */
export async function loadEarlierProposals(client: ClientBase, { now }: { now: Date }): Promise<void> {
  const found = await client.query(
    `select p.id, p.holder_id, p.proposed_by, p.family_name, p.given_name, p.folded_name, p.birth_date::text, p.commune,
       exists (select from employment_contract e where e.person_id = p.id and e.state not in ('ended', 'removed')) as at_work
     from person p where p.proposed_by = $1 and not exists (select from referral r where r.person_id = p.id)`,
    [stableId('mission')],
  );
  const today = parisDay(now);
  await insertRows(
    client,
    'referral',
    found.rows.map(({ id, proposed_by: prescriber, at_work: atWork, ...person }) => ({
      ...person,
      id: stableId(`earlier proposal ${id}`),
      person_id: id,
      prescriber_id: prescriber,
      referent_id: stableId('referent mission'),
      claims: ['RSA'],
      informed_on: addDays(today, -150),
      source: 'form',
      state: atWork ? 'hired' : 'in-pool',
      since: addDays(today, -90),
      closed_at: atWork ? daysBefore(now, 90) : null,
      created_at: daysBefore(now, 150),
    })),
  );
}
