/** Reads and writes the members of one's own organisation; row security keeps to it, and to no other place of the same person. */
import type { Selectable } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { MembershipState, Place } from '#domain/membership.ts';
import { membershipState } from '#domain/membership.ts';
import type { Membership } from '#db/schema.ts';
import type { Context } from '#http/context.ts';

const columns = [
  'membership.id',
  'membership.accountId',
  'membership.position',
  'membership.administers',
  'membership.validUntil',
  'membership.suspendedAt',
  'membership.suspendedReason',
  'membership.version',
  'account.name',
  'account.email',
  'account.lastSignInAt',
] as const;

export interface MemberRow extends Pick<
  Selectable<Membership>,
  'id' | 'accountId' | 'position' | 'administers' | 'validUntil' | 'suspendedAt' | 'suspendedReason' | 'version'
> {
  name: string;
  email: string;
  lastSignInAt: Date | null;
  status: MembershipState;
}

export function ownMembers({ db, actor }: Context) {
  return db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.accountId')
    .select(columns)
    .where('membership.organisationId', '=', organisationOf(actor) ?? '');
}

export async function findMember(ctx: Context, id: string): Promise<MemberRow | null> {
  const row = await ownMembers(ctx).where('membership.id', '=', id).executeTakeFirst();
  return row === undefined ? null : withStatus(ctx, row);
}

export async function lockMember(ctx: Context, id: string): Promise<MemberRow | null> {
  const row = await ownMembers(ctx).where('membership.id', '=', id).forUpdate('membership').executeTakeFirst();
  return row === undefined ? null : withStatus(ctx, row);
}

export function withStatus({ now }: Context, row: Omit<MemberRow, 'status'>): MemberRow {
  return { ...row, status: membershipState(row, parisDay(now)) };
}

export async function isMember(ctx: Context, email: string): Promise<boolean> {
  const row = await ownMembers(ctx).where('account.email', '=', email).limit(1).executeTakeFirst();
  return row !== undefined;
}

export async function updatePlace(
  { db }: Context,
  { id, version, ...place }: Place & { id: string; version: number; validUntil: string | null },
): Promise<void> {
  await db
    .updateTable('membership')
    .set({ ...place, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export async function setSuspended(
  { db }: Context,
  { id, suspendedAt, suspendedReason }: { id: string; suspendedAt: Date | null; suspendedReason: string },
): Promise<void> {
  await db
    .updateTable('membership')
    .set((row) => ({ suspendedAt, suspendedReason, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
