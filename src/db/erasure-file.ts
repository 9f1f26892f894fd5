/** The ledger of erasures as a file apart, and its replay on a database that a restore brought back. */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { sql } from 'kysely';
import { parisDay } from '#domain/day.ts';
import { OperatorError } from './connect-operator-error.ts';
import { isPartDeed } from '#domain/retention-rules.ts';
import { eraseAccount } from './erase-account.ts';
import { erasePart } from './erase-part.ts';
import { erasePerson } from './erase-person.ts';
import type { LedgerLine } from './erasure-ledger.ts';
import { readLedger, subjectPrefix } from './erasure-ledger.ts';
import type { Database, Transaction } from './transaction.ts';
import { inTransaction } from './transaction.ts';

const format = z.object({
  kind: z.literal('guichet-erasures'),
  lines: z.array(
    z.object({
      subjectHash: z.string().regex(/^[0-9a-f]{64}$/u),
      deed: z.enum(['archive', 'anonymise', 'delete', 'erase-account', 'erase-obstacles', 'erase-reasons']),
      erasedAt: z.iso.datetime(),
    }),
  ),
  sha256: z.string(),
});

/** The place of the ledger beside an export. */
export function ledgerFile(exported: string): string {
  return `${exported}.effacements`;
}

export async function writeLedger(database: Database, file: string, now: Date): Promise<number> {
  const lines = await asPrivacy(database, now, readLedger);
  const text = JSON.stringify({ kind: 'guichet-erasures', lines, sha256: digest(lines) });
  writeFileSync(`${file}.part`, `${text}\n`, { mode: 0o600 });
  renameSync(`${file}.part`, file);
  return lines.length;
}

/** How many people and accounts were erased again. */
export async function replayLedger(database: Database, file: string, now: Date): Promise<number> {
  const lines = readFile(file);
  let erased = 0;
  for (const line of lines) {
    erased += await asPrivacy(database, now, (db) => replay(db, line));
  }
  return erased;
}

/** Erased with its own date, so that the ledger of the restored database is the same. */
async function replay(db: Transaction, { subjectHash: hash, deed, erasedAt }: LedgerLine): Promise<number> {
  const ctx = { db, actor: { kind: 'job', name: 'restore' } as const, now: new Date(erasedAt) };
  if (deed === 'erase-account') {
    const id = await findByHash(db, 'account', hash);
    return id !== null && (await eraseAccount(ctx, id)) ? 1 : 0;
  }
  const id = await findByHash(db, 'person', hash);
  if (id !== null && isPartDeed(deed)) return (await erasePart(ctx, { person: id, deed, organisation: null })) ? 1 : 0;
  if (isPartDeed(deed)) return 0;
  return id !== null && (await erasePerson(ctx, { person: id, deed })) ? 1 : 0;
}

async function findByHash(db: Transaction, kind: 'person' | 'account', hash: string): Promise<string | null> {
  const prefix = subjectPrefix(kind);
  const found = await sql<{ id: string }>`select id from ${sql.id(kind)}
    where encode(sha256(convert_to(${prefix} || id::text, 'UTF8')), 'hex') = ${hash}`.execute(db);
  return found.rows[0]?.id ?? null;
}

function readFile(file: string): LedgerLine[] {
  try {
    const { lines, sha256 } = format.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (digest(lines) === sha256) return lines;
  } catch (cause) {
    throw damaged(file, cause);
  }
  throw damaged(file);
}

function damaged(file: string, cause?: unknown): OperatorError {
  return new OperatorError(
    `Le registre des effacements ${file} ne peut pas être lu, ou il a été modifié\u00A0: utilisez une autre copie avant d’ouvrir le service.`,
    { cause },
  );
}

function digest(lines: readonly LedgerLine[]): string {
  return createHash('sha256').update(JSON.stringify(lines)).digest('hex');
}

function asPrivacy<Value>(database: Database, now: Date, work: (db: Transaction) => Promise<Value>): Promise<Value> {
  const scope = {
    role: 'privacy',
    actor: 'job:restore',
    organisation: null,
    account: null,
    today: parisDay(now),
  } as const;
  return inTransaction(database, scope, work);
}
