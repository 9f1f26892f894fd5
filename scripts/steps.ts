/** Runs the steps of a check a few at a time, prints what each one took, and stops them all when asked to. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import path from 'node:path';

export interface Step {
  title: string;
  command: string;
  parameters: string[];
  environment?: Record<string, string>;
  /** Test files the step must account for; a step without any is judged on its exit code alone. */
  files?: string[];
  minutes?: number;
}

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Outcome {
  title: string;
  ok: boolean;
  seconds: number;
  counts: Counts;
}

interface FileCounts extends Counts {
  file: string;
}

const root = path.resolve(import.meta.dirname, '..');
const patienceAfterTheLastTest = 15_000;
// Longer than the longest test allowed by --test-timeout.
const silencePatience = 420_000;
const running = new Set<ChildProcess>();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill('SIGTERM');
    process.exitCode = signal === 'SIGINT' ? 130 : 143;
    setTimeout(() => process.exit(), 5000).unref();
  });
}

export async function runSteps({ steps, atOnce }: { steps: Step[]; atOnce: number }): Promise<Outcome[]> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;

  async function worker(): Promise<void> {
    for (let step = waiting.shift(); step && process.exitCode === undefined; step = waiting.shift()) {
      outcomes.push(await runStep(step));
    }
  }
}

async function runStep(step: Step): Promise<Outcome> {
  const began = performance.now();
  const run = step.files ? await runTests(step) : await runTool(step);
  const seconds = (performance.now() - began) / 1000;
  const remarks = [...run.output, ...run.problems.map((problem) => `  ${problem}\n`)].join('');
  const counts = sum(run.counts);
  const ok = run.problems.length === 0 && counts.failed === 0 && counts.skipped === 0;
  process.stdout.write(`${remarks}${ok ? '✔' : '✖'} ${step.title} (${seconds.toFixed(1)} s)\n`);
  return {
    title: step.title,
    ok,
    seconds,
    counts: ok || counts.failed > 0 || !step.files ? counts : { ...counts, failed: 1 },
  };
}

interface Run {
  output: string[];
  problems: string[];
  counts: FileCounts[];
}

/** A tool speaks only when it refuses. */
async function runTool(step: Step): Promise<Run> {
  const child = start(step, ['ignore', 'pipe', 'pipe']);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const problem = await end(child, step);
  return {
    output: problem ? output : [],
    problems: problem ? [`${step.title}: ${problem}`] : [],
    counts: [],
  };
}

/** The reporter prints by itself and sends the counts of each file; a file without a test is a defect. */
async function runTests(step: Step): Promise<Run> {
  const counts: FileCounts[] = [];
  const child = start(step, ['ignore', 'inherit', 'inherit', 'ipc']);
  let finished = false;
  let silent = false;
  const endSilence = (): void => {
    silent = true;
    child.kill('SIGKILL');
  };
  let silence = setTimeout(endSilence, silencePatience);
  child.on('message', (message: FileCounts | 'alive' | 'finished') => {
    clearTimeout(silence);
    finished ||= message === 'finished';
    silence = setTimeout(endSilence, finished ? patienceAfterTheLastTest : silencePatience);
    if (typeof message !== 'string') counts.push(message);
  });
  const problem = await end(child, step);
  clearTimeout(silence);
  const problems: string[] = [];
  if (silent)
    problems.push('nothing happened any more: something a test opened keeps the process alive, close it in after()');
  else if (!finished)
    problems.push(`the process ended before its last test: ${problem ?? 'something called process.exit()'}`);
  else if (problem && sum(counts).failed === 0) problems.push(problem);
  if (finished) {
    for (const file of step.files ?? []) {
      const own = counts.find((entry) => path.resolve(entry.file) === path.resolve(root, file));
      if (!own || own.passed + own.failed + own.skipped === 0) problems.push(`${file} holds no test`);
    }
  }
  return { output: [], problems, counts };
}

function start(step: Step, stdio: Array<'ignore' | 'pipe' | 'inherit' | 'ipc'>): ChildProcess {
  const environment = { ...process.env, ...step.environment };
  // Inside the test command itself, node:test would otherwise believe it is a child of another run.
  delete environment['NODE_TEST_CONTEXT'];
  const child = spawn(step.command, step.parameters, { cwd: root, env: environment, stdio });
  running.add(child);
  return child;
}

function end(child: ChildProcess, step: Step): Promise<string | undefined> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), (step.minutes ?? 8) * 60_000);
    const finish = (problem: string | undefined): void => {
      clearTimeout(limit);
      running.delete(child);
      resolve(problem);
    };
    child.once('error', (error) => finish(`cannot start: ${error.message}`));
    child.once('close', (code, signal) => {
      if (code === 0) finish(undefined);
      else finish(signal ? `stopped by ${signal}` : `exit code ${code}`);
    });
  });
}

export function sum(counts: Counts[]): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of counts) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}
