/** Every page at every width in every theme: the journey of pages, with all its looks. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const child = spawn(
  process.execPath,
  [
    '--import',
    './scripts/loader.js',
    '--test',
    '--test-isolation=none',
    '--test-force-exit',
    'tests/journeys/every-page.test.ts',
  ],
  { env: { ...process.env, GUICHET_EVERY_LOOK: '1' }, stdio: 'inherit' },
);
const [code] = await once(child, 'exit');
process.exitCode = code;
