/** Brings node_modules to what package-lock.json says: once, by one process, and again after an interrupted try. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, constants as machineConstants } from 'node:os';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { root, say, Stop } from './machine.mjs';

const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.guichet-install');
const installedLock = path.join(modules, '.package-lock.json');

export async function installWhatIsMissing() {
  if (isComplete()) return;
  try {
    mkdirSync(path.join(root, '.cache'), { recursive: true });
    accessSync(root, constants.W_OK);
  } catch {
    throw new Stop(
      `il manque des composants et le dossier ${root} n'est pas modifiable. Copiez-le dans un dossier à vous.`,
    );
  }
  await withLock({
    file: path.join(root, '.cache', 'install.lock'),
    onWait: () => say('une autre commande installe déjà les composants, un instant…'),
    work: async (lock) => {
      if (!isComplete()) await install(lock);
    },
  });
}

function isComplete() {
  const expected = fingerprint();
  if (read(stamp)?.trim() === expected) return true;
  // npm writes its own lockfile last: when it agrees with ours, an install made by hand is complete.
  if (missingPackages().length > 0) return false;
  mark(expected);
  return true;
}

function mark(expected) {
  try {
    writeFileSync(stamp, `${expected}\n`);
  } catch {
    // A read-only node_modules is compared again at each start, which costs a few milliseconds.
  }
}

function fingerprint() {
  const lockfile = readFileSync(path.join(root, 'package-lock.json'));
  return createHash('sha256').update(`${process.platform} ${process.arch}\n`).update(lockfile).digest('hex');
}

/** Packages of the lockfile meant for this machine that npm has not recorded as installed. */
function missingPackages() {
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(read(installedLock) ?? '{}').packages ?? {};
  return Object.keys(wanted)
    .filter((place) => place !== '' && suits(wanted[place]) && installed[place]?.version !== wanted[place].version)
    .map((place) => place.replace('node_modules/', ''));
}

function suits({ os, cpu, libc }) {
  return includes(os, process.platform) && includes(cpu, process.arch) && includes(libc, cLibrary());
}

function includes(list, value) {
  return list === undefined || value === undefined || [list].flat().includes(value);
}

function cLibrary() {
  if (process.platform !== 'linux') return undefined;
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

async function install(lock) {
  say('installation des composants depuis le registre npm (une à deux minutes, la première fois seulement)…');
  rmSync(stamp, { force: true });
  rmSync(installedLock, { force: true });
  const exitCode = await npm(lock);
  if (exitCode > 128) throw new Stop('installation interrompue ; la prochaine commande la reprendra.', exitCode);
  if (exitCode !== 0) {
    throw new Stop(
      "l'installation a échoué : vérifiez l'accès au registre npm et la place sur le disque, puis relancez la même commande.",
    );
  }
  const missing = missingPackages();
  if (missing.length > 0)
    throw new Stop(`l'installation est incomplète, il manque ${missing.join(', ')}. Relancez la même commande.`);
  mark(fingerprint());
}

function npm(lock) {
  const options = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const cache = isWritable(homedir()) ? [] : ['--cache', path.join(root, '.cache', 'npm')];
  const [command, ...first] = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const child = spawn(command, [...first, ...options, ...cache], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  lock.worker(child.pid);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  let interruption;
  const stop = (signal) => {
    interruption = 128 + machineConstants.signals[signal];
    child.kill('SIGTERM');
  };
  for (const signal of signals) process.on(signal, stop);
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code, signal) => {
      for (const name of signals) process.off(name, stop);
      resolve(interruption ?? code ?? 128 + machineConstants.signals[signal]);
    });
  });
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
