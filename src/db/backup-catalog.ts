/** What an export holds and a restore must set aside: tables, sequences, foreign keys, triggers. */
import type { ClientBase } from 'pg';

export interface BackupTable {
  /** Quoted, with its schema. */
  name: string;
  forcesRowSecurity: boolean;
  columns: { name: string; type: string }[];
  /** Same order on every server: key columns first, texts compared byte by byte. */
  order: string[];
}

const applicationRelation = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss')
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

const applicationTable = `c.relkind in ('r', 'p') and not c.relispartition
  and c.relname <> 'guichet_migration' and ${applicationRelation}`;

/** Job queues (schema pgboss) are left out: what must leave is in the outbox. */
export async function readTables(client: ClientBase): Promise<BackupTable[]> {
  const answer = await client.query<BackupTable>(`
    select format('%I.%I', n.nspname, c.relname) as name, c.relforcerowsecurity as "forcesRowSecurity",
      (select json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod))
          order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      ) as columns,
      array(
        select case when a.attcollation <> 0 and i.indrelid is not null then quote_ident(a.attname) || ' collate "C"'
          when i.indrelid is not null then quote_ident(a.attname)
          else quote_ident(a.attname) || '::text collate "C"' end
        from pg_attribute a
        left join pg_index i on i.indrelid = c.oid and i.indisprimary
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and (i.indrelid is null or a.attnum = any(i.indkey::int2[]))
        order by array_position(i.indkey::int2[], a.attnum), a.attnum
      ) as "order"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${applicationTable}
    order by n.nspname collate "C", c.relname collate "C"`);
  return answer.rows;
}

export async function readSequenceNames(client: ClientBase): Promise<string[]> {
  const answer = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${applicationRelation}
    order by n.nspname collate "C", c.relname collate "C"`);
  return answer.rows.map((row) => row.name);
}

export interface Restraint {
  lift: string;
  putBack: string;
}

/** Foreign keys, checked again in bulk when they come back; owners may do it, no superuser is needed. */
export async function readForeignKeys(client: ClientBase): Promise<Restraint[]> {
  const answer = await client.query<Restraint>(`
    select format('alter table %I.%I drop constraint %I', n.nspname, c.relname, k.conname) as lift,
      format('alter table %I.%I add constraint %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as "putBack"
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${applicationTable}
    order by k.conname collate "C", c.relname collate "C"`);
  return answer.rows;
}

/** Our own triggers have already done their work on the exported rows. */
export async function readTriggers(client: ClientBase): Promise<Restraint[]> {
  const answer = await client.query<Restraint>(`
    select format('alter table %I.%I disable trigger %I', n.nspname, c.relname, t.tgname) as lift,
      format('alter table %I.%I enable %s trigger %I', n.nspname, c.relname,
        case t.tgenabled when 'R' then 'replica' when 'A' then 'always' else '' end, t.tgname) as "putBack"
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' and ${applicationTable}
    order by c.relname collate "C", t.tgname collate "C"`);
  return answer.rows;
}
