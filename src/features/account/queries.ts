/** Reads one's own account: each query is filtered by the actor's account, under row security or as the gate. */
import { sql } from 'kysely';
import { accountOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Factors } from '#domain/second-factor.ts';
import type { Profile } from '#db/account.ts';
import type { Context } from '#http/context.ts';

type Asking = Pick<Context, 'db' | 'actor' | 'now'>;

/** An account nobody holds, so that a visitor without one finds nothing. */
const nobody = '00000000-0000-0000-0000-000000000000';

export function mine({ actor }: Pick<Context, 'actor'>): string {
  return accountOf(actor) ?? nobody;
}

export type ProfileRow = Profile & { email: string; version: number };

export function findProfile(ctx: Asking): Promise<ProfileRow> {
  return ctx.db
    .selectFrom('account')
    .select(['email', 'name', 'theme', 'density', 'font', 'version'])
    .where('id', '=', mine(ctx))
    .executeTakeFirstOrThrow();
}

export function lockProfile(ctx: Asking): Promise<ProfileRow> {
  return ctx.db
    .selectFrom('account')
    .select(['email', 'name', 'theme', 'density', 'font', 'version'])
    .where('id', '=', mine(ctx))
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** As the gate only: no other role may read the hash. */
export function findCredentials(
  ctx: Asking,
): Promise<{ email: string; name: string; passwordHash: string | null; passwordChangedAt: Date | null }> {
  return ctx.db
    .selectFrom('account')
    .select(['email', 'name', 'passwordHash', 'passwordChangedAt'])
    .where('id', '=', mine(ctx))
    .executeTakeFirstOrThrow();
}

/** For a link that names its account: its holder may not be signed in. As the gate only. */
export async function lockEmail({ db }: Asking, account: string): Promise<string> {
  const row = await db
    .selectFrom('account')
    .select('email')
    .where('id', '=', account)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.email;
}

export async function isEmailTaken({ db }: Asking, email: string): Promise<boolean> {
  return (await db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst()) !== undefined;
}

export async function readFactors(ctx: Asking): Promise<Factors> {
  const codes = await ctx.db
    .selectFrom('secondFactor')
    .select('confirmedAt')
    .where('accountId', '=', mine(ctx))
    .executeTakeFirst();
  const keys = await ctx.db
    .selectFrom('passkey')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('accountId', '=', mine(ctx))
    .executeTakeFirstOrThrow();
  return { codes: codes !== undefined && codes.confirmedAt !== null, passkeys: keys.count };
}

export interface PasskeyRow {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export function listPasskeys(ctx: Asking): Promise<PasskeyRow[]> {
  return ctx.db
    .selectFrom('passkey')
    .select(['id', 'name', 'createdAt', 'lastUsedAt'])
    .where('accountId', '=', mine(ctx))
    .orderBy('createdAt')
    .execute();
}

export async function findPasskey(ctx: Asking, id: string): Promise<PasskeyRow | null> {
  return (await listPasskeys(ctx)).find((passkey) => passkey.id === id) ?? null;
}

export function listCredentialIds(ctx: Asking): Promise<{ credentialId: string; transports: string }[]> {
  return ctx.db
    .selectFrom('passkey')
    .select(['credentialId', 'transports'])
    .where('accountId', '=', mine(ctx))
    .execute();
}

export interface MembershipRow {
  id: string;
  organisationId: string;
  organisationName: string;
  serviceName: string;
  position: string;
  administers: boolean;
  validUntil: string | null;
}

/** Those that work today; a suspended or ended one is as good as absent. As the gate: other organisations are not hers yet. */
export function listMemberships(ctx: Asking): Promise<MembershipRow[]> {
  return ctx.db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select([
      'membership.id',
      'membership.organisationId',
      'organisation.name as organisationName',
      'organisation.serviceName',
      'membership.position',
      'membership.administers',
      'membership.validUntil',
    ])
    .where('membership.accountId', '=', mine(ctx))
    .where('membership.suspendedAt', 'is', null)
    .where('organisation.closedAt', 'is', null)
    .where((where) =>
      where.or([where('membership.validUntil', 'is', null), where('membership.validUntil', '>=', parisDay(ctx.now))]),
    )
    .orderBy('organisation.name')
    .orderBy('organisation.serviceName')
    .execute();
}

export interface Suspension {
  id: string;
  organisationName: string;
  reason: string;
  suspendedAt: Date;
  /** Who may restore it, by name. */
  administrators: string[];
}

/** Her own places that were suspended, and whom to ask. As the gate: she works in none of these organisations. */
export async function listSuspensions(ctx: Asking): Promise<Suspension[]> {
  const found = await sql<Suspension>`
    select m.id, o.name || case when o.service_name = '' then '' else ' – ' || o.service_name end as organisation_name,
      m.suspended_reason as reason, m.suspended_at,
      array(select a.name from membership h join account a on a.id = h.account_id and a.disabled_at is null
        where h.organisation_id = m.organisation_id and h.administers and h.suspended_at is null
          and (h.valid_until is null or h.valid_until >= ${parisDay(ctx.now)}::date) order by a.name) as administrators
    from membership m join organisation o on o.id = m.organisation_id and o.closed_at is null
    where m.account_id = ${mine(ctx)} and m.suspended_at is not null
      and (m.valid_until is null or m.valid_until >= ${parisDay(ctx.now)}::date)
    order by 2, m.id`.execute(ctx.db);
  return found.rows;
}

/** Whatever the state of the organisation: row security shows a person all her own memberships. */
export async function administersSomewhere(ctx: Asking): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('membership')
    .select('id')
    .where('accountId', '=', mine(ctx))
    .where('administers', '=', true)
    .where('suspendedAt', 'is', null)
    .where((where) => where.or([where('validUntil', 'is', null), where('validUntil', '>=', parisDay(ctx.now))]))
    .executeTakeFirst();
  return row !== undefined;
}
