/** What is told of a person outside her own rows: the journal, the letters, the links, the proofs, what colleagues kept. Runs as privacy. */
import { sql } from 'kysely';
import type { Actor } from '#domain/actor.ts';
import { foldForSearch } from '#domain/text.ts';
import type { Day } from '#domain/day.ts';
import { record } from './audit.ts';
import type { Transaction } from './transaction.ts';

export interface ErasingContext {
  db: Transaction;
  actor: Actor;
  now: Date;
}

export interface Named {
  familyName: string;
  givenName: string;
  email: string;
}

/** The entries stay in their chain with the digest of what is gone; each chain says which. */
export async function purgeJournal(
  ctx: { db: Transaction; actor: Actor; now: Date },
  numbers: readonly string[],
): Promise<void> {
  const gone = await sql<{ organisationId: string | null; sequence: number }>`
    delete from audit_detail where subject_id = any(${[...numbers]}) returning organisation_id, sequence`.execute(
    ctx.db,
  );
  const chains = Map.groupBy(gone.rows, ({ organisationId }) => organisationId);
  for (const [organisation, rows] of chains) {
    await record(ctx, {
      action: 'journal.purged',
      subjectType: 'journal',
      subjectId: organisation ?? '',
      organisation,
      account: null,
      after: { sequences: rows.map(({ sequence }) => sequence).toSorted((one, other) => one - other) },
    });
  }
}

export async function eraseLetters(
  db: Transaction,
  { numbers, named }: { numbers: readonly string[]; named: Named },
): Promise<void> {
  await sql`delete from link_token where subject_id::text = any(${[...numbers]})`.execute(db);
  await sql`update outbox set recipient = '', parameters = '{}', subject = '', kept_body = null,
      status = case when status in ('waiting', 'sending') then 'cancelled' else status end
    where (${named.email} <> '' and template <> 'request-erased' and lower(recipient) = lower(${named.email}))
      or exists (select from jsonb_each_text(parameters) given where given.value = any(${[...numbers]}))`.execute(db);
}

/**
 * The proofs of the months she worked hold her name among others: they go when her hours need no proof any more,
 * but for the months of a colleague, or of a market, that something freezes today.
 */
export async function destroyProofs(db: Transaction, { person, today }: { person: string; today: Day }): Promise<void> {
  const proofs = sql`select d.id from document d
    where d.declaration_id in (select declaration_id from hour_entry where person_id = ${person}::uuid)
      and not exists (select from hour_entry e join legal_hold h on h.person_id = e.person_id or h.market_id = e.market_id
        where e.declaration_id = d.declaration_id and h.lifted_on is null and h.until_day >= ${today}::date)`;
  await sql`delete from document_version where document_id in (${proofs})`.execute(db);
  await sql`delete from document where id in (${proofs})`.execute(db);
}

/** Where somebody may have typed her name: notes of the months she worked, lists kept with a search, messages. */
export async function eraseMentions(
  db: Transaction,
  { person, named }: { person: string; named: Named },
): Promise<void> {
  const names = [named.familyName, named.givenName].map(foldForSearch).filter((name) => name.length > 1);
  if (names.length === 0) return;
  const family = `%${foldForSearch(named.familyName)}%`;
  const mentioned = (column: string) =>
    sql`lower(unaccent(${sql.ref(column)})) like any(${names.map((name) => `%${name}%`)})`;
  await sql`update declaration set note = case when ${mentioned('note')} then '' else note end,
      reason = case when ${mentioned('reason')} then '' else reason end
    where id in (select declaration_id from hour_entry where person_id = ${person}::uuid)
      and (${mentioned('note')} or ${mentioned('reason')})`.execute(db);
  await eraseFromMinutes(db, { family, names });
  await sql`delete from saved_view where lower(unaccent(name || ' ' || address)) like ${family}`.execute(db);
  await sql`delete from notice where lower(unaccent(message)) like ${family}`.execute(db);
}

/** Minutes speak of several people: the words of her name go, the others stay. */
async function eraseFromMinutes(
  db: Transaction,
  { family, names }: { family: string; names: readonly string[] },
): Promise<void> {
  const words = new Set(names.flatMap((name) => name.split(/[ -]/u)).filter((word) => word.length > 2));
  const found = await sql<{ id: string; minutes: string }>`
    select id, minutes from platform_meeting where lower(unaccent(minutes)) like ${family} for update`.execute(db);
  for (const { id, minutes } of found.rows) {
    const left = minutes.replace(/\p{L}+/gu, (word) => (words.has(foldForSearch(word)) ? 'effacé' : word));
    await sql`update platform_meeting set minutes = ${left} where id = ${id}::uuid`.execute(db);
  }
}
