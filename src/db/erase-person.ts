/** Puts a person aside, takes her name away, or deletes her: everywhere at once, in one transaction. Runs as privacy. */
import { sql } from 'kysely';
import { ageBandOf, anonymousName, placeLeft } from '#domain/anonymisation.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import type { PartDeed, RetentionDeed } from '#domain/retention-rules.ts';
import { foldForSearch } from '#domain/text.ts';
import { eraseObstacles } from './erase-part.ts';
import { blankRows, deleteRows } from './erase-rows.ts';
import type { ErasingContext, Named } from './erase-traces.ts';
import { destroyProofs, eraseLetters, eraseMentions, purgeJournal } from './erase-traces.ts';
import { keepErasure } from './erasure-ledger.ts';
import type { PersonalTable } from './personal-tables.ts';
import { numbersOf, readPersonalTables } from './personal-tables.ts';
import type { Transaction } from './transaction.ts';

export type PersonDeed = Exclude<RetentionDeed, 'erase-account' | PartDeed>;

interface Whom extends Named {
  holderId: string;
  birthDate: Day | null;
  commune: string;
  communeCode: string;
  createdAt: Date;
}

/** false: nobody of that number, or already anonymous. */
export async function erasePerson(
  ctx: ErasingContext,
  { person, deed }: { person: string; deed: PersonDeed },
): Promise<boolean> {
  const { db, now } = ctx;
  const found =
    await sql<Whom>`select family_name, given_name, email, holder_id, birth_date, commune, commune_code, created_at
    from person where id = ${person}::uuid and anonymised_at is null for update`.execute(db);
  const whom = found.rows[0];
  if (whom === undefined) return false;
  const tables = await readPersonalTables(db);
  const merged = await readMergedAway(db, person);
  // Her notes go at once, put aside or not: nobody accompanies her any more.
  if (deed !== 'delete') await purgeJournal(ctx, await eraseObstacles(ctx, person));
  if (deed === 'archive') {
    await sql`update person set email = '', phone = '', archived_on = ${parisDay(now)}::date where id = ${person}::uuid`.execute(
      db,
    );
    await blankRows(db, { tables, among: blankable(tables), person, deed });
  } else {
    const numbers = await numbersOf(db, { tables, person });
    await purgeJournal(ctx, numbers);
    await eraseLetters(db, { numbers, named: whom });
    await eraseMentions(db, { person, named: whom });
    await destroyProofs(db, { person, today: parisDay(now) });
    if (deed === 'delete') await deleteRows(db, { tables, person });
    else {
      await blankRows(db, { tables, among: blankable(tables), person, deed });
      await anonymise(ctx, person, whom);
    }
  }
  // Before a merge she had other numbers: a backup of that time brings them back.
  for (const id of [person, ...merged]) {
    await keepErasure(ctx, { kind: 'person', id, deed, organisation: whom.holderId });
  }
  return true;
}

async function readMergedAway(db: Transaction, person: string): Promise<string[]> {
  const found = await sql<{ id: string }>`select removed_id::text as id from person_merge
    where kept_id = ${person}::uuid and undone_at is null`.execute(db);
  return found.rows.map(({ id }) => id);
}

async function anonymise({ db, now }: ErasingContext, person: string, whom: Whom): Promise<void> {
  const neighbours = await sql<{ people: number }>`select count(*)::integer as people from person
    where holder_id = ${whom.holderId}::uuid and commune = ${whom.commune} and commune_code = ${whom.communeCode}`.execute(
    db,
  );
  const place = placeLeft(whom, neighbours.rows[0]?.people ?? 0);
  const { familyName, givenName } = anonymousName;
  await sql`update person set family_name = ${familyName}, given_name = ${givenName},
      folded_name = ${foldForSearch(`${familyName} ${givenName}`)}, birth_date = null, email = '', phone = '',
      age_band = ${ageBandOf(whom.birthDate, parisDay(whom.createdAt))}, commune = ${place.commune},
      commune_code = ${place.communeCode}, department_code = ${place.departmentCode}, anonymised_at = ${now},
      version = version + 1
    where id = ${person}::uuid`.execute(db);
}

/** All but what the rule of the person herself rewrites: her columns added by other features follow their cards. */
function blankable(tables: readonly PersonalTable[]): PersonalTable[] {
  return tables.map((table) =>
    table.name === 'person'
      ? { ...table, columns: table.columns.filter(({ name }) => !rewritten.includes(name)) }
      : table,
  );
}

const rewritten = [
  'family_name',
  'given_name',
  'folded_name',
  'birth_date',
  'email',
  'phone',
  'age_band',
  'commune',
  'commune_code',
  'department_code',
  'archived_on',
  'anonymised_at',
  'last_contact_on',
];
