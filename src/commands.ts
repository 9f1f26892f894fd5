/** The commands beside start: migrate, seed, export and restore. */
import pg from 'pg';
import { OperatorError } from '#db/connect-operator-error.ts';
import { existsSync } from 'node:fs';
import { exportTo, restoreFrom } from '#db/backup.ts';
import { ledgerFile, replayLedger, writeLedger } from '#db/erasure-file.ts';
import { scales, seedDatabase } from '#features/demonstration/seed.ts';
import type { Scale } from '#features/demonstration/seed.ts';
import type { Configuration } from '#services/configuration.ts';
import { migrationsFolder, openMigratedDatabase, overPool, productVersion } from './open-house.ts';

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
    const ledger = ledgerFile(file);
    const erased = await writeLedger(overPool(opened.pool), ledger, new Date());
    console.log(`Sauvegarde écrite\u00A0: ${file} (${tables} tables, ${rows} lignes).`);
    console.log(`Registre des effacements, à garder à part\u00A0: ${ledger} (${erased} lignes).`);
  } finally {
    await opened.close();
  }
}

/** The ledger given, else the one beside the export: people erased since then are erased again before anybody enters. */
export async function runRestore(configuration: Configuration, [file, given]: string[]): Promise<void> {
  if (file === undefined)
    throw new OperatorError('Donnez le fichier à lire, par exemple «\u00A0npm run restore -- sauvegarde.gz\u00A0».');
  const opened = await openMigratedDatabase(configuration);
  try {
    const { tables, rows } = await restoreFrom({ admin: opened.admin, file, migrationsFolder });
    console.log(`La sauvegarde est restaurée\u00A0: ${tables} tables, ${rows} lignes.`);
    const ledger = given ?? ledgerFile(file);
    if (given === undefined && !existsSync(ledger)) {
      console.log(
        'Aucun registre des effacements n’est à côté\u00A0: donnez le plus récent avec «\u00A0npm run restore -- sauvegarde.gz registre.effacements\u00A0» avant d’ouvrir le service.',
      );
      return;
    }
    const erased = await replayLedger(overPool(opened.pool), ledger, new Date());
    console.log(`Effacements rejoués\u00A0: ${erased}.`);
  } finally {
    await opened.close();
  }
}

/** The ledger alone, to be kept apart from the exports and newer than them. */
export async function runErasures(configuration: Configuration, [file]: string[]): Promise<void> {
  if (file === undefined)
    throw new OperatorError(
      'Donnez le fichier à écrire, par exemple «\u00A0npm run erasures -- registre.effacements\u00A0».',
    );
  const opened = await openMigratedDatabase(configuration);
  try {
    const lines = await writeLedger(overPool(opened.pool), file, new Date());
    console.log(`Registre des effacements écrit\u00A0: ${file} (${lines} lignes).`);
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
