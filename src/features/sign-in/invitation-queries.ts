/** Reads invitations and who may renew them, as the gate. */
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import type { OrganisationKind, Position } from '#domain/position.ts';
import type { Context } from '#http/context.ts';

type Asking = Pick<Context, 'db' | 'now'>;

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
  validUntil: Day | null;
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
      'invitation.validUntil',
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
export function listAdministrators(
  { db, now }: Asking,
  organisation: string,
): Promise<{ id: string; email: string }[]> {
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
