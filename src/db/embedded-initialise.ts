/** The first start: initdb beside the final place, which appears complete or not at all. */
import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, chownSync, existsSync } from 'node:fs';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OperatorError } from './connect-operator-error.ts';
import type { Account } from './embedded-account.ts';
import { commandFor } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';

const abandonedAfter = 600_000;

/** A folder written by another major version is left exactly as it is. */
export function refuseUnusableFolder(folder: string, binaries: Binaries): void {
  refuseForeignFolder(folder);
  const found = madeBy(folder);
  if (found === null || found === binaries.major) return;
  throw new OperatorError(
    `Le dossier ${folder} a été créé par PostgreSQL ${found} et ce Guichet utilise PostgreSQL ${binaries.major}\u00A0; ` +
      'rien n’a été modifié. Avec l’ancienne version de Guichet, faites «\u00A0npm run export -- sauvegarde.guichet\u00A0»\u00A0; ' +
      'puis, avec celle-ci et un dossier de données neuf (par exemple GUICHET_DATA=./data-nouveau), ' +
      '«\u00A0npm run restore -- sauvegarde.guichet\u00A0».',
  );
}

function refuseForeignFolder(folder: string): void {
  if (!existsSync(folder)) return;
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new OperatorError(
      `Le dossier ${folder} appartient à un autre compte (numéro ${statSync(folder).uid})\u00A0: ` +
        'relancez Guichet avec ce compte, ou choisissez un autre dossier, par exemple GUICHET_DATA=./data-nouveau.',
      { cause: error },
    );
  }
}

/** Several processes may do it at once: the first complete cluster wins, the others drop theirs. */
export function initialise({ account, folder }: { account: Account; folder: string }): void {
  if (madeBy(folder) !== null) return;
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new OperatorError(
      `Le dossier ${folder} contient autre chose qu’une base PostgreSQL\u00A0: ` +
        'déplacez-le, ou choisissez un autre dossier, par exemple GUICHET_DATA=./data-nouveau.',
    );
  }
  const parent = dirname(folder);
  dropAbandoned(folder);
  const draft = mkdtempSync(join(parent, `${basename(folder)}.draft-`));
  try {
    chmodSync(draft, 0o700);
    if (account.uid !== process.getuid?.()) chownSync(draft, account.uid, account.gid);
    runInitdb(account, draft);
    moveInto(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function runInitdb(account: Account, draft: string): void {
  const options = ['-U', 'postgres', '--auth=trust', '--data-checksums', '-E', 'UTF8', '--locale=C.UTF-8'];
  const run = commandFor(account, 'initdb', ['-D', draft, ...options]);
  const done = spawnSync(run.file, run.parameters, {
    ...run.identity,
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '' },
  });
  if (done.status === 0) return;
  const told = `${done.error?.message ?? ''} ${done.stderr ?? ''}`.trim();
  throw new OperatorError(
    `La base intégrée n’a pas pu être créée à côté de ${draft} (${told})\u00A0: ` +
      'vérifiez l’espace disque et les droits du dossier de données, puis relancez.',
  );
}

function moveInto(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (madeBy(folder) === null) throw error;
  }
}

function madeBy(folder: string): number | null {
  const mark = join(folder, 'PG_VERSION');
  return existsSync(mark) ? Number(readFileSync(mark, 'utf8').trim()) : null;
}

function dropAbandoned(folder: string): void {
  const parent = dirname(folder);
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(`${basename(folder)}.draft-`)) continue;
    const draft = join(parent, name);
    const age = Date.now() - (statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > abandonedAfter) rmSync(draft, { recursive: true, force: true });
  }
}
