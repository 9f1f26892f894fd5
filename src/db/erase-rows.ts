/** Takes out of a person's rows what names her or tells of her life, column by column, as their cards say. Runs as privacy. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Sensitivity } from '#domain/column-card.ts';
import { cardOf } from '#domain/register.ts';
import type { PersonalColumn, PersonalTable } from './personal-tables.ts';
import { rowsOf } from './personal-tables.ts';
import type { Transaction } from './transaction.ts';

interface Erasing {
  tables: readonly PersonalTable[];
  person: string;
}

/** archive: what is private, of health or of justice. anonymise: everything that is hers. */
export async function blankRows(
  db: Transaction,
  { tables, among, person, deed }: Erasing & { among: readonly PersonalTable[]; deed: 'archive' | 'anonymise' },
): Promise<void> {
  for (const table of among) {
    const where = rowsOf(tables, table, person);
    if (table.name === 'person_access' && deed === 'anonymise') {
      await sql`delete from person_access where ${where}`.execute(db);
      continue;
    }
    for (const column of table.columns) {
      const ways = waysToBlank(table.name, column, deed);
      if (ways.length > 0) await firstThatHolds(db, { table: table.name, column: column.name, where, ways });
    }
  }
}

/** Children before those they refer to; tables that refer to each other take a second turn. */
export async function deleteRows(db: Transaction, { tables, person }: Erasing): Promise<void> {
  let left = tables.toReversed();
  while (left.length > 0) {
    const stuck: PersonalTable[] = [];
    for (const table of left) {
      const gone = await attempt(db, sql`delete from ${sql.id(table.name)} where ${rowsOf(tables, table, person)}`);
      if (!gone) stuck.push(table);
    }
    if (stuck.length === left.length) {
      throw new Error(`rows of ${stuck.map(({ name }) => name).join(', ')} hold each other`);
    }
    left = stuck;
  }
}

/** Empty first; a column that must not be empty says that it was erased; a row that cannot say so goes. */
function waysToBlank(table: string, column: PersonalColumn, deed: 'archive' | 'anonymise'): RawBuilder<unknown>[] {
  const card = cardOf(table, column.name);
  // A column nobody carded is treated as the worst.
  const sensitivity: Sensitivity = card?.sensitivity ?? 'private';
  const grave = sensitivity === 'health' || sensitivity === 'justice';
  const touched = grave || sensitivity === 'private' || (deed === 'anonymise' && sensitivity === 'personal');
  if (column.fixed || !touched || card?.kept === true) return [];
  const nothing = column.nullable ? [sql`null`] : [];
  if (column.type === 'text' || column.type.startsWith('character')) {
    if (!column.closed) return [...nothing, sql`''`, sql`'effacé'`];
    return grave ? nothing : [];
  }
  if (column.type === 'jsonb') return [...nothing, sql`'{}'::jsonb`, sql`'[]'::jsonb`];
  if (column.type === 'bytea') return [...nothing, sql`''::bytea`];
  if (column.type.endsWith('[]')) return [...nothing, sql`'{}'`];
  return grave || sensitivity === 'private' ? nothing : [];
}

async function firstThatHolds(
  db: Transaction,
  asked: { table: string; column: string; where: RawBuilder<boolean>; ways: RawBuilder<unknown>[] },
): Promise<void> {
  const { table, column, where, ways } = asked;
  for (const way of ways) {
    if (await attempt(db, sql`update ${sql.id(table)} set ${sql.id(column)} = ${way} where ${where}`)) return;
  }
  await sql`delete from ${sql.id(table)} where ${where}`.execute(db);
}

/** false: a constraint refused, and nothing was written. */
async function attempt(db: Transaction, statement: RawBuilder<unknown>): Promise<boolean> {
  await sql`savepoint erasing`.execute(db);
  try {
    await statement.execute(db);
    await sql`release savepoint erasing`.execute(db);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // Class 23: an integrity constraint, whatever its kind.
    if (!code.startsWith('23')) throw error;
    await sql`rollback to savepoint erasing`.execute(db);
    return false;
  }
}
