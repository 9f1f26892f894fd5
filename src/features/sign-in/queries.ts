/** Reads what signing in needs, as the gate: accounts, where they work, the devices they used. */
import { parisDay } from '#domain/day.ts';
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
