/** The folder of the server's socket: the data folder itself, or a short private one that every process finds again. */
import { createHash } from 'node:crypto';
import { chmodSync, lchownSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode, OperatorError } from './connect-operator-error.ts';

// sockaddr_un keeps 108 bytes on Linux and 104 on macOS, the last one being zero.
const longestPath = process.platform === 'darwin' ? 103 : 107;

export const socketPort = 5432;

/** Same answer for every process, whatever the path it uses to reach the folder. */
export function socketFolder(clusterFolder: string): string {
  const real = join(realParent(clusterFolder), basename(clusterFolder));
  const own = join(real, `.s.PGSQL.${socketPort}`);
  if (Buffer.byteLength(own) <= longestPath) return real;
  return join('/tmp', `guichet-${createHash('sha256').update(real).digest('hex').slice(0, 20)}`);
}

/** A short folder prepared by another account could hold a false server. */
export function refuseForeignSocket(folder: string, clusterFolder: string): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return;
  const owner = statSync(clusterFolder, { throwIfNoEntry: false })?.uid;
  if (found.isDirectory() && (found.uid === process.getuid?.() || found.uid === owner)) return;
  throw new OperatorError(
    `Le dossier ${folder} appartient à un autre compte\u00A0: supprimez-le, ` +
      'ou choisissez un dossier de données au chemin plus court, par exemple GUICHET_DATA=/var/lib/guichet.',
  );
}

/** Only the account of the server and its owner enter: that is what stands for a password. */
export function prepareSocketFolder(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (lstatSync(folder).uid !== uid) lchownSync(folder, uid, gid);
}

function realParent(folder: string): string {
  const parent = dirname(resolve(folder));
  try {
    return realpathSync(parent);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return parent;
    throw error;
  }
}
