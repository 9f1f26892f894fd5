/** Freezes of a structure: on a person, or on all who worked on a market. */
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { Context } from '#http/context.ts';

export interface HoldRow {
  id: string;
  ground: 'litigation' | 'esf' | 'control' | 'other';
  reason: string;
  untilDay: Day;
  createdAt: Date;
  author: string | null;
  person: string | null;
  market: string | null;
  liftedOn: Day | null;
  version: number;
}

export async function listHolds({ db }: Context): Promise<HoldRow[]> {
  const found = await sql<HoldRow>`
    select h.id, h.ground, h.reason, h.until_day, h.created_at, a.name as author,
      p.family_name || ' ' || p.given_name as person, m.object as market, h.lifted_on, h.version
    from legal_hold h left join account a on a.id = h.created_by left join person p on p.id = h.person_id
      left join market m on m.id = h.market_id
    where h.organisation_id = current_organisation()
    order by h.lifted_on is not null, h.until_day, h.id limit 200`.execute(db);
  return found.rows;
}

export async function lockHold(
  { db }: Context,
  id: string,
): Promise<Pick<HoldRow, 'id' | 'liftedOn' | 'version'> | null> {
  const found = await sql<Pick<HoldRow, 'id' | 'liftedOn' | 'version'>>`select id, lifted_on, version from legal_hold
    where id::text = ${id} and organisation_id = current_organisation() for update`.execute(db);
  return found.rows[0] ?? null;
}

export async function insertHold(
  { db, now }: Context,
  hold: {
    organisationId: string;
    personId: string | null;
    marketId: string | null;
    ground: HoldRow['ground'];
    reason: string;
    untilDay: Day;
    createdBy: string;
  },
): Promise<string> {
  const { id } = await db
    .insertInto('legalHold')
    .values({ ...hold, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function liftHoldRow(
  { db }: Context,
  { id, liftedOn, liftedBy }: { id: string; liftedOn: Day; liftedBy: string | null },
): Promise<void> {
  await db
    .updateTable('legalHold')
    .set((row) => ({ liftedOn, liftedBy, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export interface HoldTarget {
  value: string;
  label: string;
  group: string;
}

const most = 300;

/** Markets the structure sees; a person is frozen from her own notice or request. */
export async function listHoldMarkets({ db }: Context): Promise<HoldTarget[]> {
  const found = await sql<{ id: string; object: string }>`select id, object from market
    where id in (select market_id from employment_contract where holder_id = current_organisation())
    order by object, id limit ${most}`.execute(db);
  return found.rows.map(({ id, object }) => ({ value: `market:${id}`, label: object, group: 'Marchés' }));
}

export async function findTarget(
  { db }: Context,
  target: string,
): Promise<{ personId: string | null; marketId: string | null } | null> {
  const [kind = '', id = ''] = target.split(':');
  const found =
    kind === 'person'
      ? await sql`select id from person where id::text = ${id} and holder_id = current_organisation() and anonymised_at is null`.execute(
          db,
        )
      : await sql`select id from market where id::text = ${id}`.execute(db);
  if (found.rows.length === 0 || (kind !== 'person' && kind !== 'market')) return null;
  return kind === 'person' ? { personId: id, marketId: null } : { personId: null, marketId: id };
}
