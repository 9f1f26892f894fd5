/** Counts what waits for somebody in the actor's organisation; nothing is written. Row security applies, one count excepted. */
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import { addDays, parisDay } from '#domain/day.ts';
import { enter } from '#db/transaction.ts';
import type { Context } from '#http/context.ts';
import { scopeOf } from '#http/context.ts';

/** How many days before its end something is worth a line. */
export const noticeDays = 30;

export interface AdministratorCounts {
  invitationsWaiting: number;
  invitationsExpired: number;
  approvals: number;
  linksEnding: number;
  keysEnding: number;
  mailsFailed: number;
  membersUnguarded: number;
}

export async function countForAdministrator(ctx: Context): Promise<AdministratorCounts> {
  const { db, now } = ctx;
  const organisation = organisationOf(ctx.actor);
  const today = parisDay(now);
  const soon = addDays(today, noticeDays);
  const found = await sql<Omit<AdministratorCounts, 'membersUnguarded'>>`select
    (select count(*) from invitation where organisation_id = ${organisation} and accepted_at is null
      and withdrawn_at is null and expires_at > ${now}) as invitations_waiting,
    (select count(*) from invitation where organisation_id = ${organisation} and accepted_at is null
      and withdrawn_at is null and expires_at <= ${now}) as invitations_expired,
    (select count(*) from approval where organisation_id = ${organisation} and decided_at is null
      and expires_at > ${now} and requested_by <> ${accountOf(ctx.actor)}) as approvals,
    (select count(*) from exchange_link where accepted_at is not null and revoked_at is null
      and valid_until between ${today}::date and ${soon}::date) as links_ending,
    (select count(*) from partner_key where organisation_id = ${organisation} and revoked_at is null
      and expires_at > ${now} and expires_at <= ${new Date(now.getTime() + noticeDays * 86_400_000)}) as keys_ending,
    (select count(*) from outbox where organisation_id = ${organisation} and status = 'failed') as mails_failed
  `.execute(db);
  const counts = found.rows[0];
  if (counts === undefined) throw new Error('a select without from gives one row');
  return { ...counts, membersUnguarded: await countUnguarded(ctx) };
}

/** Row security hides the proofs of colleagues: the gate counts them, for this organisation alone, and says no name. */
async function countUnguarded(ctx: Context): Promise<number> {
  const { db, actor, now } = ctx;
  await enter(db, scopeOf(actor, 'gate', now));
  const found = await sql<{ count: number }>`select count(distinct m.account_id) as count
    from membership m join account a on a.id = m.account_id and a.disabled_at is null
    where m.organisation_id = ${organisationOf(actor)} and m.account_id <> ${accountOf(actor)} and m.suspended_at is null
      and (m.valid_until is null or m.valid_until >= ${parisDay(now)}::date)
      and not exists (select from second_factor f where f.account_id = a.id and f.confirmed_at is not null)
      and not exists (select from passkey p where p.account_id = a.id)`.execute(db);
  await enter(db, scopeOf(actor, 'app', now));
  return found.rows[0]?.count ?? 0;
}

export interface OwnState {
  guarded: boolean;
  /** The last day of the membership in use, when it is near. */
  endsOn: string | null;
}

export async function readOwnState({ db, actor, now }: Context): Promise<OwnState> {
  const today = parisDay(now);
  const membership = 'membership' in actor ? actor.membership : null;
  const found = await sql<OwnState>`select
    exists (select from second_factor where account_id = ${accountOf(actor)} and confirmed_at is not null)
      or exists (select from passkey where account_id = ${accountOf(actor)}) as guarded,
    (select valid_until from membership where id = ${membership}
      and valid_until between ${today}::date and ${addDays(today, noticeDays)}::date) as ends_on`.execute(db);
  return found.rows[0] ?? { guarded: false, endsOn: null };
}

/** How many organisations the account could work in; as the gate, for who has chosen none yet. */
export async function countMemberships({ db, actor, now }: Context): Promise<number> {
  await enter(db, scopeOf(actor, 'gate', now));
  const found = await sql<{ count: number }>`select count(*) as count
    from membership m join organisation o on o.id = m.organisation_id and o.closed_at is null
    where m.account_id = ${accountOf(actor)} and m.suspended_at is null
      and (m.valid_until is null or m.valid_until >= ${parisDay(now)}::date)`.execute(db);
  await enter(db, scopeOf(actor, 'app', now));
  return found.rows[0]?.count ?? 0;
}
