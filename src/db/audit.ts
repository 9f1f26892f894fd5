/** The journal: every write appends who, for whom, what, before and after, in its own transaction; PostgreSQL chains it. */
import { sql } from 'kysely';
import type { Actor } from '#domain/actor.ts';
import { accountOf, actorName, organisationOf } from '#domain/actor.ts';
import { isAboutPeople } from '#domain/audit-subjects.ts';
import type { Transaction } from './transaction.ts';

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

type Recorder = { db: Transaction; actor: Actor; now: Date };

export async function record(ctx: Recorder, fact: AuditFact): Promise<void> {
  await recordAll(ctx, [fact]);
}

/** In their order, in one statement: each is an entry of its own, chained to the one before. */
export async function recordAll({ db, actor, now }: Recorder, facts: readonly AuditFact[]): Promise<void> {
  if (facts.length === 0) return;
  const rows = facts.map((fact) => {
    const { organisation = organisationOf(actor), account = accountOf(actor), ...told } = fact;
    const entry = { at: now.toISOString(), actor: actorName(actor), ...officeOf(actor), account, ...withAside(told) };
    return sql`('', 0, ${organisation}, ${account}, ${now}, ${JSON.stringify(entry)}, '', '')`;
  });
  await sql`insert into audit_event (chain, sequence, organisation_id, account_id, at, entry, previous, hash)
    values ${sql.join(rows)}`.execute(db);
}

/** What may name a person stands aside: the chain keeps its digest, so that it can be purged and the chain stay whole. */
function withAside({ before, after, reason, ...told }: Omit<AuditFact, 'organisation' | 'account'>) {
  const aside = { ...(before && { before }), ...(after && { after }), ...(reason !== undefined && { reason }) };
  const apart = isAboutPeople(told.subjectType) && Object.keys(aside).length > 0;
  return apart ? { ...told, aside } : { ...told, ...aside };
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
