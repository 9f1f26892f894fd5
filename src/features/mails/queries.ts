/** Reads and writes the outbox: the delivery sees all of it, an administrator the letters of her organisation. */
import { sql } from 'kysely';
import type { Reach } from '#domain/contact-reach.ts';
import type { OrganisationKind } from '#domain/position.ts';
import { noteBounce } from '#db/party-bounce.ts';
import type { Context } from '#http/context.ts';
import { isAddressRefused } from '#services/mail-failure.ts';

export interface ClaimedMail {
  id: string;
  organisationId: string | null;
  accountId: string | null;
  template: string;
  recipient: string;
  parameters: Record<string, unknown>;
  messageId: string;
  attempts: number;
}

/** How long a letter may stay in the hands of a process before another believes it dead. */
export const claimMinutes = 5;

/** Takes the next letter that is due, one process at a time each; null when none is. */
export async function claimMail({ db, now }: Context): Promise<ClaimedMail | null> {
  const until = new Date(now.getTime() + claimMinutes * 60_000);
  const claimed = await sql<ClaimedMail>`
    update outbox set status = 'sending', attempts = attempts + 1, next_attempt_at = ${until}
    where id = (select id from outbox where status in ('waiting', 'sending') and next_attempt_at <= ${now}
      order by next_attempt_at limit 1 for update skip locked)
    returning id, organisation_id, account_id, template, recipient, parameters, message_id, attempts`.execute(db);
  return claimed.rows[0] ?? null;
}

export interface Outcome {
  status: 'waiting' | 'sent' | 'kept' | 'failed' | 'cancelled';
  subject?: string;
  keptBody?: string;
  problem?: string;
  nextAttemptAt?: Date;
}

/** Only who holds the letter writes its end: a process believed dead comes too late. What says that all is erased keeps no address. */
export async function settleMail(
  { db, now }: Context,
  { mail, outcome }: { mail: ClaimedMail; outcome: Outcome },
): Promise<void> {
  const { status, subject = '', keptBody = null, problem = '', nextAttemptAt = now } = outcome;
  const left = status === 'sent' || status === 'kept';
  await sql`update outbox set status = ${status}, subject = case when ${subject} = '' then subject else ${subject} end,
      recipient = case when template = 'request-erased' and ${status} <> 'waiting' then '' else recipient end,
      kept_body = ${keptBody}, last_problem = ${problem}, next_attempt_at = ${nextAttemptAt}, sent_at = ${left ? now : null}
    where id = ${mail.id} and status = 'sending' and attempts = ${mail.attempts}`.execute(db);
  if (status === 'failed' && isAddressRefused(problem)) await noteBounce({ db, now }, mail.recipient);
}

export async function findOrganisation(
  { db }: Context,
  id: string,
): Promise<{ name: string; kind: OrganisationKind } | null> {
  const row = await db
    .selectFrom('organisation')
    .select(['name', 'serviceName', 'kind'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { kind: row.kind, name: row.serviceName === '' ? row.name : `${row.name} – ${row.serviceName}` };
}

export interface InvitationRow {
  id: string;
  organisationId: string;
  position: string;
  expiresAt: Date;
  waiting: boolean;
}

/** By its id, else the one that waits at this address. */
export async function findInvitation({ db }: Context, mail: ClaimedMail): Promise<InvitationRow | null> {
  const named = mail.parameters['invitation'];
  const found = await sql<InvitationRow>`
    select id, organisation_id, position, expires_at, accepted_at is null and withdrawn_at is null as waiting
    from invitation
    where case when ${typeof named === 'string'} then id::text = ${String(named)}
      else organisation_id = ${mail.organisationId} and accepted_at is null and withdrawn_at is null end
      and email = ${mail.recipient}
    limit 1`.execute(db);
  return found.rows[0] ?? null;
}

export interface PartyRow extends Reach {
  id: string;
  organisationId: string;
  work: string;
  endedOn: string | null;
}

/** A company's part in a lot, and what the work is. */
export async function findParty({ db }: Context, id: string): Promise<PartyRow | null> {
  const row = await db
    .selectFrom('lotParty')
    .innerJoin('market', 'market.id', 'lotParty.marketId')
    .select(['lotParty.id', 'lotParty.organisationId', 'lotParty.endedOn', 'market.object as work'])
    .select(['lotParty.contactEmail', 'lotParty.contactPhone', 'lotParty.delegateEmail', 'lotParty.delegateUntil'])
    .where('lotParty.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Still followed under her name, and this is still her address. */
export async function isPersonReached(
  { db }: Context,
  { person, email }: { person: string; email: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('id', '=', person)
    .where('email', '=', email)
    .where('anonymisedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isAccountOpen({ db }: Context, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('id', '=', id)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
