/** Finds a Chromium on any machine, or installs one: CHROMIUM_PATH, the PATH, Debian's package, the npm package. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import bundled from '@sparticuz/chromium';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const patience = 300_000;

/** Never skipped in silence: without a browser the journeys prove nothing. */
export async function browserExecutable(): Promise<string> {
  const given = process.env['CHROMIUM_PATH'] ?? '';
  if (given !== '') {
    if (runs(given)) return given;
    throw new Error(`no browser for the journeys: CHROMIUM_PATH=${given} does not run`);
  }
  const found = inPath() ?? installed() ?? (await unpacked());
  if (found !== undefined) return found;
  throw new Error(
    'no browser for the journeys: install Chromium (as root on Debian: apt-get install chromium) or give its path in CHROMIUM_PATH',
  );
}

function inPath(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => isExecutable(file) && runs(file));
}

function installed(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('installing Chromium for the journeys (apt-get install chromium)…');
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const options = ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...words];
    spawnSync('apt-get', options, { env: environment, stdio: 'ignore', timeout: patience });
  }
  return inPath();
}

async function unpacked(): Promise<string | undefined> {
  try {
    const file = await bundled.executablePath();
    return runs(file) ? file : undefined;
  } catch {
    // The reason would not help: the sentence that follows says what to do.
    return undefined;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function runs(file: string): boolean {
  return spawnSync(file, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}
