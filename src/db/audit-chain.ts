/** Walks the chains of the journal: every entry in its place, every detail as it was told, every purge owned up to. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './transaction.ts';

export interface ChainBreak {
  chain: string;
  sequence: number;
  because: 'hash' | 'gap' | 'truncated';
}

/** Walks every chain from its seed and reports the first broken place of each; needs the owner's eyes. */
export async function findChainBreaks(database: Database): Promise<ChainBreak[]> {
  const heads = await sql<{ chain: string; sequence: number; hash: Buffer }>`
    select chain, sequence, hash from audit_head order by chain`.execute(database);
  const breaks: ChainBreak[] = [];
  for (const head of heads.rows) {
    const found = await walkChain(database, head);
    if (found !== null) breaks.push(found);
  }
  const orphans = await sql<{ chain: string; sequence: number }>`
    select chain, min(sequence) as sequence from audit_event e
    where not exists (select from audit_head h where h.chain = e.chain) group by chain`.execute(database);
  return [...breaks, ...orphans.rows.map((row) => ({ ...row, because: 'gap' as const }))];
}

interface WalkedEntry {
  sequence: number;
  entry: string;
  hash: Buffer;
  previous: Buffer;
  salt: string | null;
  told: string | null;
}

async function walkChain(
  database: Database,
  head: { chain: string; sequence: number; hash: Buffer },
): Promise<ChainBreak | null> {
  const { chain } = head;
  let previous = sha256(Buffer.from(chain, 'utf8'));
  let sequence = 0;
  const missing = new Set<number>();
  const segments = await readSegments(database, chain);
  for (;;) {
    const page = await sql<WalkedEntry>`
      select e.sequence, e.entry, e.previous, e.hash, d.salt, d.told
      from audit_event e left join audit_detail d on d.chain = e.chain and d.sequence = e.sequence
      where e.chain = ${chain} and e.sequence > ${sequence} order by e.sequence limit 5000`.execute(database);
    for (const row of page.rows) {
      // Entries whose time was over went by a run, which left its last hash.
      for (let cut = segments.get(sequence + 1); cut !== undefined; cut = segments.get(sequence + 1)) {
        ({ sequence, hash: previous } = cut);
      }
      if (row.sequence !== sequence + 1) return { chain, sequence: sequence + 1, because: 'gap' };
      const expected = sha256(Buffer.concat([previous, Buffer.from(`${chain}|${row.sequence}|${row.entry}`, 'utf8')]));
      if (!expected.equals(row.hash) || !previous.equals(row.previous) || isForged(row)) {
        return { chain, sequence: row.sequence, because: 'hash' };
      }
      if (row.told === null && row.entry.includes('"detail"')) missing.add(row.sequence);
      for (const purged of purgedBy(row.entry)) missing.delete(purged);
      previous = expected;
      sequence = row.sequence;
    }
    if (page.rows.length < 5000) break;
  }
  if (sequence !== head.sequence || !previous.equals(head.hash)) {
    return { chain, sequence: sequence + 1, because: 'truncated' };
  }
  // A detail that went without an entry saying so was taken away.
  const [taken] = [...missing].toSorted((one, other) => one - other);
  return taken === undefined ? null : { chain, sequence: taken, because: 'gap' };
}

/** Runs that went, by their first place. The walk meets them at a hole, one after the other. */
async function readSegments(
  database: Database,
  chain: string,
): Promise<ReadonlyMap<number, { sequence: number; hash: Buffer }>> {
  const found = await sql<{ fromSequence: number; untilSequence: number; hash: Buffer }>`
    select from_sequence, until_sequence, hash from audit_segment where chain = ${chain}`.execute(database);
  return new Map(
    found.rows.map(({ fromSequence, untilSequence, hash }) => [fromSequence, { sequence: untilSequence, hash }]),
  );
}

/** A detail still there must be the one whose digest the entry holds. */
function isForged({ entry, salt, told }: WalkedEntry): boolean {
  if (told === null) return false;
  const { detail }: { detail?: unknown } = JSON.parse(entry);
  return detail !== sha256(Buffer.from(`${salt ?? ''}${told}`, 'utf8')).toString('hex');
}

function purgedBy(entry: string): number[] {
  if (!entry.includes('"journal.purged"')) return [];
  const { action, after }: { action?: unknown; after?: { sequences?: unknown } } = JSON.parse(entry);
  const sequences = action === 'journal.purged' ? after?.sequences : undefined;
  return Array.isArray(sequences) ? sequences.filter((one) => typeof one === 'number') : [];
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
