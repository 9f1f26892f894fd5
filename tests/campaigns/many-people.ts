/** People in numbers, invented: names made of syllables, so that pieces of them are rare, common or found nowhere. */
import type { Pool } from 'pg';

export const manyPeople = { all: 600_000, oneStructure: 60_000 } as const;

/** Adds what is missing: one structure gets its share, the others the rest. */
export async function addPeople(admin: Pool, structure: string): Promise<void> {
  const known = await admin.query<{ all: number; own: number }>(
    'select count(*)::int as all, count(*) filter (where holder_id = $1)::int as own from person',
    [structure],
  );
  const { all = 0, own = 0 } = known.rows[0] ?? {};
  await admin.query(
    `with others as (
       select array_agg(id) as ids from organisation where kind = 'facilitator' and id <> $1
     ), numbered as (
       select n, ('x' || substr(md5('person ' || n), 1, 7))::bit(28)::int as luck from generate_series(1, $2::int) n
     ), named as (
       select n, luck, initcap(first[1 + luck % 32] || second[1 + luck / 32 % 30] || third[1 + luck / 960 % 20]) as family,
         given[1 + luck / 19200 % 20] as given
       from numbered, (select string_to_array($4, ' ') as first, string_to_array($5, ' ') as second,
         string_to_array($6, ',') as third, string_to_array($7, ' ') as given) parts
     )
     insert into person (holder_id, family_name, given_name, folded_name, birth_date)
     select case when n <= $3::int then $1::uuid else ids[1 + luck % cardinality(ids)] end, family, given,
       lower(unaccent(family || ' ' || given)), date '1960-01-01' + luck % 16000
     from named, others`,
    [
      structure,
      Math.max(0, manyPeople.all - all),
      Math.max(0, manyPeople.oneStructure - own),
      'ba be bo ca chau da de di du fa fon ga gi ha ja ka la le ma mi mo na no pe ra ri ro sa si tra va vi',
      'llar nar r mou bou rou lan ssi tou chet din fer gui jo kou lié mar nie pou quet rra sse thi vre zin dou gno bil cor dra',
      'd,t,,n,a,ré,é,in,eau,ot,ier,aud,ac,o,i,ov,el,et,as,u',
      'Amadou Céline Yacine Sonia Kévin Fatima Leïla Omar Zoé Jordan Marie Paul Nadia Karim Julie Ibrahim Aminata Lucas Inès Moussa',
    ],
  );
  await admin.query('vacuum analyze person');
}

/** The seeded names come in tens of thousands; the others are one in some hundreds, or none. */
export const searches = ['diarra', 'Traoré', 'celine mar', 'vigno', 'Lié', 'zq', 'zzzz'];
