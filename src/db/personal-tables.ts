/** Every table that refers to a person, read from the catalogue itself so that none can be forgotten. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Transaction } from './transaction.ts';

export interface PersonalColumn {
  name: string;
  type: string;
  nullable: boolean;
  /** Part of a key, or filled by the database alone: never rewritten. */
  fixed: boolean;
  /** Only values of a closed list: nobody wrote it. */
  closed: boolean;
  /** Names an agent. */
  agent: boolean;
}

export interface PersonalTable {
  name: string;
  /** The column that leads to the person, straight or through the table named after it. */
  leadsBy: string;
  leadsTo: string | null;
  depth: number;
  columns: PersonalColumn[];
}

/** The person first, then what refers to her, then what refers to that. */
export async function readPersonalTables(db: Transaction): Promise<PersonalTable[]> {
  const found = await sql<PersonalTable & { columns: PersonalColumn[] }>`
    with tables as (
      select 'person' as name, 'id' as leads_by, null as leads_to, 0 as depth
      union all select name, leads_by, leads_to, depth from personal_table
    )
    select t.name, t.leads_by, t.leads_to, t.depth,
      (select json_agg(json_build_object(
          'name', a.attname, 'type', format_type(a.atttypid, null), 'nullable', not a.attnotnull,
          'fixed', a.attgenerated <> '' or a.attidentity <> '' or exists (select from pg_constraint k
            where k.conrelid = a.attrelid and k.contype in ('p', 'f') and a.attnum = any(k.conkey)),
          'closed', exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c'
            and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) like '%= ANY (ARRAY[%'),
          'agent', exists (select from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'f'
            and k.conkey = array[a.attnum] and k.confrelid = 'account'::regclass)
        ) order by a.attnum)
        from pg_attribute a where a.attrelid = t.name::regclass and a.attnum > 0 and not a.attisdropped) as columns
    from tables t order by t.depth, t.name`.execute(db);
  return found.rows;
}

/** The condition that keeps of a table the rows of one person. */
export function rowsOf(tables: readonly PersonalTable[], table: PersonalTable, person: string): RawBuilder<boolean> {
  if (table.leadsTo === null || table.leadsTo === 'person') {
    return sql<boolean>`${sql.id(table.leadsBy)} = ${person}::uuid`;
  }
  const parent = tables.find(({ name }) => name === table.leadsTo);
  if (parent === undefined) return sql<boolean>`false`;
  return sql<boolean>`${sql.id(table.leadsBy)} in (select id from ${sql.id(parent.name)} where ${rowsOf(tables, parent, person)})`;
}

/** The numbers of all that is hers: by them the journal, the links and the letters speak of her. */
export async function numbersOf(
  db: Transaction,
  { tables, person }: { tables: readonly PersonalTable[]; person: string },
): Promise<string[]> {
  const numbers: string[] = [];
  for (const table of tables) {
    if (!table.columns.some(({ name, type }) => name === 'id' && type === 'uuid')) continue;
    const found = await sql<{ id: string }>`
      select id::text as id from ${sql.id(table.name)} where ${rowsOf(tables, table, person)}`.execute(db);
    numbers.push(...found.rows.map(({ id }) => id));
  }
  return numbers;
}
