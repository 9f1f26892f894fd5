/** Reads and writes the imports of official outlines. */
import { sql } from 'kysely';
import type { DistrictOutline } from '#domain/district-outlines.ts';
import { countPoints } from '#domain/district-outlines.ts';
import type { DistrictVintage } from '#domain/district-vintage.ts';
import { boxOf } from '#domain/point-in-outline.ts';
import type { Context } from '#http/context.ts';

export interface ImportRow {
  id: string;
  vintage: DistrictVintage;
  source: string;
  fileName: string;
  outlines: number;
  points: number;
  whole: boolean;
  state: 'proposed' | 'in-force' | 'replaced' | 'withdrawn';
  replacesId: string | null;
  createdAt: Date;
  decidedAt: Date | null;
  by: string | null;
}

function imports({ db }: Context) {
  return db
    .selectFrom('districtImport as i')
    .leftJoin('account', 'account.id', 'i.createdBy')
    .select(['i.id', 'i.vintage', 'i.source', 'i.fileName', 'i.outlines', 'i.points', 'i.whole', 'i.state'])
    .select(['i.replacesId', 'i.createdAt', 'i.decidedAt', 'account.name as by']);
}

export function listImports(ctx: Context): Promise<ImportRow[]> {
  return imports(ctx).orderBy('i.createdAt', 'desc').limit(50).execute();
}

export async function findImport(ctx: Context, id: string): Promise<ImportRow | null> {
  return (await imports(ctx).where('i.id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockImport(ctx: Context, id: string): Promise<ImportRow | null> {
  return (await imports(ctx).where('i.id', '=', id).forUpdate('i').executeTakeFirst()) ?? null;
}

export async function findInForce(ctx: Context, vintage: DistrictVintage): Promise<ImportRow | null> {
  const found = await imports(ctx)
    .where('i.vintage', '=', vintage)
    .where('i.state', '=', 'in-force')
    .executeTakeFirst();
  return found ?? null;
}

export interface NewImport {
  vintage: DistrictVintage;
  source: string;
  fileName: string;
  whole: boolean;
  createdBy: string | null;
}

const atOnce = 200;

export async function insertImport(
  { db, now }: Context,
  head: NewImport,
  outlines: readonly DistrictOutline[],
): Promise<string> {
  const points = outlines.reduce((sum, outline) => sum + countPoints(outline), 0);
  const { id } = await db
    .insertInto('districtImport')
    .values({ ...head, outlines: outlines.length, points, state: 'proposed', createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (let start = 0; start < outlines.length; start += atOnce) {
    const rows = outlines.slice(start, start + atOnce).map(({ code, name, polygons }) => ({
      importId: id,
      code,
      name,
      ...boxOf(polygons),
      polygons: JSON.stringify(polygons),
    }));
    await db.insertInto('districtOutline').values(rows).execute();
  }
  return id;
}

export async function setState(
  { db, now }: Context,
  { id, state, replacesId }: { id: string; state: ImportRow['state']; replacesId?: string | null },
): Promise<void> {
  await db
    .updateTable('districtImport')
    .set({ state, decidedAt: now, ...(replacesId !== undefined && { replacesId }) })
    .where('id', '=', id)
    .execute();
}

export interface Compared {
  added: number;
  removed: number;
  kept: number;
  departments: number;
}

/** Codes against those of the import in force for the same vintage. */
export async function compareCodes(
  { db }: Context,
  { id, against }: { id: string; against: string | null },
): Promise<Compared> {
  const found = await sql<Compared>`
    with mine as (select code from district_outline where import_id = ${id}),
      theirs as (select code from district_outline where import_id = ${against}::uuid)
    select (select count(*) from mine where code not in (select code from theirs)) as added,
      (select count(*) from theirs where code not in (select code from mine)) as removed,
      (select count(*) from mine where code in (select code from theirs)) as kept,
      (select count(distinct substr(code, 3, 3)) from mine) as departments`.execute(db);
  return found.rows[0] ?? { added: 0, removed: 0, kept: 0, departments: 0 };
}
