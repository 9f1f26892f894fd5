/** The companies on the lots for which this actor may ask for candidates; and the last sheet each wrote, to copy it. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Context } from '#http/context.ts';

export interface AskingPlace {
  party: string;
  lotId: string;
  marketId: string;
  companyId: string;
  company: string;
  lot: string;
  lotNumber: number;
  market: string;
  town: string;
  departmentCode: string;
  endsOn: string | null;
  /** The structure that will find candidates; null while nobody leads on the lot. */
  facilitatorId: string | null;
}

/** A company asks for itself (by link, for the one lot it was sent for); a facilitator for any company of its lots. */
export async function listPlaces(ctx: Context, only?: { lot: string }): Promise<AskingPlace[]> {
  const { db, actor, now } = ctx;
  const own = organisationOf(actor) ?? '';
  const today = parisDay(now);
  const byLink = actor.kind === 'link';
  const subject = byLink ? actor.subject : null;
  if (byLink && subject === null) return [];
  const found = await sql<AskingPlace>`
    select p.id as party, p.lot_id, p.market_id, p.organisation_id as company_id, c.name as company, l.title as lot, l.number as lot_number,
      m.object as market, m.place as town, m.department_code, coalesce(l.ends_on, m.ends_on) as ends_on,
      case when f.lot_id is not null then ${own}::uuid else lead.organisation_id end as facilitator_id
    from lot_party p
    join lot l on l.id = p.lot_id join market m on m.id = p.market_id join organisation c on c.id = p.organisation_id
    left join lot_access f on f.lot_id = p.lot_id and f.organisation_id = ${own} and f.capacity = 'facilitator'
    left join lateral (select s.organisation_id from lot_assignment s where s.lot_id = p.lot_id and s.role = 'lead'
      and (s.until_day is null or s.until_day >= ${today}) limit 1) lead on true
    where p.ended_on is null and l.state not in ('closed', 'no-clause', 'unsuccessful', 'terminated')
      and (p.organisation_id = ${own} or f.lot_id is not null)
      and (${subject}::uuid is null or ${subject} in (p.id, p.lot_id))
      and (${only?.lot ?? null}::uuid is null or p.lot_id = ${only?.lot ?? null})
    order by m.object, l.number, c.name limit 500`.execute(db);
  return found.rows;
}
