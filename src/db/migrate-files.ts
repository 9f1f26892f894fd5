/** The migration files of a folder, in order, or the reason why they cannot be trusted. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from './connect-operator-error.ts';

export interface Migration {
  number: number;
  name: string;
  checksum: string;
  sql: string;
}

export function readMigrations(folder: string): Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => readMigration(folder, file));
  for (const [index, { number, name }] of migrations.entries()) {
    const expected = index + 1;
    if (number === expected) continue;
    throw new OperatorError(
      number < expected
        ? `Deux mises à jour de la base portent le numéro ${number} (dont ${name})\u00A0: renommez la plus récente, par exemple ${numbered((migrations.at(-1)?.number ?? 0) + 1)}-nom.sql.`
        : `La mise à jour ${numbered(expected)} de la base manque avant ${name}\u00A0: réinstallez Guichet en entier.`,
    );
  }
  return migrations;
}

function readMigration(folder: string, file: string): Migration {
  const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1];
  if (number === undefined) {
    throw new OperatorError(
      `Le fichier ${file} n’a pas un nom de mise à jour\u00A0: écrivez par exemple 0002-contacts.sql.`,
    );
  }
  // Same checksum whatever line ends the clone has.
  const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
  if (/^\s*(begin|commit|rollback|start transaction)\s*;/im.test(sql)) {
    throw new OperatorError(
      `La mise à jour ${file} ouvre ou ferme une transaction\u00A0: retirez ces lignes, chaque fichier est déjà appliqué en entier ou pas du tout.`,
    );
  }
  const checksum = createHash('sha256').update(sql).digest('hex');
  return { number: Number(number), name: file, checksum, sql };
}

function numbered(number: number): string {
  return String(number).padStart(4, '0');
}
