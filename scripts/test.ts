/** The whole proof: types, lint, format, rules, stories, then every page and every door, on both servers the product supports. */
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
/** What leans on the server itself is proved on both; the rest meets one of them by its stories, the other by its pages and doors. */
const leansOnTheServer = /^src\/db\/|^tests\//;
const engineNeutral = /conservation|nir|cards/;
const oldest = 15;
const quick = process.argv.includes('--quick');
const files = testFiles(process.argv.slice(2).filter((word) => !word.startsWith('-')));
const began = performance.now();

conclude(await everything());

async function everything(): Promise<Outcome[]> {
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
  const old = onTheOldestServer();
  return runSteps({
    steps: [
      ...steps,
      // The longest begin first, so that the last to end are short.
      ...testSteps({ title: 'journeys', groups: halves(journeys), environment: { ...shared, ...old, ...browser } }),
      ...testSteps({
        title: 'permissions',
        groups: files.permissions.map((file) => [file]),
        environment: { ...shared, ...old },
      }),
      ...testSteps({ title: 'stories', groups: halves(files.database), environment: shared }),
      ...testSteps({
        title: `stories on PostgreSQL ${oldest}`,
        groups: [old === null ? [] : files.database.filter(isAboutTheServer)],
        environment: { ...old },
      }),
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

/** null: one server for all, because GUICHET_TEST_POSTGRES chose it, or because the old one is not there. */
function onTheOldestServer(): Record<string, string> | null {
  if (quick || (process.env['GUICHET_TEST_POSTGRES'] ?? '') !== '') return null;
  if (findSystemPostgres(oldest) === null) {
    console.log(`! PostgreSQL ${oldest} was not found on this machine: everything runs on the embedded PostgreSQL`);
    return null;
  }
  return { GUICHET_TEST_CLUSTER: '', GUICHET_TEST_POSTGRES: String(oldest) };
}

function isAboutTheServer(file: string): boolean {
  return leansOnTheServer.test(file) && !engineNeutral.test(file);
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
