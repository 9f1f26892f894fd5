/** Statements of the quarters already sealed, one per market and quarter, with the figures of their lines. */
import type { ClientBase } from 'pg';

/** Sealed hours belong to the statement of their quarter; the demonstration issues each a fortnight after its end. */
export async function loadStatements(client: ClientBase, { now }: { now: Date }): Promise<void> {
  await client.query(`update hour_entry set locked_in = left(month, 4) || '-T' || (right(month, 2)::int + 2) / 3
    where state = 'locked' and coalesce(locked_in, '') = ''`);
  await client.query(
    `insert into hours_statement (id, market_id, structure_id, quarter, number, note, declarations, issuer, issued_at)
     select md5('statement ' || e.market_id || e.locked_in)::uuid, e.market_id, coalesce((select a.organisation_id from lot_assignment a
         where a.market_id = e.market_id and a.role = 'lead' order by a.id limit 1), m.keeper_id),
       e.locked_in, e.locked_in, '', count(distinct e.declaration_id), '',
       least($1::timestamptz, (to_date(max(e.month), 'YYYY-MM') + interval '1 month 14 days 9 hours'))
     from hour_entry e join market m on m.id = e.market_id
     where coalesce(e.locked_in, '') <> '' group by e.market_id, m.keeper_id, e.locked_in
     on conflict do nothing`,
    [now],
  );
  await client.query(`
    insert into hours_statement_line (statement_id, market_id, lot_id, company_id, lot_due, quarter_minutes, earlier_minutes,
      sealed_minutes, people)
    select s.id, e.market_id, e.lot_id, e.company_id,
      (select sum(v.minutes) from commitment c join commitment_version v on v.commitment_id = c.id and v.number = 1
        where c.lot_id = e.lot_id)::int,
      sum(e.counted_minutes) filter (where e.locked_in = s.number)::int, 0, sum(e.counted_minutes)::int,
      count(distinct e.person_id) filter (where e.locked_in = s.number)
    from hours_statement s join hour_entry e on e.market_id = s.market_id and e.locked_in <> '' and e.locked_in <= s.number
    group by s.id, s.number, e.market_id, e.lot_id, e.company_id
    having count(*) filter (where e.locked_in = s.number) > 0
    on conflict do nothing`);
}
