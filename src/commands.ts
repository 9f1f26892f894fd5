/** The commands beside start: migrate, seed, export and restore. */
import pg from 'pg';
import { OperatorError } from '#db/connect-operator-error.ts';
import { exportTo, restoreFrom } from '#db/backup.ts';
import { scales, seedDatabase } from '#features/demonstration/seed.ts';
import type { Scale } from '#features/demonstration/seed.ts';
import type { Configuration } from '#services/configuration.ts';
import { migrationsFolder, openMigratedDatabase, productVersion } from './open-house.ts';

export async function runMigrate(configuration: Configuration): Promise<void> {
  const opened = await openMigratedDatabase(configuration);
  console.log('La base est à jour.');
  await opened.close();
}

export async function runExport(configuration: Configuration, [file]: string[]): Promise<void> {
  if (file === undefined)
    throw new OperatorError('Donnez le fichier à écrire, par exemple «\u00A0npm run export -- sauvegarde.gz\u00A0».');
  const opened = await openMigratedDatabase(configuration);
  try {
    const { tables, rows } = await exportTo({ admin: opened.admin, file, product: productVersion });
    console.log(`Sauvegarde écrite\u00A0: ${file} (${tables} tables, ${rows} lignes).`);
  } finally {
    await opened.close();
  }
}

export async function runRestore(configuration: Configuration, [file]: string[]): Promise<void> {
  if (file === undefined)
    throw new OperatorError('Donnez le fichier à lire, par exemple «\u00A0npm run restore -- sauvegarde.gz\u00A0».');
  const opened = await openMigratedDatabase(configuration);
  try {
    const { tables, rows } = await restoreFrom({ admin: opened.admin, file, migrationsFolder });
    console.log(`La sauvegarde est restaurée\u00A0: ${tables} tables, ${rows} lignes.`);
  } finally {
    await opened.close();
  }
}

export async function runSeed(configuration: Configuration, given: string[]): Promise<void> {
  const [, typed = ''] = /(?:--scale[= ])?([SML])$/.exec(given.join(' ')) ?? [];
  if (!isScale(typed))
    throw new OperatorError('Donnez une échelle, par exemple «\u00A0npm run seed -- --scale M\u00A0» (S, M ou L).');
  const opened = await openMigratedDatabase(configuration);
  const client = new pg.Client(opened.admin);
  try {
    await client.connect();
    const started = performance.now();
    const { organisations, accounts, contacts, hours } = await seedDatabase(client, typed);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `Ajoutés en ${seconds} s\u00A0: ${organisations} organisations, ${accounts} comptes, ${contacts} points de contact, ${hours} relevés d’heures.`,
    );
  } finally {
    await client.end();
    await opened.close();
  }
}

function isScale(text: string): text is Scale {
  return Object.hasOwn(scales, text);
}
