/** The journal: every write appends who, for whom, what, before and after, in its own transaction; PostgreSQL chains it. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '#domain/actor.ts';
import { accountOf, actorName, organisationOf } from '#domain/actor.ts';
import type { Database, Transaction } from './transaction.ts';

export interface AuditFact {
  action: string;
  subjectType: string;
  subjectId: string;
  /** The organisation whose journal it enters, when it is not the actor's. */
  organisation?: string | null;
  account?: string | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  reason?: string;
}

export async function record(
  { db, actor, now }: { db: Transaction; actor: Actor; now: Date },
  fact: AuditFact,
): Promise<void> {
  const { organisation = organisationOf(actor), account = accountOf(actor), ...told } = fact;
  const entry = { at: now.toISOString(), actor: actorName(actor), ...officeOf(actor), account, ...told };
  await sql`insert into audit_event (chain, sequence, organisation_id, account_id, at, entry, previous, hash)
    values ('', 0, ${organisation}, ${account}, ${now}, ${JSON.stringify(entry)}, '', '')`.execute(db);
}

/** Nobody else's journal knows the operator's people by name: it says which office acted. */
function officeOf(actor: Actor): { office?: 'operator' } {
  return actor.kind === 'member' && actor.organisationKind === 'operator' ? { office: 'operator' } : {};
}

export interface Writer {
  name: string;
  at: Date;
}

/** Who last wrote about a subject, as far as this reader may know; a program has no name of its own. */
export async function lastWriter(
  { db, now }: { db: Transaction; now: Date },
  { subjectType, subjectId }: { subjectType: string; subjectId: string },
): Promise<Writer> {
  const found = await sql<{ name: string | null; at: Date }>`
    select a.name, e.at from audit_event e left join account a on a.id = e.account_id
    where e.organisation_id = current_organisation() and e.subject_type = ${subjectType} and e.subject_id = ${subjectId}
    order by e.at desc, e.sequence desc limit 1`.execute(db);
  const row = found.rows[0];
  return { name: row?.name ?? 'Un programme', at: row?.at ?? now };
}

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

async function walkChain(
  database: Database,
  head: { chain: string; sequence: number; hash: Buffer },
): Promise<ChainBreak | null> {
  const { chain } = head;
  let previous = sha256(Buffer.from(chain, 'utf8'));
  let sequence = 0;
  for (;;) {
    const page = await sql<{ sequence: number; entry: string; hash: Buffer; previous: Buffer }>`
      select sequence, entry, previous, hash from audit_event
      where chain = ${chain} and sequence > ${sequence} order by sequence limit 5000`.execute(database);
    for (const row of page.rows) {
      if (row.sequence !== sequence + 1) return { chain, sequence: sequence + 1, because: 'gap' };
      const expected = sha256(Buffer.concat([previous, Buffer.from(`${chain}|${row.sequence}|${row.entry}`, 'utf8')]));
      if (!expected.equals(row.hash) || !previous.equals(row.previous)) {
        return { chain, sequence: row.sequence, because: 'hash' };
      }
      previous = expected;
      sequence = row.sequence;
    }
    if (page.rows.length < 5000) break;
  }
  if (sequence !== head.sequence || !previous.equals(head.hash)) {
    return { chain, sequence: sequence + 1, because: 'truncated' };
  }
  return null;
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
