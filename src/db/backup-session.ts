/** The session of an export or a restore: exact texts of values, and every row in sight whatever the account. */
import type { ClientBase } from 'pg';
import type { BackupTable } from './backup-catalog.ts';

/** Values travel as PostgreSQL's own text; these settings make that text exact and the same everywhere. */
export async function prepareSession(client: ClientBase): Promise<void> {
  await client.query(`set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
    set local timezone = 'UTC'; set local bytea_output = 'hex'; set local extra_float_digits = 3;
    set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
    set local lock_timeout = '3s'; set local row_security = off`);
}

/**
 * An owner without BYPASSRLS is bound by FORCE ROW LEVEL SECURITY: lifted until the end of this transaction,
 * which then keeps the tables for itself. A superuser, as in the embedded database, locks nothing.
 */
export async function seeEveryRow(client: ClientBase, tables: BackupTable[]): Promise<BackupTable[]> {
  const answer = await client.query<{ free: boolean }>(
    'select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user',
  );
  if (answer.rows[0]?.free === true) return [];
  const forced = tables.filter((table) => table.forcesRowSecurity);
  for (const { name } of forced) await client.query(`alter table ${name} no force row level security`);
  return forced;
}
