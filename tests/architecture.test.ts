/** The law of the house, read by a machine: who imports whom, how long a file is, who writes each table. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { bannedNames, generated, impure, intlAllowed, limits, mayImport } from './architecture/house-rules.ts';
import { filesUnder, isTest, root, sources, withoutWords } from './architecture/source-tree.ts';
import type { Source } from './architecture/source-tree.ts';
import { writesOf } from './architecture/table-writes.ts';
import { anyTable, tableWriters } from './architecture/table-writers.ts';

const tree = sources('src', 'tests', 'scripts').filter((source) => !generated.includes(source.file));
const product = tree.filter((source) => source.file.startsWith('src/') && !isTest(source.file));

test('rooms import only the rooms below them', () => {
  const wrong = product.flatMap((source) =>
    source.imports
      .filter((target) => target.startsWith('src/') && !allowed({ from: source.file, to: target }))
      .map((target) => `${source.file} imports ${target}: ${room(source.file)} may import ${rooms(source.file)}`),
  );
  none(wrong, 'Move what is needed to a room both may import: a rule goes to src/domain, a joint goes to src/app.ts.');
});

test('a feature never imports another feature, in the product or in its tests', () => {
  const wrong = tree.flatMap((source) =>
    source.imports
      .filter((target) => feature(source.file) && feature(target) && feature(source.file) !== feature(target))
      .map((target) => `${source.file} imports ${target}`),
  );
  none(wrong, 'A rule both need goes to src/domain; a figure is read again in its own queries.ts.');
});

test('the product imports neither tests nor scripts', () => {
  const wrong = product.flatMap((source) =>
    source.imports
      .filter((target) => /^(tests|scripts)\//.test(target) || /\.test\.tsx?$/.test(target))
      .map((target) => `${source.file} imports ${target}`),
  );
  none(wrong, 'Move what the product needs into its room under src.');
});

test('only domain and ui reach the browser through the islands', () => {
  const wrong = product
    .filter((source) => source.file.startsWith('src/ui/islands/'))
    .flatMap((source) =>
      source.imports
        .filter((target) => !/^src\/(domain|ui)\//.test(target))
        .map((target) => `${source.file} imports ${target}`),
    );
  none(wrong, 'An island shows what the page gave it: pass the value in the page.');
});

test('no import turns in a circle', () => {
  none(cycles(product), 'Take out of one of these files what the other needs.');
});

test('files between folders are named from their room, with their extension', () => {
  const wrong = tree
    .filter((source) => !source.file.startsWith('scripts/'))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/(?:from|import)\s*\(?\s*'((?:\.|#)[^']*)'/g)].map((found) => ({
        file,
        name: found[1] ?? '',
      })),
    )
    .filter(({ file, name }) => (name.startsWith('../') && !isTest(file)) || !/\.(tsx?|js|mjs|json)$/.test(name))
    .map(({ file, name }) => `${file} imports '${name}'`);
  none(wrong, "Write '#room/file.ts', or './file.ts' in the same folder.");
});

test('files stay short enough to be read at once', () => {
  const long = tree
    .filter(({ file, lines }) => lines > (isTest(file) ? limits.test : limits.source))
    .map(({ file, lines }) => `${file}: ${lines} lines, at most ${isTest(file) ? limits.test : limits.source}`);
  none(long, 'Divide it by what it tells, and name each part.');
  const lengths = product.map(({ lines }) => lines).toSorted((one, other) => one - other);
  if (lengths.length < 20) return;
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const nineInTen = lengths[Math.ceil(lengths.length * 0.9) - 1] ?? 0;
  assert.ok(
    median <= limits.median,
    `half of the files have more than ${median} lines, at most ${limits.median} wanted`,
  );
  assert.ok(
    nineInTen <= limits.nineInTen,
    `one file in ten has more than ${nineInTen} lines, at most ${limits.nineInTen} wanted`,
  );
});

test('no file or folder has a name that says nothing', () => {
  const wrong = [...filesUnder('src'), ...filesUnder('tests'), ...filesUnder('scripts')].filter((file) =>
    file.split('/').some((part) => bannedNames.includes(part.replace(/\..*$/, ''))),
  );
  none(wrong, 'Name it by what it holds: money.ts, french-date.ts.');
});

test('the domain is pure: nothing of the machine, the clock, chance or libraries', () => {
  const rules = product.filter(({ file }) => room(file) === 'domain');
  const foreign = rules.flatMap(({ file, imports }) =>
    imports.filter((target) => !target.startsWith('src/domain/')).map((target) => `${file} imports ${target}`),
  );
  const calls = rules.flatMap(({ file, text }) => {
    const bare = withoutWords(text);
    return impure
      .filter(({ pattern }) => pattern.test(bare) && !(pattern.source.includes('Intl') && intlAllowed.includes(file)))
      .map(({ pattern, instead }) => `${file} uses ${pattern.exec(bare)?.[0]}: ${instead}`);
  });
  none([...foreign, ...calls], 'A rule receives values and returns values.');
});

test('each table is written by one feature at most, and only by those named', () => {
  const known = new Set(filesUnder('migrations').flatMap((file) => createdTables(read(file))));
  const wrong = product
    .filter(({ file }) => !anyTable.includes(file))
    .flatMap(({ file, text }) => writesOf({ text, known }).map((table) => ({ file, table })))
    .filter(({ file, table }) => !(tableWriters[table] ?? []).includes(writer(file)))
    .map(
      ({ file, table }) =>
        `${file} writes ${table}; its writers are: ${tableWriters[table]?.join(', ') ?? 'nobody yet'}`,
    );
  none(
    wrong,
    'Call the story of the feature that owns the table, or name the writer in tests/architecture/table-writers.ts.',
  );
  for (const [table, writers] of Object.entries(tableWriters)) {
    const features = writers.filter((name) => name.startsWith('features/'));
    assert.ok(
      features.length <= 1,
      `${table} has several writers: ${features.join(', ')}. Keep one story file, called by every door.`,
    );
    if (known.size > 0 && table !== 'guichet_migration')
      assert.ok(known.has(table), `${table} is in table-writers.ts but in no migration: remove it.`);
  }
});

test('nothing escapes the types, the lint or the tests', () => {
  const escapes: ReadonlyArray<[RegExp, string]> = [
    [/@ts-(?:ignore|expect-error|nocheck)/, 'a type suppression'],
    [/(?:oxlint|eslint|biome|prettier|oxfmt)-(?:disable|ignore)/, 'a lint or format suppression'],
    [/\b(?:TODO|FIXME|XXX)\b/, 'work left for later'],
  ];
  const written = tree
    .filter(({ file }) => file !== 'tests/architecture.test.ts')
    .flatMap(({ file, text }) =>
      escapes.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${file}: ${what}`),
    );
  const coded = tree.flatMap(({ file, text }) => {
    const bare = withoutWords(text);
    const any = /[:<,|&(]\s*any\b(?!\s*[:=(.])|\bas\s+any\b|\bany\[\]/.test(bare) && /\.tsx?$/.test(file);
    const skip =
      isTest(file) && /\b(?:test|it|describe|suite|t)\.(?:skip|only|todo)\b|\{\s*(?:skip|only|todo)\s*:/.test(bare);
    return [any ? `${file}: the type any` : '', skip ? `${file}: a test skipped or alone` : ''].filter(Boolean);
  });
  none([...written, ...coded], 'Mend the cause; what cannot be done now goes to the list of work, outside the code.');
});

test('every file says in one sentence what it is', () => {
  const wrong = tree.filter(({ text }) => !/^\/\*\*[\s*]*[^\s*][^*]{8,}/.test(text)).map(({ file }) => file);
  none(wrong, 'Begin the file with /** One sentence. */');
});

