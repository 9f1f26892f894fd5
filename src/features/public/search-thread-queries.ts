/** Finds markets, people and companies by pieces of their names; row security keeps to what the actor may see. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Month } from '#domain/month.ts';
import { likePattern, peopleNamed } from '#db/search.ts';
import type { Context } from '#http/context.ts';

const most = 8;

export interface FoundMarket {
  id: string;
  object: string;
  reference: string;
  buyer: string;
  /** The lot whose title or trade was found; empty when the market itself was. */
  lot: string;
}

/** Every word is somewhere in the market, its buyer or whom it is bought for; else in the title or the trade of one of its lots. */
export async function searchMarkets({ db }: Context, query: string): Promise<FoundMarket[]> {
  const own = everyWord(
    query,
    sql`m.reference || ' ' || m.object || ' ' || m.bought_for || ' ' || coalesce(o.name, '')`,
  );
  const ofLot = everyWord(query, sql`l.title || ' ' || l.trade`);
  const found = await sql<FoundMarket>`
    select * from (
      select m.id, m.object, m.reference, coalesce(o.name, '') as buyer, '' as lot, 0 as rank, m.ends_on
      from market m left join organisation o on o.id = m.buyer_id where ${own}
      union all
      select m.id, m.object, m.reference, '' as buyer, 'lot ' || l.number || ' ' || l.title as lot, 1 as rank, m.ends_on
      from lot l join market m on m.id = l.market_id 
        left join organisation o on o.id = m.buyer_id where ${ofLot} and not ${own}
    ) found order by rank, ends_on desc nulls last, id limit ${most}`.execute(db);
  return found.rows;
}

export interface FoundPerson {
  id: string;
  givenName: string;
  familyName: string;
  commune: string;
}

export async function searchPeople({ db }: Context, query: string): Promise<FoundPerson[]> {
  const found = await sql<FoundPerson>`select id, given_name, family_name, commune from person
    where id = any(${peopleNamed(query, most)}) order by folded_name, id`.execute(db);
  return found.rows;
}

export interface FoundCompany {
  id: string;
  name: string;
  city: string;
  /** On a lot one looks after: it has a page. */
  managed: boolean;
}

export async function searchCompanies({ db, actor }: Context, query: string): Promise<FoundCompany[]> {
  const startsWith = likePattern(query.replaceAll(' ', '')).slice(1);
  const found =
    await sql<FoundCompany>`select id, name, city, exists (select from lot_party p join lot_access a on a.lot_id = p.lot_id
      where p.organisation_id = o.id and a.organisation_id = ${organisationOf(actor)}
        and a.capacity in ('keeper', 'buyer', 'facilitator')) as managed from organisation o
    where kind in ('company', 'inclusion') and o.id <> ${organisationOf(actor)}
      and (${everyWord(query, sql`o.name || ' ' || o.city`)} or o.identifier like ${startsWith})
    order by name, id limit ${most}`.execute(db);
  return found.rows;
}

export interface FoundOperation {
  id: string;
  name: string;
  reference: string;
  buyer: string;
}

export async function searchOperations({ db }: Context, query: string): Promise<FoundOperation[]> {
  const words = everyWord(query, sql`op.name || ' ' || op.reference || ' ' || coalesce(o.name, '')`);
  const found = await sql<FoundOperation>`select op.id, op.name, op.reference, coalesce(o.name, '') as buyer
    from operation op left join organisation o on o.id = op.buyer_id where ${words} order by op.name, op.id limit ${most}`.execute(
    db,
  );
  return found.rows;
}

export interface FoundReceipt {
  id: string;
  month: Month;
  companyId: string;
  company: string;
  object: string;
  lotNumber: number;
}

/** "2026-10-3F9A12BC" or its last part alone: the number told by a receipt (domain/declaration-sending.ts). */
export async function searchReceipts({ db, actor }: Context, query: string): Promise<FoundReceipt[]> {
  const [, month, start] = /^(?:(\d{4}-\d{2})-)?([0-9a-f]{8})$/iu.exec(query.trim()) ?? [];
  if (start === undefined) return [];
  const first = `${start.toLowerCase()}-0000-0000-0000-000000000000`;
  const last = `${start.toLowerCase()}-ffff-ffff-ffff-ffffffffffff`;
  const found = await sql<FoundReceipt>`
    select d.id, d.month, d.company_id, coalesce(o.name, '') as company, m.object, l.number as lot_number
    from declaration d join lot l on l.id = d.lot_id join market m on m.id = d.market_id
      left join organisation o on o.id = d.company_id
    where d.id between ${first}::uuid and ${last}::uuid and d.submitted_at is not null
      and (d.company_id = ${organisationOf(actor)} or exists (select from lot_access a where a.lot_id = d.lot_id
        and a.organisation_id = ${organisationOf(actor)} and a.capacity = 'facilitator'))
      ${month === undefined ? sql`` : sql`and d.month = ${month}`} order by d.id limit ${most}`.execute(db);
  return found.rows;
}

function everyWord(query: string, text: ReturnType<typeof sql>) {
  const words = query.split(/\s+/u).filter((word) => word !== '');
  return sql`(${sql.join(
    words.map((word) => sql`unaccent(${text}) ilike unaccent(${likePattern(word)})`),
    sql` and `,
  )})`;
}
