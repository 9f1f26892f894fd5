/** Reads and writes the invitations of one's own organisation. */
import type { Selectable } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Invitation } from '#db/schema.ts';
import type { Context } from '#http/context.ts';

export type InvitationRow = Pick<
  Selectable<Invitation>,
  'id' | 'email' | 'position' | 'administers' | 'validUntil' | 'expiresAt' | 'acceptedAt' | 'withdrawnAt' | 'createdAt'
>;

const columns = [
  'id',
  'email',
  'position',
  'administers',
  'validUntil',
  'expiresAt',
  'acceptedAt',
  'withdrawnAt',
  'createdAt',
] as const;

const invitationsShown = 200;

export function listWaitingInvitations({ db, actor }: Context): Promise<InvitationRow[]> {
  return db
    .selectFrom('invitation')
    .select(columns)
    .where('organisationId', '=', organisationOf(actor) ?? '')
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(invitationsShown)
    .execute();
}

export async function lockInvitation({ db, actor }: Context, id: string): Promise<InvitationRow | null> {
  const row = await db
    .selectFrom('invitation')
    .select(columns)
    .where('id', '=', id)
    .where('organisationId', '=', organisationOf(actor) ?? '')
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function isInvited({ db, actor }: Context, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('invitation')
    .select('id')
    .where('organisationId', '=', organisationOf(actor) ?? '')
    .where('email', '=', email)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function changeInvitation(
  { db }: Context,
  { id, ...changes }: { id: string; expiresAt?: Date; withdrawnAt?: Date | null },
): Promise<void> {
  await db
    .updateTable('invitation')
    .set((row) => ({ ...changes, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