test('migrations are numbered without gap or double', () => {
  const names = filesUnder('migrations').map((file) => path.basename(file));
  const wrong = names.filter(
    (name, place) => !new RegExp(`^${String(place + 1).padStart(4, '0')}-[a-z0-9-]+\\.sql$`).test(name),
  );
  none(wrong, `Expected 0001-words.sql, 0002-words.sql…; found ${names.join(', ')}.`);
});

test('dependencies are few and their versions exact', () => {
  const manifest: Record<string, Record<string, string> | undefined> = JSON.parse(read('package.json'));
  const groups = ['dependencies', 'devDependencies', 'optionalDependencies'].map((group) => manifest[group] ?? {});
  const loose = groups.flatMap((group) =>
    Object.entries(group).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
  );
  none(
    loose.map(([name, version]) => `${name}: ${version}`),
    'Write the exact version, as 1.2.3.',
  );
  const count = Object.keys(manifest['dependencies'] ?? {}).length;
  assert.ok(count <= limits.dependencies, `${count} runtime dependencies, at most ${limits.dependencies}`);
});

test('each decision is numbered, dated and short', () => {
  const pages = filesUnder('docs/decisions');
  const wrong = pages.filter((file, place) => {
    const named = path.basename(file).startsWith(`${String(place + 1).padStart(4, '0')}-`);
    return !named || !/^# .+\n\n20\d\d-[01]\d-[0-3]\d\b/.test(read(file)) || read(file).split('\n').length > 60;
  });
  none(
    wrong,
    'A page is docs/decisions/0001-words.md: a title, an empty line, the date as 2026-11-21, then at most one page.',
  );
});

