/** Keeps the generated GUICHET_SECRET in the data folder, readable by its owner alone. */
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret } from './random.ts';

export const secretFileName = 'secret';

/** The secret of this folder, created the first time; nothing when the folder cannot hold it. */
export function readOrCreateSecretFile(folder: string): string | undefined {
  const file = join(folder, secretFileName);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return readSecret(file) ?? createSecret(file);
  } catch {
    return undefined;
  }
}

function readSecret(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text.length < 32) throw new RangeError('a truncated secret');
    return text;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written apart, then linked: two processes starting together keep the same whole secret. */
function createSecret(file: string): string | undefined {
  const draft = `${file}.${newSecret(16)}`;
  writeFileSync(draft, `${newSecret(48)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
  return readSecret(file);
}
