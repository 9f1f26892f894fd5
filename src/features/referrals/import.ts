/** Reads a prescriber's file, whatever spreadsheet wrote it, to be shown line by line; nothing of it is kept. */
import { readCsv } from '#domain/csv-read.ts';
import { linesOfFile, referralFileLimits } from '#domain/referral-file.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import type { CheckedLine } from './import-lines.ts';
import { checkLines } from './import-lines.ts';
import type { Structure } from './structure-queries.ts';
import { listStructures } from './structure-queries.ts';

const largest = 1024 * 1024;

export interface ReadFile {
  lines: CheckedLine[];
  structures: Structure[];
}

/** Nothing is written: the file is read, and forgotten. */
export async function readReferralFile(ctx: Context, { file }: { file: File }): Promise<Result<ReadFile>> {
  const structures = await listStructures(ctx);
  const [first] = structures;
  if (first === undefined) return refuse('referral-no-structure');
  if (file.size > largest)
    return refuse('file-too-many-lines', { field: 'file', details: { most: referralFileLimits.lines } });
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  if (text === null) return refuse('file-not-text', { field: 'file' });
  const rows = readCsv(text, { lines: referralFileLimits.lines + 1, cell: referralFileLimits.cell });
  if (rows === null)
    return refuse('file-too-many-lines', { field: 'file', details: { most: referralFileLimits.lines } });
  const lines = linesOfFile(rows);
  if (lines === null) return refuse('file-columns', { field: 'file' });
  if (lines.length === 0) return refuse('file-empty', { field: 'file' });
  const sent = lines.map((typed) => ({ typed, dropped: false }));
  return done({ lines: await checkLines(ctx, sent, first.id), structures });
}

/** UTF-8, else the alphabet of older French spreadsheets; null when it is no text at all. */
function decoded(content: Uint8Array): string | null {
  if (content.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}
