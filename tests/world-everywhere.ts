/** One row at least about a person in every table that leads to her, written from the catalogue so that no new table is forgotten. */
import type { Pool } from 'pg';

interface Wanted {
  name: string;
  type: string;
  /** What a column that refers to another table points at. */
  target: string | null;
  /** The column pointed at: not always its id, when several columns point together. */
  pointed: string | null;
  /** The first value its own check lists, when it lists some. */
  listed: string | null;
}

/** Values that only go together. */
const chosen: Readonly<Record<string, string>> = { 'visit.kind': 'by-hand' };

/** Words a column accepts only in a shape. */
const shapes = {
  time: '09:00',
  starts_at: '09:00',
  month: '2026-02',
  commune_code: '44109',
  department: '44',
  rome: 'F1703',
  vintage: '2024',
};

/** Rows that exist already, by table: what a reference may point at. */
export type Known = Readonly<Record<string, string>>;

export async function rowsInEveryTable(
  admin: Pool,
  { person, known }: { person: string; known: Known },
): Promise<void> {
  const ids: Record<string, string> = { ...known, person };
  const tables = await admin.query<{ name: string; leadsBy: string; leadsTo: string }>(
    'select name, leads_by as "leadsBy", leads_to as "leadsTo" from personal_table order by depth, name',
  );
  for (const { name, leadsBy, leadsTo } of tables.rows) {
    const parent = ids[leadsTo];
    if (parent === undefined) throw new Error(`${name} leads to ${leadsTo}, of which no row is known`);
    const found = await admin.query(`select to_jsonb(t) ->> 'id' as id from ${name} t where ${leadsBy} = $1 limit 1`, [
      parent,
    ]);
    ids[name] ??= found.rows[0]?.id ?? (found.rows.length > 0 ? parent : await insertRow(admin, { name, ids }));
  }
}

async function insertRow(admin: Pool, { name, ids }: { name: string; ids: Record<string, string> }): Promise<string> {
  const columns = await wantedColumns(admin, name);
  for (const { target } of columns) {
    if (target !== null && target !== name) ids[target] ??= await insertRow(admin, { name: target, ids });
  }
  const values: unknown[] = [];
  for (const column of columns) {
    values.push(chosen[`${name}.${column.name}`] ?? (await pointedValue(admin, column, ids)) ?? valueOf(column, ids));
  }
  const places = columns.map((_, place) => `$${place + 1}`);
  const made = await admin.query(
    `insert into ${name} (${columns.map((column) => column.name).join(', ')}) values (${places.join(', ')}) returning to_jsonb(${name}) ->> 'id' as id`,
    values,
  );
  return made.rows[0].id ?? '';
}

/** Those that must be filled, and those that refer to something. */
async function wantedColumns(admin: Pool, table: string): Promise<Wanted[]> {
  const found = await admin.query<Wanted>(
    `select a.attname as name, format_type(a.atttypid, null) as type, f.relname as target,
       (select attname from pg_attribute where attrelid = r.confrelid and attnum = r.confkey[array_position(r.conkey, a.attnum)]) as pointed,
       (select (regexp_match(pg_get_constraintdef(k.oid), '''([^'']+)''::text'))[1] from pg_constraint k
         where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%ANY%' limit 1) as listed
     from pg_attribute a
     left join lateral (
       select * from pg_constraint where conrelid = a.attrelid and contype = 'f' and a.attnum = any(conkey)
       order by array_length(conkey, 1) desc limit 1
     ) r on true
     left join pg_class f on f.oid = r.confrelid
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attidentity = '' and a.attgenerated = ''
       and ((a.attnotnull and not a.atthasdef) or (f.relname is not null and a.attnotnull))`,
    [table],
  );
  return found.rows;
}

async function pointedValue(admin: Pool, { target, pointed }: Wanted, ids: Known): Promise<string | null> {
  if (target === null || pointed === null || pointed === 'id') return null;
  const found = await admin.query(`select ${pointed} as value from ${target} where id = $1`, [ids[target]]);
  return found.rows[0]?.value ?? null;
}

function valueOf({ name, type, target, listed }: Wanted, ids: Known): unknown {
  if (target !== null) return ids[target] ?? null;
  if (listed !== null) return type.endsWith('[]') ? [listed] : listed;
  if (type.endsWith('[]')) return [];
  if (type === 'uuid') return ids['organisation'];
  if (type === 'date') return '2026-02-02';
  if (type.startsWith('timestamp')) return '2026-02-02T08:00:00Z';
  if (type === 'boolean') return false;
  if (type === 'jsonb') return '{}';
  if (type === 'bytea') return Buffer.from('x');
  if (/int|numeric|double/u.test(type)) return 1;
  const shaped = Object.entries(shapes).find(([part]) => name.includes(part));
  return shaped?.[1] ?? '12345678';
}
