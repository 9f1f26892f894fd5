/** Reads what signing in needs, as the gate: accounts by address, their proofs, their memberships, their invitations. */
import { parisDay } from '#domain/day.ts';
import type { OrganisationKind, Position } from '#domain/position.ts';
import type { Factors } from '#domain/second-factor.ts';
import type { Context } from '#http/context.ts';

type Asking = Pick<Context, 'db' | 'now'>;

export interface AccountRow {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  lastMembershipId: string | null;
  lastSignInAt: Date | null;
}

const accountColumns = ['id', 'email', 'name', 'passwordHash', 'lastMembershipId', 'lastSignInAt'] as const;

/** A closed account is as good as absent. */
export async function findAccountByEmail({ db }: Asking, email: string): Promise<AccountRow | null> {
  const row = await db
    .selectFrom('account')
    .select(accountColumns)
    .where('email', '=', email)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function findAccount({ db }: Asking, id: string | null): Promise<AccountRow | null> {
  if (id === null) return null;
  const row = await db
    .selectFrom('account')
    .select(accountColumns)
    .where('id', '=', id)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function isEmailTaken({ db }: Asking, email: string): Promise<boolean> {
  return (await db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst()) !== undefined;
}

export async function hasAnyAccount({ db }: Asking): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function isInstanceOpen({ db }: Asking): Promise<boolean> {
  const row = await db.selectFrom('instance').select('openedAt').executeTakeFirst();
  return row === undefined || row.openedAt !== null;
}

export async function readFactors({ db }: Asking, account: string): Promise<Factors> {
  const codes = await db
    .selectFrom('secondFactor')
    .select('confirmedAt')
    .where('accountId', '=', account)
    .executeTakeFirst();
  const passkeys = await listPasskeys({ db }, account);
  return { codes: codes !== undefined && codes.confirmedAt !== null, passkeys: passkeys.length };
}

export function listPasskeys({ db }: Pick<Context, 'db'>, account: string) {
  return db
    .selectFrom('passkey')
    .select(['credentialId', 'transports'])
    .where('accountId', '=', account)
    .execute();
}

export interface MembershipRow {
  id: string;
  organisationId: string;
  organisationName: string;
  serviceName: string;
}

/** Those that work today, as the guard reads them again at each request. */
export function listMemberships({ db, now }: Asking, account: string): Promise<MembershipRow[]> {
  return db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select([
      'membership.id',
      'membership.organisationId',
      'organisation.name as organisationName',
      'organisation.serviceName',
    ])
    .where('membership.accountId', '=', account)
    .where('membership.suspendedAt', 'is', null)
    .where('organisation.closedAt', 'is', null)
    .where((where) =>
      where.or([where('membership.validUntil', 'is', null), where('membership.validUntil', '>=', parisDay(now))]),
    )
    .execute();
}

export interface InvitationRow {
  id: string;
  organisationId: string;
  organisationName: string;
  serviceName: string;
  organisationKind: OrganisationKind;
  organisationClosed: boolean;
  email: string;
  position: string;
  administers: boolean;
  inviterId: string | null;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
}

export async function findInvitation({ db }: Asking, id: string): Promise<InvitationRow | null> {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.id', 'invitation.organisationId')
    .select([
      'invitation.id',
      'invitation.organisationId',
      'organisation.name as organisationName',
      'organisation.serviceName',
      'organisation.kind as organisationKind',
      'organisation.closedAt',
      'invitation.email',
      'invitation.position',
      'invitation.administers',
      'invitation.invitedBy as inviterId',
      'invitation.expiresAt',
      'invitation.acceptedAt',
      'invitation.withdrawnAt',
    ])
    .where('invitation.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { closedAt, ...invitation } = row;
  return { ...invitation, organisationClosed: closedAt !== null };
}

/** Who may renew an invitation of this organisation. */
export function listAdministrators({ db, now }: Asking, organisation: string): Promise<{ id: string; email: string }[]> {
  return db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.accountId')
    .select(['account.id', 'account.email'])
    .distinct()
    .where('membership.organisationId', '=', organisation)
    .where('membership.administers', '=', true)
    .where('membership.suspendedAt', 'is', null)
    .where('account.disabledAt', 'is', null)
    .where((where) =>
      where.or([where('membership.validUntil', 'is', null), where('membership.validUntil', '>=', parisDay(now))]),
    )
    .execute();
}

/** null: this membership of this account already exists in no form. */
export async function findMembership(
  { db }: Asking,
  asked: { organisation: string; account: string; position: Position },
): Promise<{ id: string; suspendedAt: Date | null } | null> {
  const row = await db
    .selectFrom('membership')
    .select(['id', 'suspendedAt'])
    .where('organisationId', '=', asked.organisation)
    .where('accountId', '=', asked.account)
    .where('position', '=', asked.position)
    .executeTakeFirst();
  return row ?? null;
}

/** Was this kind of device seen before on this account? */
export async function isKnownDevice({ db }: Asking, account: string, device: string): Promise<boolean> {
  const row = await db
    .selectFrom('session')
    .select('id')
    .where('accountId', '=', account)
    .where('device', '=', device)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findSecret({ db }: Asking, account: string): Promise<{ sealed: string; lastCounter: number } | null> {
  const row = await db
    .selectFrom('secondFactor')
    .select(['secretSealed', 'lastCounter'])
    .where('accountId', '=', account)
    .where('confirmedAt', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : { sealed: row.secretSealed, lastCounter: row.lastCounter };
}

export async function findPasskey({ db }: Asking, credentialId: string) {
  const row = await db
    .selectFrom('passkey')
    .select(['id', 'accountId', 'credentialId', 'publicKey', 'counter', 'transports'])
    .where('credentialId', '=', credentialId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function findIdentityAccount(
  { db }: Asking,
  { issuer, subject }: { issuer: string; subject: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('professionalIdentity')
    .select('accountId')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.accountId ?? null;
}

export async function hasIdentity({ db }: Asking, account: string): Promise<boolean> {
  const row = await db
    .selectFrom('professionalIdentity')
    .select('subject')
    .where('accountId', '=', account)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
