/** When the month of a company on a lot is to be declared: one condition for whoever opens the months and for whoever shows them. */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Month } from '#domain/month.ts';
import { firstDayOf, lastDayOf } from '#domain/month.ts';

/** Inside, p is the row of the company on the lot, l the lot and m its market. */
export function isExpected(month: Month): RawBuilder<boolean> {
  const first = sql`${firstDayOf(month)}::date`;
  const last = sql`${lastDayOf(month)}::date`;
  const open = sql`('notified', 'running')`;
  return sql<boolean>`(
    ((l.state in ${open} and m.state in ${open})
      or (l.state in ('completed', 'closed', 'terminated') and (l.closed_on >= ${first}
        or (l.closed_on is null and coalesce(l.ends_on, m.ends_on) between ${first} and ${last}))))
    and coalesce(l.notified_on, m.notified_on) <= ${last}
    and coalesce(l.starts_on, m.starts_on, '1600-01-01'::date) <= ${last}
    and coalesce(l.ends_on, m.ends_on, '9999-12-31'::date) >= ${first}
    and (p.ended_on is null or p.ended_on >= ${first})
    and exists (select from commitment c where c.lot_id = l.id and c.kind in ('fixed', 'variable', 'share', 'training')
      and c.state not in ('draft', 'proposed', 'suspended', 'waived', 'closed')))`;
}
