/** Which lots a company holds, among those the actor may bind: what she looks after, or her own when she is the company. */
import { sql } from 'kysely';
import type { AgreementLot } from '#domain/agreement.ts';
import type { Context } from '#http/context.ts';

export interface CandidateLot {
  lotId: string;
  marketId: string;
  number: number;
  title: string;
  object: string;
  reference: string;
  buyerId: string;
  buyer: string;
  companies: string[];
}

const mostLots = 300;

const mayBind = sql`exists (select from lot_access a where a.lot_id = l.id and a.organisation_id = current_organisation()
  and (a.capacity in ('keeper', 'buyer', 'facilitator') or p.organisation_id = current_organisation()))`;

const holds = sql`p.role in ('holder', 'lead', 'joint') and p.ended_on is null
  and l.state not in ('no-clause', 'unsuccessful', 'terminated')`;

export async function listCandidateLots({ db }: Context, company: string): Promise<CandidateLot[]> {
  const found = await sql<CandidateLot>`
    select distinct l.id as lot_id, l.market_id, l.number, l.title, m.object, m.reference, m.buyer_id,
      coalesce(o.name, 'Acheteur') as buyer,
      array(select every.organisation_id::text from lot_party every where every.lot_id = l.id
        and every.role in ('holder', 'lead', 'joint') and every.ended_on is null) as companies
    from lot_party p join lot l on l.id = p.lot_id join market m on m.id = l.market_id
    left join organisation o on o.id = m.buyer_id
    where p.organisation_id = ${company} and ${holds} and ${mayBind}
    order by m.object, l.number limit ${mostLots}`.execute(db);
  return found.rows;
}

export interface CandidateCompany {
  id: string;
  name: string;
  lots: number;
}

/** An agreement needs two lots of one company. */
export async function listCandidateCompanies({ db }: Context): Promise<CandidateCompany[]> {
  const found = await sql<CandidateCompany>`
    select o.id, o.name, count(distinct l.id)::int as lots
    from lot_party p join lot l on l.id = p.lot_id join organisation o on o.id = p.organisation_id
    where ${holds} and ${mayBind}
    group by o.id, o.name having count(distinct l.id) > 1 order by o.name limit 500`.execute(db);
  return found.rows;
}

/** The company of a lot, when an agreement is proposed from there. */
export async function findHolderOf({ db }: Context, lot: string): Promise<string | null> {
  const found = await sql<{ id: string }>`
    select p.organisation_id as id from lot_party p join lot l on l.id = p.lot_id
    where p.lot_id = ${lot} and ${holds} and ${mayBind}
    order by array_position(array['holder', 'lead', 'joint'], p.role), p.created_at limit 1`.execute(db);
  return found.rows[0]?.id ?? null;
}

export function asAgreementLot({ lotId, buyerId, companies }: CandidateLot): AgreementLot {
  return { lot: lotId, buyer: buyerId, companies };
}
