/** Is an address in a priority district, on a day: by the official outlines in force then, and unknown without them. */
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { DistrictAnswer, DistrictVintage } from '#domain/district-vintage.ts';
import { vintageInForce } from '#domain/district-vintage.ts';
import type { Polygon } from '#domain/point-in-outline.ts';
import { isInside } from '#domain/point-in-outline.ts';
import type { Transaction } from './transaction.ts';

export interface LocatedHome {
  communeCode: string;
  longitude: number;
  latitude: number;
  /** Found at the house, not at the street or the town. */
  precise: boolean;
}

export interface DistrictOfHome {
  answer: DistrictAnswer;
  code: string;
  name: string;
  vintage: DistrictVintage | null;
  source: string;
}

export async function districtOf(
  { db }: { db: Transaction },
  { home, day }: { home: LocatedHome | null; day: Day },
): Promise<DistrictOfHome> {
  const unknown: DistrictOfHome = { answer: 'unknown', code: '', name: '', vintage: null, source: '' };
  if (home === null) return unknown;
  const rule = vintageInForce(day, home);
  if (rule === null) return unknown;
  const list = await db
    .selectFrom('districtImport')
    .select(['id', 'source', 'whole'])
    .where('vintage', '=', rule.vintage)
    .where('state', '=', 'in-force')
    .executeTakeFirst();
  const known = { ...unknown, vintage: rule.vintage, source: list?.source ?? '' };
  if (list === undefined || !home.precise) return known;
  const { longitude, latitude } = home;
  const near = await db
    .selectFrom('districtOutline')
    .select(['code', 'name', 'polygons'])
    .where('importId', '=', list.id)
    .where('west', '<=', longitude)
    .where('east', '>=', longitude)
    .where('south', '<=', latitude)
    .where('north', '>=', latitude)
    .orderBy('code')
    .execute();
  const found = near.find(({ polygons }) => isInside([longitude, latitude], polygons as unknown as readonly Polygon[]));
  if (found !== undefined) return { ...known, answer: 'yes', code: found.code, name: found.name };
  const covered = list.whole || (await covers(db, { list: list.id, communeCode: home.communeCode }));
  return { ...known, answer: covered ? 'no' : 'unknown' };
}

/** A file of one département says nothing of the others: codes carry the département on three signs after two letters. */
async function covers(db: Transaction, { list, communeCode }: { list: string; communeCode: string }): Promise<boolean> {
  const department = communeCode.startsWith('97') ? communeCode.slice(0, 3) : `0${communeCode.slice(0, 2)}`;
  const found = await sql<{ one: number }>`select 1 as one from district_outline
    where import_id = ${list} and substr(code, 3, 3) = ${department} limit 1`.execute(db);
  return found.rows.length > 0;
}
