/** A fast, clean stop of the server of one folder, and of nothing else. */
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from './connect-operator-error.ts';

const stopPatience = 60_000;

/** Sessions are ended, transactions under way are rolled back, the rest is on disk when this returns. */
export async function stopServer(folder: string): Promise<void> {
  const pid = serverProcess(folder);
  if (pid === null) return;
  send(pid, 'SIGINT');
  const deadline = Date.now() + stopPatience;
  while (serverProcess(folder) === pid && send(pid, 0) && Date.now() < deadline) await pause(10);
}

/** The server of this folder as its own lock file tells it, if that process really works there. */
export function serverProcess(folder: string): number | null {
  const pid = lockedBy(folder);
  if (pid === null || pid <= 1) return null;
  if (process.platform !== 'linux') return pid;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder) ? pid : null;
  } catch {
    return null;
  }
}

function lockedBy(folder: string): number | null {
  try {
    return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
    throw error;
  }
}
