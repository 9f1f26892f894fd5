/** Reads from the catalogue what the generated types need: tables, columns, defaults and closed lists of values. */
import type { ClientBase } from 'pg';

export interface CatalogueColumn {
  schema: string;
  table: string;
  column: string;
  /** Name of the base type, of its elements for an array. */
  type: string;
  isArray: boolean;
  isNullable: boolean;
  /** The database can fill it. */
  hasDefault: boolean;
  /** Nobody but the database can fill it. */
  isGenerated: boolean;
  /** Values of an enumerated type. */
  labels: string[] | null;
  /** Conditions bearing on this column alone. */
  conditions: string[];
}

/** Ordered by name, so that the same database always gives the same text. */
export async function readCatalogue(client: ClientBase): Promise<CatalogueColumn[]> {
  const answer = await client.query<CatalogueColumn>(`
    select n.nspname as "schema", c.relname as "table", a.attname as "column",
      coalesce(element.typname, base.typname) as "type",
      element.oid is not null as "isArray",
      not (a.attnotnull or t.typnotnull) as "isNullable",
      a.atthasdef or a.attidentity <> '' as "hasDefault",
      a.attgenerated <> '' or a.attidentity = 'a' as "isGenerated",
      (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e
        where e.enumtypid = coalesce(element.oid, base.oid)) as "labels",
      array(select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.contype = 'c' and (
          (k.conrelid = c.oid and k.conkey = array[a.attnum]) or (k.contypid = t.oid and t.typtype = 'd'))
        order by 1) as "conditions"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    join pg_type base on base.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
    left join pg_type element on element.oid = base.typelem and base.typcategory = 'A'
    where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
      and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss')
      and c.relname <> 'guichet_migration'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by n.nspname <> 'public', n.nspname collate "C", c.relname collate "C", a.attnum`);
  return answer.rows;
}
