/** Reads the pool of the structure and one profile; who is eligible today, still looked for, and free. */
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { isDay, parisDay } from '#domain/day.ts';
import type { YesNoUnknown } from '#domain/pool-words.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import { inPool } from '#db/pool-standing.ts';
import { isKnown } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';
import type { PoolFilters } from './filters.ts';

export const profilesPerPage = 50;
const beforeAll = '1900-01-01';

export interface ProfileRow {
  personId: string;
  romeCodes: string[];
  departmentCode: string;
  drivingLicence: YesNoUnknown;
  vehicle: YesNoUnknown;
  availableFrom: Day | null;
  trainingLevel: number | null;
  languages: string[];
  removedAt: Date | null;
  version: number;
}

export interface ListedProfile extends ProfileRow {
  familyName: string;
  givenName: string;
  commune: string;
  ready: Day;
  until: Day | null;
}

const columns = [
  'poolProfile.personId',
  'poolProfile.romeCodes',
  'poolProfile.departmentCode',
  'poolProfile.drivingLicence',
  'poolProfile.vehicle',
  'poolProfile.availableFrom',
  'poolProfile.trainingLevel',
  'poolProfile.languages',
  'poolProfile.removedAt',
  'poolProfile.version',
] as const;

const ready = sql<Day>`coalesce(pool_profile.available_from, ${beforeAll}::date)`;

/** Ready first. */
export function listPool(
  ctx: Context,
  { filters, ...page }: { filters: PoolFilters } & Omit<KeysetQuery, 'direction'>,
): Promise<KeysetPage<ListedProfile>> {
  return keysetPage(poolQuery(ctx, filters), {
    ...page,
    direction: 'ascending',
    by: ready,
    id: 'poolProfile.personId',
    placeOf: ({ personId, ready: value }) => ({ id: personId, value }),
    holds: isDay,
  });
}

function poolQuery({ db, actor, now }: Context, filters: PoolFilters) {
  const today = parisDay(now);
  let rows = db
    .selectFrom('poolProfile')
    .innerJoin('person', 'person.id', 'poolProfile.personId')
    .select(columns)
    .select(['person.familyName', 'person.givenName', 'person.commune'])
    .select(ready.as('ready'))
    .select(
      sql<Day | null>`(select max(e.until_day) from eligibility e
        where e.person_id = person.id and e.verdict = 'eligible' and e.ended_on is null)`.as('until'),
    )
    .where('poolProfile.holderId', '=', organisationOf(actor) ?? '')
    .where(inPool({ today, atWork: filters.atWork }));
  if (filters.trade !== '') rows = rows.where(sql<boolean>`pool_profile.rome_codes @> array[${filters.trade}]`);
  if (filters.department !== '') rows = rows.where('poolProfile.departmentCode', '=', filters.department);
  if (filters.licence) rows = rows.where('poolProfile.drivingLicence', '=', 'yes');
  if (filters.vehicle) rows = rows.where('poolProfile.vehicle', '=', 'yes');
  if (filters.readyOn !== null) rows = rows.where(ready, '<=', filters.readyOn);
  if (filters.level !== null) rows = rows.where('poolProfile.trainingLevel', '>=', filters.level);
  if (filters.language !== '') rows = rows.where(sql<boolean>`pool_profile.languages @> array[${filters.language}]`);
  return rows;
}

/** The trades somebody of the pool looks for: only these are worth choosing. */
export async function listPoolTrades({ db, actor, now }: Context): Promise<{ code: string; count: number }[]> {
  const found = await sql<{ code: string; count: number }>`
    select code, count(*) as count from pool_profile, unnest(rome_codes) as code, person
    where person.id = pool_profile.person_id and pool_profile.holder_id = ${organisationOf(actor)}
      and ${inPool({ today: parisDay(now), atWork: true })}
    group by code order by code`.execute(db);
  return found.rows;
}

export async function findProfile({ db, actor }: Context, person: string): Promise<ProfileRow | null> {
  const row = await db
    .selectFrom('poolProfile')
    .select(columns)
    .where('personId', '=', person)
    .where('holderId', '=', organisationOf(actor) ?? '')
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export interface PooledPerson {
  id: string;
  familyName: string;
  givenName: string;
  archivedOn: Day | null;
  eligible: boolean;
  postcode: string;
  wishCode: string;
  wishedFrom: Day | null;
}

/** With what her prescriber already said, so that nothing is typed twice. */
export async function findPerson({ db, actor, now }: Context, id: string): Promise<PooledPerson | null> {
  const found = await sql<PooledPerson>`
    select p.id, p.family_name, p.given_name, p.archived_on, o.postcode, coalesce(r.wish_code, '') as wish_code, r.available_from as wished_from,
      exists (select from eligibility e where e.person_id = p.id and e.verdict = 'eligible' and e.ended_on is null
        and (e.until_day is null or e.until_day >= ${parisDay(now)}::date)) as eligible
    from person p join organisation o on o.id = p.holder_id
      left join lateral (select wish_code, available_from from referral where person_id = p.id and holder_id = p.holder_id
        order by created_at desc limit 1) r on true
    where p.id = ${id} and p.holder_id = ${organisationOf(actor)} and ${isKnown('p')}`.execute(db);
  return found.rows[0] ?? null;
}

export type KeptProfile = Omit<ProfileRow, 'personId' | 'removedAt' | 'version'>;

export async function insertProfile(
  { db, actor, now }: Context,
  { person, profile }: { person: string; profile: KeptProfile },
): Promise<void> {
  await db
    .insertInto('poolProfile')
    .values({
      personId: person,
      holderId: organisationOf(actor) ?? '',
      ...profile,
      updatedAt: now,
      updatedBy: accountOf(actor),
    })
    .execute();
}

export async function updateProfile(
  { db, actor, now }: Context,
  { person, version, ...changes }: { person: string; version: number; removedAt: Date | null } & Partial<KeptProfile>,
): Promise<void> {
  await db
    .updateTable('poolProfile')
    .set({ ...changes, version: version + 1, updatedAt: now, updatedBy: accountOf(actor) })
    .where('personId', '=', person)
    .execute();
}
