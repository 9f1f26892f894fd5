/** The door of every npm command: installs what is missing, then runs the work with the Node of the lockfile. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { installWhatIsMissing } from './install.mjs';
import { root, runtimePackage, say, Stop } from './machine.mjs';

const commands = {
  start: () => ['src/main.ts'],
  worker: () => ['src/main.ts', 'worker'],
  migrate: () => ['src/main.ts', 'migrate'],
  seed: () => ['src/main.ts', 'seed'],
  export: () => ['src/main.ts', 'export'],
  restore: () => ['src/main.ts', 'restore'],
  erasures: () => ['src/main.ts', 'erasures'],
  types: () => ['src/db/generate-types.ts'],
  test: () => ['scripts/test.ts'],
  check: () => ['scripts/check.ts'],
  format: () => ['scripts/check.ts', '--write'],
  campaign: (name) => [campaignFile(name)],
};

try {
  const [name = '', ...given] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Stop(`commande inconnue : « ${name} ». Commandes : ${Object.keys(commands).join(', ')}.`);
  const target = command(given[0]);
  await installWhatIsMissing();
  process.exitCode = await run([...target, ...forwarded({ name, given })]);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  process.exitCode = error.exitCode;
}

function campaignFile(name) {
  if (!name)
    throw new Stop('quelle campagne ? Exemple : npm run campaign -- crash (les noms sont dans tests/campaigns).');
  const file = `tests/campaigns/${name}.ts`;
  if (!existsSync(path.join(root, file)))
    throw new Stop(`campagne inconnue : « ${name} » (les noms sont dans tests/campaigns).`);
  return file;
}

/** A file named from the user's folder keeps its meaning although the command runs in the repository. */
function forwarded({ name, given }) {
  if (name === 'campaign') return given.slice(1);
  if (!['export', 'restore', 'erasures'].includes(name)) return given;
  const from = process.env.INIT_CWD ?? process.cwd();
  return given.map((word) => (word.startsWith('-') ? word : path.resolve(from, word)));
}

async function run(target) {
  const child = spawn(
    runtime(),
    ['--import', './scripts/loader.js', '--import', './scripts/parent-watch.js', ...target],
    {
      cwd: root,
      env: { ...process.env, NODE_COMPILE_CACHE: path.join(root, '.cache', 'node') },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    },
  );
  const release = keepTogether(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      release();
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** Asked for its version first: a Node built for another system fails in ways that spawn does not always report. */
function runtime() {
  const own = path.join(root, 'node_modules', runtimePackage(), 'bin', 'node');
  const linked = path.join(root, 'node_modules', '.bin', 'node');
  const works = [own, linked, process.execPath].find((file) => majorVersion(file) >= 26);
  if (works) return works;
  throw new Stop(
    `Node 26 ne peut pas s'exécuter sur cette machine (${process.platform} ${process.arch}). ` +
      'Guichet fonctionne sous Linux (glibc) et macOS, en x64 et arm64. Ailleurs (Alpine, Windows), ' +
      'installez Node 26 ou plus récent, puis relancez la même commande.',
  );
}

function majorVersion(executable) {
  if (!existsSync(executable)) return 0;
  if (executable === process.execPath) return Number.parseInt(process.versions.node, 10);
  const { stdout } = spawnSync(executable, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0);
}

/** Signals reach the work once, and the work stops when the npm that asked for it was killed. */
function keepTogether(child) {
  const listeners = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    // In a terminal, Ctrl-C already reaches every process of the foreground group.
    const listener = () => void (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal));
    process.on(signal, listener);
    return () => process.off(signal, listener);
  });
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) child.kill('SIGTERM');
  }, 250);
  return () => {
    clearInterval(watch);
    for (const stop of listeners) stop();
  };
}
