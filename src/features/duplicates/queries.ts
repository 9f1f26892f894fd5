/** Finds files of one structure that may be one person, and reads two of them side by side. Never beyond the structure. */
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { Match } from '#domain/identity-match.ts';
import { matchIdentity } from '#domain/identity-match.ts';
import type { MergedIdentity } from '#domain/person-merge.ts';
import { foldedName } from '#db/person.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export interface PersonFile extends MergedIdentity {
  id: string;
  version: number;
  createdAt: Date;
  contracts: number;
  referrals: number;
  eligibleUntil: Day | null;
}

const file = sql`p.id, p.family_name, p.given_name, p.birth_date, p.commune, p.email, p.phone, p.version, p.created_at,
  (select count(*)::integer from employment_contract c where c.person_id = p.id and c.state <> 'removed') as contracts,
  (select count(*)::integer from referral r where r.person_id = p.id) as referrals,
  (select max(e.until_day) from eligibility e where e.person_id = p.id and e.verdict = 'eligible' and e.ended_on is null) as eligible_until`;

export async function findFile({ db, actor }: Context, id: string): Promise<PersonFile | null> {
  const found = await sql<PersonFile>`select ${file} from person p
    where p.id = ${id} and p.holder_id = ${organisationOf(actor)} and ${isPresent('p')}`.execute(db);
  return found.rows[0] ?? null;
}

export interface Twin extends PersonFile {
  match: Match;
}

/** Those that may be this person; the database narrows, the rule decides. */
export async function listTwins({ db, actor }: Context, mine: PersonFile): Promise<Twin[]> {
  const folded = foldedName(mine);
  const found = await sql<PersonFile>`select ${file} from person p
    where p.holder_id = ${organisationOf(actor)} and p.id <> ${mine.id} and ${isPresent('p')}
      and (p.birth_date = ${mine.birthDate}::date or similarity(p.folded_name, ${folded}) >= 0.6)
      and not exists (select from person_distinct d where (d.one_id, d.other_id) in ((p.id, ${mine.id}::uuid), (${mine.id}::uuid, p.id)))
    order by similarity(p.folded_name, ${folded}) desc, p.id limit 200`.execute(db);
  return found.rows.flatMap((row) => {
    const match = matchIdentity(mine, row);
    return match === null ? [] : [{ ...row, match }];
  });
}

export interface Pair {
  one: { id: string; name: string; birthDate: Day | null };
  other: { id: string; name: string; birthDate: Day | null };
  match: Match;
}

interface FoundPair {
  oneId: string;
  oneFamily: string;
  oneGiven: string;
  oneBirth: Day | null;
  otherId: string;
  otherFamily: string;
  otherGiven: string;
  otherBirth: Day | null;
}

const pairsShown = 50;

/** Same birth date and a near name, or the same name: the certain ones first. */
export async function listPairs({ db, actor }: Context): Promise<Pair[]> {
  const found = await sql<FoundPair>`
    select a.id as one_id, a.family_name as one_family, a.given_name as one_given, a.birth_date as one_birth,
      b.id as other_id, b.family_name as other_family, b.given_name as other_given, b.birth_date as other_birth
    from person a join person b on b.holder_id = a.holder_id and b.id > a.id
      and ((b.birth_date = a.birth_date and similarity(a.folded_name, b.folded_name) >= 0.3) or b.folded_name = a.folded_name)
    where a.holder_id = ${organisationOf(actor)} and ${isPresent('a')} and ${isPresent('b')}
      and not exists (select from person_distinct d where (d.one_id, d.other_id) in ((a.id, b.id), (b.id, a.id)))
    order by greatest(a.created_at, b.created_at) desc, a.id, b.id limit 500`.execute(db);
  const pairs = found.rows.flatMap((row) => {
    const one = { familyName: row.oneFamily, givenName: row.oneGiven, birthDate: row.oneBirth };
    const other = { familyName: row.otherFamily, givenName: row.otherGiven, birthDate: row.otherBirth };
    const match = matchIdentity(one, other);
    if (match === null) return [];
    return [
      {
        match,
        one: { id: row.oneId, name: `${row.oneFamily} ${row.oneGiven}`, birthDate: row.oneBirth },
        other: { id: row.otherId, name: `${row.otherFamily} ${row.otherGiven}`, birthDate: row.otherBirth },
      },
    ];
  });
  return pairs.sort((a, b) => (a.match === b.match ? 0 : a.match === 'same' ? -1 : 1)).slice(0, pairsShown);
}

export async function insertDistinct({ db, actor, now }: Context, one: string, other: string): Promise<void> {
  await db
    .insertInto('personDistinct')
    .values({
      holderId: organisationOf(actor) ?? '',
      oneId: one,
      otherId: other,
      saidBy: accountOf(actor),
      saidAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface MergeRow {
  id: string;
  keptId: string;
  name: string;
  mergedAt: Date;
  undoUntil: Date;
  undoneAt: Date | null;
  by: string | null;
}

export function listMerges({ db, actor }: Context): Promise<MergeRow[]> {
  return db
    .selectFrom('personMerge')
    .innerJoin('person', 'person.id', 'personMerge.keptId')
    .leftJoin('account', 'account.id', 'personMerge.mergedBy')
    .select([
      'personMerge.id',
      'personMerge.keptId',
      'personMerge.mergedAt',
      'personMerge.undoUntil',
      'personMerge.undoneAt',
      'account.name as by',
    ])
    .select(sql<string>`person.family_name || ' ' || person.given_name`.as('name'))
    .where('personMerge.holderId', '=', organisationOf(actor) ?? '')
    .orderBy('personMerge.mergedAt', 'desc')
    .limit(50)
    .execute();
}

export async function findMerge(
  { db, actor }: Context,
  id: string,
): Promise<{ keptId: string; removedId: string } | null> {
  const row = await db
    .selectFrom('personMerge')
    .select(['keptId', 'removedId'])
    .where('id', '=', id)
    .where('holderId', '=', organisationOf(actor) ?? '')
    .executeTakeFirst();
  return row ?? null;
}
