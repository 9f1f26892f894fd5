/** The whole proof: types, lint, format, rules, stories, journeys, then the database part again on PostgreSQL 15. */
import { findSystemPostgres } from '#db/embedded-binaries.ts';
import { browserExecutable } from '#tests/browser-executable.ts';
import { testCluster } from '#tests/database.ts';
import { staticSteps } from './check.ts';
import { runSteps, sum } from './steps.ts';
import type { Outcome, Step } from './steps.ts';
import { halves, testFiles } from './test-files.ts';

const testOptions = [
  '--import=./scripts/loader.js',
  '--import=./scripts/parent-watch.js',
  '--enable-source-maps',
  '--test',
  '--test-isolation=none',
  '--test-timeout=120000',
  '--test-force-exit',
  '--test-reporter=./scripts/reporter.js',
];
/** Long walks that ask the same questions of any engine: once is enough. */
const engineNeutral = /conservation|fuzz|waiting/;
const quick = process.argv.includes('--quick');
const files = testFiles(process.argv.slice(2).filter((word) => !word.startsWith('-')));
const began = performance.now();

const outcomes = [...(await firstRound()), ...(await onTheOldestServer())];
conclude(outcomes);

async function firstRound(): Promise<Outcome[]> {
  const steps = [
    ...staticSteps(),
    ...testSteps({ title: 'architecture', groups: [files.architecture] }),
    ...testSteps({ title: 'rules', groups: [files.rules] }),
    ...testSteps({ title: 'parts', groups: [files.plain] }),
  ];
  const journeys = quick ? [] : files.journeys;
  // The processes of this run share one server, found by its environment variable.
  const shared =
    files.database.length + files.permissions.length + journeys.length > 0
      ? { GUICHET_TEST_CLUSTER: await testCluster() }
      : {};
  const browser = journeys.length > 0 ? await preparedBrowser() : {};
  return runSteps({
    steps: [
      ...steps,
      // The longest begin first, so that the last to end are short.
      ...testSteps({ title: 'journeys', groups: halves(journeys), environment: { ...shared, ...browser } }),
      ...testSteps({ title: 'permissions', groups: files.permissions.map((file) => [file]), environment: shared }),
      ...testSteps({ title: 'stories', groups: halves(files.database), environment: shared }),
    ],
    atOnce: 2,
  });
}

/** Found or installed once, before two processes look for it; when there is none, the journeys say so and fail. */
async function preparedBrowser(): Promise<Record<string, string>> {
  try {
    return { CHROMIUM_PATH: await browserExecutable() };
  } catch {
    return {};
  }
}

async function onTheOldestServer(): Promise<Outcome[]> {
  if (quick || files.database.length === 0 || process.exitCode !== undefined) return [];
  if (findSystemPostgres(15) === null) {
    console.log('! PostgreSQL 15 was not found on this machine: the stories ran on the embedded PostgreSQL only');
    return [];
  }
  return runSteps({
    steps: testSteps({
      title: 'stories on PostgreSQL 15',
      groups: halves(files.database.filter((file) => !engineNeutral.test(file))),
      environment: { GUICHET_TEST_CLUSTER: '', GUICHET_TEST_POSTGRES: '15' },
    }),
    atOnce: 2,
  });
}

function testSteps({
  title,
  groups,
  environment = {},
}: {
  title: string;
  groups: string[][];
  environment?: Record<string, string>;
}): Step[] {
  const filled = groups.filter((group) => group.length > 0);
  return filled.map((group, place) => ({
    title: filled.length > 1 ? `${title} (${place + 1} of ${filled.length})` : title,
    command: process.execPath,
    parameters: [...testOptions, './scripts/run-tests.js'],
    environment: { ...environment, GUICHET_TEST_FILES: group.join('\n') },
    files: group,
  }));
}

function conclude(all: Outcome[]): void {
  const { passed, failed, skipped } = sum(all.map((outcome) => outcome.counts));
  const refused = all.filter((outcome) => !outcome.ok).map((outcome) => outcome.title);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`\n${all.length} steps in ${seconds} s${refused.length > 0 ? `; failed: ${refused.join(', ')}` : ''}`);
  console.log([`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])].join(', '));
  process.exitCode ??= refused.length > 0 || passed === 0 ? 1 : 0;
}
