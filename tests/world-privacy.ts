/** A person with one canary in every text about her, in every table that refers to her; and where a canary is found. */
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

export interface Marked {
  table: string;
  column: string;
  word: string;
}

interface Column {
  name: string;
  type: string;
  keyed: boolean;
  closed: boolean;
  generated: boolean;
}

/** Columns of a table that hold free words: texts, JSON, lists. */
async function freeColumns(admin: Pool, table: string): Promise<Column[]> {
  const found = await admin.query<Column>(
    `select a.attname as name, format_type(a.atttypid, null) as type, a.attgenerated <> '' as generated,
       exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype in ('p', 'f', 'u') and a.attnum = any(k.conkey)) as keyed,
       exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and a.attnum = any(k.conkey)
         and pg_get_constraintdef(k.oid) not like '%<> ''''::text%') as closed
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
    [table],
  );
  return found.rows.filter(
    ({ keyed, closed, generated, type }) => !keyed && !closed && !generated && /text|json/u.test(type),
  );
}

/** Writes a different word in each free column of each row of hers. */
export async function markEverywhere(
  admin: Pool,
  { person, only }: { person: string; only(table: string, column: string): boolean },
): Promise<Marked[]> {
  const tables = await admin.query<{ name: string; leadsBy: string }>(
    `select name, leads_by as "leadsBy" from personal_table where leads_to = 'person'`,
  );
  const marked: Marked[] = [];
  for (const { name, leadsBy } of [{ name: 'person', leadsBy: 'id' }, ...tables.rows]) {
    for (const column of await freeColumns(admin, name)) {
      if (!only(name, column.name)) continue;
      const word = `zzcanari${marked.length}${randomUUID().slice(0, 8)}`;
      const value = column.type.includes('json')
        ? JSON.stringify([{ day: '2026-01-05', minutes: 60, told: word }])
        : word;
      const set = await admin.query(
        `update ${name} set ${column.name} = ${column.type.endsWith('[]') ? 'array[$2]' : '$2'} where ${leadsBy} = $1`,
        [person, value],
      );
      if ((set.rowCount ?? 0) > 0) marked.push({ table: name, column: column.name, word });
    }
  }
  return marked;
}

/** Every table and column where one of these words stands, bytes included. */
export async function findWords(admin: Pool, words: readonly string[]): Promise<string[]> {
  const tables = await admin.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
  );
  const places: string[] = [];
  for (const { name } of tables.rows) {
    for (const word of words) {
      const found = await admin.query(`select 1 from ${name} t where t::text ilike $1 or t::text ilike $2 limit 1`, [
        `%${word}%`,
        `%${Buffer.from(word, 'utf8').toString('hex')}%`,
      ]);
      if ((found.rowCount ?? 0) > 0) places.push(`${word} in ${name}`);
    }
  }
  return places;
}
