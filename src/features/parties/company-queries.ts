/** One company or inclusion structure as those who look after its lots read it: its roles, what it owes and has done, its months. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { DeclarationState } from '#domain/declaration-state.ts';
import type { PartyRole } from '#domain/lot-parties.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import type { OrganisationKind } from '#domain/position.ts';
import { readBoardRules } from '#db/board-rules.ts';
import type { LotFacts } from '#db/lot-standing.ts';
import { lotStanding } from '#db/lot-standing.ts';
import type { Context } from '#http/context.ts';

export interface Company {
  id: string;
  name: string;
  kind: OrganisationKind;
  identifier: string | null;
  city: string;
}

const managedBy = (organisation: string | null) =>
  sql`(select a.lot_id from lot_access a where a.organisation_id = ${organisation}
    and a.capacity in ('keeper', 'buyer', 'facilitator'))`;

/** null: unknown, or on none of the lots one looks after. */
export async function findCompany({ db, actor }: Context, id: string): Promise<Company | null> {
  const found = await sql<Company>`
    select o.id, o.name, o.kind, o.identifier, o.city from organisation o where o.id = ${id} and exists (
      select from lot_party p where p.organisation_id = o.id and p.lot_id in ${managedBy(organisationOf(actor))})`.execute(
    db,
  );
  return found.rows[0] ?? null;
}

export interface CompanyLot {
  partyId: string;
  lotId: string;
  number: number;
  title: string;
  marketId: string;
  market: string;
  role: PartyRole;
  endedOn: Day | null;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  answeredAt: Date | null;
  bouncedAt: Date | null;
  /** Its own hours validated on the lot. */
  done: Minutes;
}

export const lotsShown = 200;

/** The lots it works on today, then those it left. */
export async function listCompanyLots({ db, actor }: Context, company: string): Promise<CompanyLot[]> {
  const found = await sql<CompanyLot>`
    select p.id as party_id, p.lot_id, l.number, l.title, p.market_id, m.object as market, p.role, p.ended_on,
      p.contact_name, p.contact_email, p.contact_phone, p.answered_at, p.bounced_at,
      coalesce((select sum(counted_minutes) from (
        select counted_minutes from hours_total where lot_id = p.lot_id and company_id = p.organisation_id
        union all select counted_minutes from hours_delta where lot_id = p.lot_id and company_id = p.organisation_id
      ) kept), 0)::bigint as done
    from lot_party p join lot l on l.id = p.lot_id join market m on m.id = p.market_id
    where p.organisation_id = ${company} and p.lot_id in ${managedBy(organisationOf(actor))}
    order by p.ended_on is not null, m.object, l.number, p.id limit ${lotsShown}`.execute(db);
  return found.rows;
}

/** What it owes on each of these lots: its share, or the whole lot it holds; null when no share was fixed. */
export async function dueOfCompany(
  ctx: Context,
  { company, lots }: { company: string; lots: readonly string[] },
): Promise<Map<string, Minutes | null>> {
  if (lots.length === 0) return new Map();
  const rules = await readBoardRules(ctx);
  const facts = lotStanding({ ...rules, partyOf: company }, sql`l.id = any(${lots}::uuid[])`);
  const found = await sql<Pick<LotFacts, 'lotId' | 'due'>>`select lot_id, due from (${facts}) owed`.execute(ctx.db);
  return new Map(found.rows.map(({ lotId, due }) => [lotId, due]));
}

export interface CompanyMonth {
  id: string;
  month: Month;
  state: DeclarationState;
  dueOn: Day;
  submittedAt: Date | null;
  lotNumber: number;
  marketId: string;
  market: string;
}

export const monthsShown = 24;

/** What it has not declared first, the oldest first; then its latest months. */
export async function listCompanyMonths({ db, actor }: Context, company: string): Promise<CompanyMonth[]> {
  const found = await sql<CompanyMonth>`
    select d.id, d.month, d.state, d.due_on, d.submitted_at, l.number as lot_number, d.market_id, m.object as market
    from declaration d join lot l on l.id = d.lot_id join market m on m.id = d.market_id
    where d.company_id = ${company} and d.lot_id in ${managedBy(organisationOf(actor))}
    order by d.state in ('late', 'rejected') desc, case when d.state in ('late', 'rejected') then d.due_on end,
      d.month desc, m.object, l.number limit ${monthsShown}`.execute(db);
  return found.rows;
}

export async function countLate({ db, actor }: Context, company: string): Promise<number> {
  const found = await sql<{ count: number }>`select count(*)::int as count from declaration d
    where d.company_id = ${company} and d.state = 'late' and d.lot_id in ${managedBy(organisationOf(actor))}`.execute(
    db,
  );
  return found.rows[0]?.count ?? 0;
}
