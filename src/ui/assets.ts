/** Styles, islands and fonts, bundled once at start and kept in memory under names made of their content. */
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build } from 'esbuild';

export interface AssetFile {
  body: Uint8Array;
  brotli?: Uint8Array | undefined;
  type: string;
}

export interface Assets {
  /** What a page asks for. */
  entry: { css: string; js: string; fonts: { standard: string; readable: string } };
  /** By path, as in the address. */
  files: ReadonlyMap<string, AssetFile>;
  /** The worker of the visits, one script whole: a feature serves it beside the pages it may answer for. */
  worker: string;
}

const folder = '/assets/';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};

let built: Promise<Assets> | null = null;

/** The same for as long as the process lives. */
export function buildAssets(): Promise<Assets> {
  built ??= bundle();
  return built;
}

async function bundle(): Promise<Assets> {
  const { outputFiles } = await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: { guichet: join('css', 'main.css'), islands: join('islands', 'start.ts') },
    outdir: 'assets',
    bundle: true,
    write: false,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'esnext',
    charset: 'utf8',
    legalComments: 'none',
    publicPath: folder,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
  });
  const files = new Map<string, AssetFile>();
  for (const { path, contents } of outputFiles) files.set(folder + basename(path), await assetFile(path, contents));
  const named = (start: string) => [...files.keys()].find((path) => path.startsWith(folder + start)) ?? '';
  return {
    entry: {
      css: named('guichet-'),
      js: named('islands-'),
      fonts: {
        standard: named('source-sans-3-latin-wght-normal'),
        readable: named('atkinson-hyperlegible-next-latin-wght-normal'),
      },
    },
    files,
    worker: await buildWorker(),
  };
}

async function buildWorker(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: [join('islands', 'visits-worker.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'esnext',
    charset: 'utf8',
    legalComments: 'none',
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** A woff2 font is brotli already. */
async function assetFile(path: string, contents: Uint8Array): Promise<AssetFile> {
  const type = types[extname(path)] ?? 'application/octet-stream';
  if (extname(path) === '.woff2') return { body: contents, type };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
  };
  return { body: contents, brotli: await promisify(brotliCompress)(contents, { params }), type };
}
