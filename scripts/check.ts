/** The checks that run nothing: types, lint and format; with --write, mends what a tool can mend. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runSteps } from './steps.ts';
import type { Step } from './steps.ts';

const root = path.resolve(import.meta.dirname, '..');

export function staticSteps(): Step[] {
  return [
    { title: 'types', command: tool('tsc'), parameters: ['-p', '.'] },
    { title: 'lint', command: tool('oxlint'), parameters: [] },
    { title: 'format', command: tool('oxfmt'), parameters: ['--check', '.'] },
  ];
}

function mendingSteps(): Step[] {
  return [
    { title: 'lint', command: tool('oxlint'), parameters: ['--fix'] },
    { title: 'format', command: tool('oxfmt'), parameters: ['.'] },
  ];
}

function tool(name: string): string {
  return path.join(root, 'node_modules', '.bin', name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const steps = process.argv.includes('--write') ? mendingSteps() : staticSteps();
  const outcomes = await runSteps({ steps, atOnce: process.argv.includes('--write') ? 1 : 2 });
  process.exitCode = outcomes.every((outcome) => outcome.ok) ? 0 : 1;
}