test('the tree speaks of no particular machine', () => {
  const places = /(?<![\w.:/)}\]-])\/(?:home|Users|root|work)\/\w|\b[A-Z]:\\\\?Users/;
  const kept = [
    ...['README.md', 'package.json', '.ci/run'].filter((file) => existsSync(path.join(root, file))),
    ...['docs', 'migrations', 'src', 'tests', 'scripts'].flatMap(filesUnder),
  ];
  const wrong = kept.filter(
    (file) => /\.(ts|tsx|js|mjs|md|json|sql|css|typ)$|run$/.test(file) && places.test(read(file)),
  );
  none(wrong, 'Name the place from the repository, or from an environment variable.');
});

function none(wrong: string[], remedy: string): void {
  if (wrong.length > 0) assert.fail(`\n  ${[...new Set(wrong)].join('\n  ')}\n${remedy}`);
}

function room(file: string): string {
  const [, first = '', rest] = file.split('/');
  return rest === undefined ? 'app' : first;
}

function rooms(file: string): string {
  return mayImport[room(file)]?.join(', ') || 'itself only';
}

function allowed({ from, to }: { from: string; to: string }): boolean {
  return room(from) === room(to) || (mayImport[room(from)] ?? []).includes(room(to));
}

function feature(file: string): string | undefined {
  return /^src\/features\/([^/]+)\//.exec(file)?.[1];
}

function writer(file: string): string {
  const own = feature(file);
  return own === undefined ? room(file) : `features/${own}`;
}

function createdTables(text: string): string[] {
  return [...text.matchAll(/create table (?:if not exists )?(?:\w+\.)?(\w+)/gi)].map((found) => found[1] ?? '');
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function cycles(files: Source[]): string[] {
  const known = new Map(files.map((source) => [source.file, source]));
  const done = new Set<string>();
  const found: string[] = [];
  for (const { file } of files) visit(file, []);
  return found;

  function visit(file: string, trail: string[]): void {
    const place = trail.indexOf(file);
    if (place >= 0) return void found.push([...trail.slice(place), file].join(' -> '));
    if (done.has(file)) return;
    for (const target of known.get(file)?.imports ?? []) if (known.has(target)) visit(target, [...trail, file]);
    done.add(file);
  }
}
