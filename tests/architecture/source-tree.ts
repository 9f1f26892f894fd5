/** Our own files as the guard rails see them: where they stand, what they say and what they import. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Source {
  /** From the root of the repository, with forward slashes. */
  file: string;
  text: string;
  lines: number;
  /** Files of ours by their path, packages and node: modules by their name. */
  imports: string[];
}

export const root = path.resolve(import.meta.dirname, '..', '..');

const code = /\.(ts|tsx|js|mjs)$/;
const aliases = new Map([
  ...['domain', 'db', 'http', 'ui', 'services', 'documents', 'features'].map((room) => [room, `src/${room}`] as const),
  ['tests', 'tests'],
]);

export function sources(...folders: string[]): Source[] {
  return folders
    .flatMap(filesUnder)
    .filter((file) => code.test(file))
    .map(readSource);
}

export function filesUnder(folder: string): string[] {
  const place = path.join(root, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted();
}

/** Every file reached from this one through our own imports, itself included. */
export function reach(file: string, tree: Map<string, Source>): Set<string> {
  const reached = new Set<string>();
  const waiting = [file];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(tree.get(next)?.imports ?? []));
  }
  return reached;
}

export function isTest(file: string): boolean {
  return file.startsWith('tests/') || /\.test\.tsx?$/.test(file);
}

/** The text with its strings and comments blanked, so that words inside them accuse nobody. */
export function withoutWords(text: string): string {
  return text.replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g,
    (found) => found.replace(/[^\n]/g, found.startsWith('/') ? ' ' : '_'),
  );
}

function readSource(file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8');
  return {
    file,
    text,
    lines: text.replace(/\n$/, '').split('\n').length,
    imports: importsOf({ file, text }),
  };
}

function importsOf({ file, text }: { file: string; text: string }): string[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '');
  const statements = bare.matchAll(
    /(?:^|[\n;])\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|[\n;])\s*import\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]/g,
  );
  return [...statements].map((found) => resolveImport({ file, name: found[1] ?? found[2] ?? found[3] ?? '' }));
}

function resolveImport({ file, name }: { file: string; name: string }): string {
  if (name.startsWith('.')) return path.posix.join(path.posix.dirname(file), name);
  const [, alias = '', rest = ''] = /^#([^/]+)\/(.*)$/.exec(name) ?? [];
  const folder = aliases.get(alias);
  return folder === undefined ? name : `${folder}/${rest}`;
}
