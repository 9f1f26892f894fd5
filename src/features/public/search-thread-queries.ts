/** Finds markets, people and companies by pieces of their names; row security keeps to what the actor may see. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { foldForSearch } from '#domain/text.ts';
import { likePattern } from '#db/search.ts';
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

/** Every word is somewhere in the market or its buyer; else in the title or the trade of one of its lots. */
export async function searchMarkets({ db }: Context, query: string): Promise<FoundMarket[]> {
  const own = everyWord(query, sql`m.reference || ' ' || m.object || ' ' || coalesce(o.name, '')`);
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

/** Only those the structure follows, said to the index too. */
export async function searchPeople({ db, actor }: Context, query: string): Promise<FoundPerson[]> {
  const words = foldForSearch(query)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => sql`folded_name like ${likePattern(word)}`);
  if (words.length === 0) return [];
  const found = await sql<FoundPerson>`select id, given_name, family_name, commune from person
    where holder_id = ${organisationOf(actor)} and archived_on is null and anonymised_at is null and ${sql.join(words, sql` and `)}
    order by folded_name, id limit ${most}`.execute(db);
  return found.rows;
}

export interface FoundCompany {
  name: string;
  city: string;
}

export async function searchCompanies({ db, actor }: Context, query: string): Promise<FoundCompany[]> {
  const startsWith = likePattern(query.replaceAll(' ', '')).slice(1);
  const found = await sql<FoundCompany>`select name, city from organisation o
    where kind in ('company', 'inclusion') and o.id <> ${organisationOf(actor)}
      and (${everyWord(query, sql`o.name || ' ' || o.city`)} or o.identifier like ${startsWith})
    order by name, id limit ${most}`.execute(db);
  return found.rows;
}

function everyWord(query: string, text: ReturnType<typeof sql>) {
  const words = query.split(/\s+/u).filter((word) => word !== '');
  return sql`(${sql.join(
    words.map((word) => sql`unaccent(${text}) ilike unaccent(${likePattern(word)})`),
    sql` and `,
  )})`;
}
