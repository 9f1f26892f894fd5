/** The table telling which migrations a database has seen, and the refusal of a history that is not ours. */
import type pg from 'pg';
import { errorCode, errorMessage, OperatorError } from './connect-operator-error.ts';
import type { Migration } from './migrate-files.ts';

export interface AppliedMigration {
  number: number;
  name: string;
  checksum: string;
}

export async function createJournal(client: pg.ClientBase): Promise<void> {
  try {
    await client.query(`create table if not exists public.guichet_migration (
      number integer primary key,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default clock_timestamp()
    )`);
  } catch (error) {
    if (errorCode(error) !== '42501') throw error;
    throw new OperatorError(
      `Le compte de DATABASE_URL ne peut pas mettre la base à jour (${errorMessage(error)})\u00A0: ` +
        'lancez «\u00A0npm run migrate\u00A0» avec le propriétaire de la base, puis relancez.',
      { cause: error },
    );
  }
}

export async function appliedMigrations(client: pg.ClientBase): Promise<AppliedMigration[]> {
  const found = await client.query<{ present: boolean }>(
    "select to_regclass('public.guichet_migration') is not null as present",
  );
  if (found.rows[0]?.present !== true) return [];
  const answer = await client.query<AppliedMigration>(
    'select number, name, checksum from public.guichet_migration order by number',
  );
  return answer.rows;
}

export async function journalize(client: pg.ClientBase, { number, name, checksum }: Migration): Promise<void> {
  await client.query('insert into public.guichet_migration (number, name, checksum) values ($1, $2, $3)', [
    number,
    name,
    checksum,
  ]);
}

/** What was applied must be the beginning of what we have, file by file. */
export function refuseStrangeHistory(known: AppliedMigration[], migrations: Migration[]): void {
  for (const [index, applied] of known.entries()) {
    const expected = migrations[index];
    if (applied.number !== index + 1) {
      throw new OperatorError(
        `La mise à jour ${index + 1} manque dans l’historique de la base\u00A0: restaurez une sauvegarde complète.`,
      );
    }
    if (expected === undefined) {
      throw new OperatorError(
        `La base a été mise à jour par une version plus récente de Guichet (mise à jour ${known.length}, ce programme s’arrête à ${migrations.length})\u00A0: ` +
          'installez cette version plus récente, ou restaurez une sauvegarde plus ancienne.',
      );
    }
    if (applied.checksum !== expected.checksum) {
      throw new OperatorError(
        `La mise à jour ${expected.name} a changé depuis qu’elle a été appliquée à la base\u00A0: ` +
          'remettez le fichier d’origine et faites le changement dans un nouveau fichier.',
      );
    }
  }
}
