/** One process at a time, even after a crash: a lock file that says who holds it and that he is still alive. */
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

const silence = 30_000;
const abandoned = 600_000;

export async function withLock({ file, onWait, work }) {
  await take({ file, onWait });
  const beat = setInterval(() => touch(file), 2000);
  try {
    return await work({ worker: (pid) => write({ file, worker: pid }) });
  } finally {
    clearInterval(beat);
    rmSync(file, { force: true });
  }
}

async function take({ file, onWait }) {
  for (let attempt = 0; ; attempt += 1) {
    if (create(file)) {
      // Two processes may clear the same dead lock at the same moment: only the last writer goes on.
      await pause(150);
      if (read(file)?.pid === process.pid) return;
    }
    if (attempt === 0 && !isDead(file)) onWait();
    if (isDead(file)) rmSync(file, { force: true });
    else await pause(300);
  }
}

function create(file) {
  try {
    writeFileSync(file, JSON.stringify({ host: hostname(), pid: process.pid }), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function write({ file, worker }) {
  writeFileSync(`${file}.${process.pid}`, JSON.stringify({ host: hostname(), pid: process.pid, worker }));
  renameSync(`${file}.${process.pid}`, file);
}

function isDead(file) {
  const holder = read(file);
  if (holder?.host !== hostname()) return age(file) > silence;
  // A number that lives may have been given to another process since: silence decides in the end.
  return (!isAlive(holder.pid) && !isAlive(holder.worker)) || age(file) > abandoned;
}

function isAlive(pid) {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function age(file) {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // The folder was removed under us: the install itself will say so.
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
