/** Sorts the test files: rules, those on a database, the matrix of permissions, the other ones, the journeys in a browser. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { reach, root, sources } from '#tests/architecture/source-tree.ts';

export interface TestFiles {
  architecture: string[];
  rules: string[];
  plain: string[];
  database: string[];
  permissions: string[];
  journeys: string[];
}

/** With words given, only the files whose path contains one of them. */
export function testFiles(words: string[]): TestFiles {
  const all = sources('src', 'tests');
  const tree = new Map(all.map((source) => [source.file, source]));
  const sorted: TestFiles = { architecture: [], rules: [], plain: [], database: [], permissions: [], journeys: [] };
  for (const { file } of all) {
    if (!/\.test\.tsx?$/.test(file) || (words.length > 0 && !words.some((word) => file.includes(word)))) continue;
    sorted[kind(file)].push(file);
  }
  return sorted;

  function kind(file: string): keyof TestFiles {
    if (file === 'tests/architecture.test.ts') return 'architecture';
    if (file.startsWith('tests/journeys/')) return 'journeys';
    if (file.startsWith('tests/matrix/')) return 'permissions';
    if (reach(file, tree).has('tests/database.ts')) return 'database';
    return file.startsWith('src/domain/') ? 'rules' : 'plain';
  }
}

/** Two halves of about the same weight, the size of a file standing for its duration. */
export function halves(files: string[]): string[][] {
  const sized = files.map((file) => ({ file, size: statSync(path.join(root, file)).size }));
  const sides = [
    { files: [] as string[], size: 0 },
    { files: [] as string[], size: 0 },
  ];
  for (const { file, size } of sized.toSorted((one, other) => other.size - one.size)) {
    const lighter = sides.reduce((least, side) => (side.size < least.size ? side : least));
    lighter.files.push(file);
    lighter.size += size;
  }
  return sides.map((side) => side.files).filter((side) => side.length > 0);
}
