/** Under which account the server runs: PostgreSQL refuses root, so root lends it another identity. */
import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { chmodSync, lchownSync, rmSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { Binaries } from './embedded-binaries.ts';
import { OperatorError } from './connect-operator-error.ts';

export interface Account {
  /** Put before the command, such as unshare and its options. */
  prefix: string[];
  /** Owner of the files, seen from here. */
  uid: number;
  gid: number;
  /** True when Node must change identity before running the command. */
  lent: boolean;
  binaries: Binaries;
}

const nobody = 65534;

// initdb wants an account that has a name: number 1 has one on every Linux.
const userNamespace = ['unshare', '-U', '--map-user=1', '--map-group=1'];

// Another account that may enter private homes, for a clone under /root where user namespaces are refused.
const nobodyEverywhere = [
  'setpriv',
  `--reuid=${nobody}`,
  `--regid=${nobody}`,
  '--clear-groups',
  '--inh-caps=-all,+dac_override',
  '--ambient-caps=-all,+dac_override',
  '--bounding-set=-all,+dac_override',
];

/** The first account able to run the programs and to reach the folder where data live or will live. */
export function chooseAccount({
  binaries,
  folder,
  userNamespaces = true,
}: {
  binaries: Binaries;
  folder: string;
  userNamespaces?: boolean;
}): Account {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  const own: Account = { prefix: [], uid, gid, lent: false, binaries };
  const mapped: Account = { ...own, prefix: userNamespace };
  if (uid !== 0) return hasName() || !userNamespaces || !canRun(mapped) ? own : mapped;
  const owner = existsSync(folder) ? statSync(folder) : { uid: 0, gid: 0 };
  // Data already given to an ordinary account stay with it, or it could not start again without root.
  if (owner.uid !== 0 && owner.uid !== nobody) {
    return lend({ binaries, uid: owner.uid, gid: owner.gid, reach: folder });
  }
  if (userNamespaces && canRun(mapped)) return mapped;
  return lend({ binaries, uid: nobody, gid: nobody, reach: dirname(folder) });
}

/** The command as spawn wants it: file, arguments and identity. */
export function commandFor(
  account: Account,
  program: string,
  parameters: string[],
): { file: string; parameters: string[]; identity: { uid?: number; gid?: number } } {
  const [file = '', ...rest] = [...account.prefix, join(account.binaries.folder, program), ...parameters];
  const identity = account.lent ? { uid: account.uid, gid: account.gid } : {};
  return { file, parameters: rest, identity };
}

/** Gives a folder and all it holds to the account. Only root ever needs it. */
export function giveFolder(folder: string, account: Account): void {
  if (process.getuid?.() !== 0 || !existsSync(folder) || lstatSync(folder).uid === account.uid) return;
  // The folder itself last: an interruption is then seen, and mended, at the next start.
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, entry), account.uid, account.gid);
  }
  chownSync(folder, account.uid, account.gid);
}

function lend({ binaries, uid, gid, reach }: { binaries: Binaries; uid: number; gid: number; reach: string }): Account {
  const account: Account = { prefix: [], uid, gid, lent: true, binaries };
  const visited = spawnSync('/bin/sh', ['-c', 'cd "$0"', reach], { uid, gid, cwd: '/', stdio: 'ignore' });
  if (visited.status !== 0) {
    const everywhere: Account = { ...account, prefix: nobodyEverywhere, lent: false };
    if (uid === nobody && canRun(everywhere)) return everywhere;
    throw new OperatorError(
      `PostgreSQL refuse le compte root, et le compte ${uid} ne peut pas entrer dans ${reach}\u00A0: ` +
        'lancez Guichet avec un compte ordinaire, ou choisissez un dossier lisible par tous, ' +
        'par exemple GUICHET_DATA=/var/lib/guichet.',
    );
  }
  if (canRun(account)) return account;
  return { ...account, binaries: readableCopy(binaries) };
}

/** False in containers run under a bare number. */
function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function canRun(account: Account): boolean {
  const { file, parameters, identity } = commandFor(account, 'postgres', ['--version']);
  return spawnSync(file, parameters, { ...identity, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** A copy outside any private home; only root may have written it. */
function readableCopy(binaries: Binaries): Binaries {
  const { mtimeMs, size } = statSync(join(binaries.folder, 'postgres'));
  const copy = `/tmp/guichet-postgres-${binaries.major}-${size}-${Math.floor(mtimeMs)}`;
  const found = lstatSync(copy, { throwIfNoEntry: false });
  if (found === undefined || !found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) {
    const fresh = mkdtempSync('/tmp/guichet-postgres-');
    cpSync(binaries.root, fresh, { recursive: true, verbatimSymlinks: true });
    chmodSync(fresh, 0o755);
    if (found !== undefined) return within(fresh, binaries);
    try {
      renameSync(fresh, copy);
    } catch {
      // Another process finished first: its copy, checked at the next call, serves as well.
      rmSync(fresh, { recursive: true, force: true });
      return readableCopy(binaries);
    }
  }
  return within(copy, binaries);
}

function within(root: string, { folder, root: original, major }: Binaries): Binaries {
  return { folder: join(root, folder.slice(original.length)), root, major };
}
