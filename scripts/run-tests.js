/** Tests of many files in one process, each file a suite of its own: its hooks serve its tests alone, and end with them. */
import { describe } from 'node:test';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

for (const file of (process.env['GUICHET_TEST_FILES'] ?? '').split('\n').filter(Boolean)) {
  describe(file, async () => {
    await import(pathToFileURL(path.resolve(file)).href);
  });
}
