/** What travels to the browser stays small, named by its content, and needs nothing the policy forbids. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { buildAssets } from './assets.ts';

const { entry, files } = await buildAssets();

test('all scripts together stay under 15 kB of brotli', () => {
  assert.ok(weight('.js') > 0 && weight('.js') < 15_000, `${weight('.js')} bytes`);
});

test('the script every page loads stays under 2 kB of brotli', () => {
  assert.ok((files.get(entry.js)?.brotli?.length ?? Infinity) < 2_000);
});

test('the style sheet is one file under 10 kB of brotli', () => {
  assert.equal([...files.keys()].filter((path) => path.endsWith('.css')).length, 1);
  assert.ok(weight('.css') > 0 && weight('.css') < 10_000, `${weight('.css')} bytes`);
});

test('every asset a page names exists, and so does every asset those name', () => {
  const named = [entry.css, entry.js, ...Object.values(entry.fonts)];
  for (const file of files.values()) {
    const text = file.type.startsWith('text/') ? Buffer.from(file.body).toString() : '';
    named.push(...(text.match(/\/assets\/[\w.-]+/gu) ?? []));
  }
  assert.ok(named.length > 10);
  for (const path of named) assert.ok(files.has(path), path);
});

test('the compressed body is the body', () => {
  const css = files.get(entry.css);
  assert.ok(css?.brotli);
  assert.deepEqual(Buffer.from(brotliDecompressSync(css.brotli)), Buffer.from(css.body));
});

test('no island evaluates text as code', () => {
  for (const [path, { body, type }] of files) {
    if (type.startsWith('text/javascript'))
      assert.doesNotMatch(Buffer.from(body).toString(), /\beval\(|new Function|\.innerHTML/u, path);
  }
});

function weight(extension: string): number {
  return [...files]
    .filter(([path]) => path.endsWith(extension))
    .reduce((sum, [, file]) => sum + (file.brotli?.length ?? 0), 0);
}
