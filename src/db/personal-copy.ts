/** A copy of all that is kept of a person, from the catalogue and the cards: every table that refers to her. Runs as privacy. */
import { sql } from 'kysely';
import type { ColumnCard } from '#domain/column-card.ts';
import { areas, cardOf } from '#domain/register.ts';
import type { PersonalTable } from './personal-tables.ts';
import { numbersOf, readPersonalTables, rowsOf } from './personal-tables.ts';
import type { Transaction } from './transaction.ts';

export interface CopiedTable {
  area: string;
  table: string;
  purpose: string;
  /** Name and card of each column, in the order of the table. */
  columns: { name: string; card: ColumnCard | null }[];
  rows: Record<string, unknown>[];
}

export interface PersonalCopy {
  tables: CopiedTable[];
  /** Acts of the journals about her, without the agents' names. */
  acts: { at: Date; action: string; organisation: string; told: string }[];
  letters: { at: Date; template: string; recipient: string; status: string; subject: string; body: string | null }[];
  proofs: { name: string; at: Date }[];
}

/** Secrets are marks that nobody can read back; the agents' numbers are not hers (GDPR art. 15.4). */
const leftOut = ['code_hash', 'content'];

/** Read with somebody, on request to the data protection officer (permissions.md §6.2): never opened alone, at once, by a link. */
export const onRequestAlone: readonly string[] = ['obstacle', 'obstacle_note', 'obstacle_share', 'visit_note'];

export async function copyPerson(
  db: Transaction,
  person: string,
  { except = [] }: { except?: readonly string[] } = {},
): Promise<PersonalCopy> {
  const all = await readPersonalTables(db);
  const tables = all.filter(({ name }) => !except.includes(name));
  const copied: CopiedTable[] = [];
  for (const table of tables) {
    const rows = await readRows(db, { tables, table, person });
    if (rows.length > 0) copied.push({ ...described(table), rows });
  }
  const numbers = await numbersOf(db, { tables, person });
  return { tables: copied, ...(await readTraces(db, { person, numbers })) };
}

function shownColumns({ columns }: PersonalTable): string[] {
  return columns.filter(({ name, agent }) => !agent && !leftOut.includes(name)).map(({ name }) => name);
}

function described(table: PersonalTable): Omit<CopiedTable, 'rows'> {
  const columns = shownColumns(table).map((name) => ({ name, card: cardOf(table.name, name) }));
  const area = areas.find(({ tables }) => Object.hasOwn(tables, table.name));
  return {
    area: area?.name ?? 'Autres',
    table: table.name,
    purpose: columns.find(({ card }) => card !== null)?.card?.purpose ?? '',
    columns,
  };
}

async function readRows(
  db: Transaction,
  { tables, table, person }: { tables: readonly PersonalTable[]; table: PersonalTable; person: string },
): Promise<Record<string, unknown>[]> {
  const columns = shownColumns(table).map((name) => sql`${sql.id(name)}`);
  const found = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(hers) as row from (
      select ${sql.join(columns)} from ${sql.id(table.name)} where ${rowsOf(tables, table, person)}
    ) hers`.execute(db);
  return found.rows.map(({ row }) => row);
}

async function readTraces(
  db: Transaction,
  { person, numbers }: { person: string; numbers: readonly string[] },
): Promise<Omit<PersonalCopy, 'tables'>> {
  const acts = await sql<PersonalCopy['acts'][number]>`
    select e.at, e.action, coalesce(o.name, '') as organisation, coalesce(d.told, '') as told
    from audit_event e
    left join organisation o on o.id = e.organisation_id
    left join audit_detail d on d.chain = e.chain and d.sequence = e.sequence
    where e.subject_id = any(${[...numbers]}) order by e.at desc`.execute(db);
  const letters = await sql<PersonalCopy['letters'][number]>`
    select created_at as at, template, recipient, status, subject, kept_body as body from outbox
    where recipient <> '' and lower(recipient) = (select lower(email) from person where id = ${person}::uuid)
      or exists (select from jsonb_each_text(parameters) given where given.value = any(${[...numbers]}))
    order by created_at desc`.execute(db);
  const proofs = await sql<PersonalCopy['proofs'][number]>`
    select name, created_at as at from document
    where declaration_id in (select declaration_id from hour_entry where person_id = ${person}::uuid) order by created_at`.execute(
    db,
  );
  return { acts: acts.rows, letters: letters.rows, proofs: proofs.rows };
}
