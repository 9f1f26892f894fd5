/** The posts asked for on one market, with the count of their candidates as far as the reader sees them. */
import { sql } from 'kysely';
import type { OfferState } from '#domain/offer-state.ts';
import type { Context } from '#http/context.ts';

export const needsShown = 12;

export interface NeedRow {
  id: string;
  title: string;
  commune: string;
  startsOn: string;
  company: string;
  posts: number;
  state: OfferState;
  hired: number;
  waiting: number;
  silent: number;
}

export async function listNeeds({ db }: Context, market: string): Promise<NeedRow[]> {
  const found = await sql<NeedRow>`
    select o.id, o.title, o.commune, o.starts_on, coalesce(c.name, '') as company, o.posts, o.state,
      count(p.id) filter (where p.state = 'hired') as hired,
      count(p.id) filter (where p.state in ('suggested', 'proposed', 'silent', 'interview', 'selected')) as waiting,
      count(p.id) filter (where p.state = 'silent') as silent
    from job_offer o left join organisation c on c.id = o.company_id left join placement p on p.offer_id = o.id
    where o.market_id = ${market}
    group by o.id, c.name
    order by o.state = 'open' desc, o.created_at desc, o.id limit ${needsShown}`.execute(db);
  return found.rows;
}
