/** The companies of the markets one looks after: their lots, whom to reach, and the months they have not declared. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import { likePattern, unaccented } from '#db/search.ts';
import type { Context } from '#http/context.ts';

export const companiesPerPage = 50;
export const companyViews = ['toutes', 'en-retard', 'a-joindre'] as const;
export type CompanyView = (typeof companyViews)[number];

export interface CompanyQuery {
  search: string;
  view: CompanyView;
}

export interface ListedCompany {
  id: string;
  name: string;
  identifier: string | null;
  lots: { id: string; number: number; title: string; market: string }[];
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  answeredAt: Date | null;
  bouncedAt: Date | null;
  late: number;
}

export function listCompanies(
  ctx: Context,
  query: CompanyQuery & Omit<KeysetQuery, 'direction'>,
): Promise<KeysetPage<ListedCompany>> {
  return keysetPage(companies(ctx, query), {
    ...query,
    direction: 'ascending',
    by: 'organisation.name',
    id: 'organisation.id',
    placeOf: ({ id, name }) => ({ id, value: name }),
  });
}

function companies({ db, actor }: Context, { search, view }: CompanyQuery) {
  const own = organisationOf(actor);
  const managed = sql`(select a.lot_id from lot_access a where a.organisation_id = ${own} and a.capacity in ('keeper', 'buyer', 'facilitator'))`;
  let rows = db
    .selectFrom('organisation')
    .innerJoinLateral(
      sql<Omit<ListedCompany, 'id' | 'name' | 'identifier'>>`(
        select jsonb_agg(distinct jsonb_build_object('id', l.id, 'number', l.number, 'title', l.title, 'market', m.object)) as lots,
          max(p.answered_at) as answered_at, max(p.bounced_at) as bounced_at,
          (array_agg(p.contact_name order by p.contact_email = '', p.created_at desc))[1] as contact_name,
          (array_agg(p.contact_email order by p.contact_email = '', p.created_at desc))[1] as contact_email,
          (array_agg(p.contact_phone order by p.contact_email = '', p.created_at desc))[1] as contact_phone,
          (select count(*)::integer from declaration d
            where d.company_id = organisation.id and d.state = 'late' and d.lot_id in ${managed}) as late
        from lot_party p join lot l on l.id = p.lot_id join market m on m.id = p.market_id
        where p.organisation_id = organisation.id and p.ended_on is null and p.lot_id in ${managed}
        having count(*) > 0
      )`.as('part'),
      (join) => join.onTrue(),
    )
    .select(['organisation.id', 'organisation.name', 'organisation.identifier'])
    .select(['part.lots', 'part.late', 'part.answeredAt', 'part.bouncedAt'])
    .select(['part.contactName', 'part.contactEmail', 'part.contactPhone']);
  if (search !== '') {
    const digits = search.replace(/\s/gu, '');
    rows = rows.where((where) =>
      where.or([
        unaccented('organisation.name', likePattern(search)),
        where('organisation.identifier', 'like', likePattern(digits)),
      ]),
    );
  }
  if (view === 'en-retard') rows = rows.where('part.late', '>', 0);
  if (view === 'a-joindre') {
    rows = rows.where(
      sql<boolean>`(part.contact_email = '' and part.contact_phone = '') or (part.bounced_at is not null and part.bounced_at > coalesce(part.answered_at, '-infinity'))`,
    );
  }
  return rows;
}
