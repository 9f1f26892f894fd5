/** Writes a new organisation and the invitation of its first administrator. Runs as the gate: nobody works there yet. */
import { randomUUID } from 'node:crypto';
import type { IdentifierType } from '#domain/company-identifier.ts';
import type { OrganisationKind, Position } from '#domain/position.ts';
import type { Transaction } from './transaction.ts';

export interface NewOrganisation {
  kind: OrganisationKind;
  /** NONE has no number. */
  identifierType: IdentifierType | 'NONE';
  identifier: string | null;
  name: string;
  serviceName: string;
  street: string;
  postcode: string;
  city: string;
  communeCode: string;
  activityCode: string;
  activityNomenclature: string;
  identitySource: 'register' | 'manual' | 'demo';
  identityCheckedAt: Date | null;
}

export async function insertOrganisation(
  { db, now }: { db: Transaction; now: Date },
  organisation: NewOrganisation,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('organisation')
    .values({ id, ...organisation, createdAt: now })
    .execute();
  return id;
}

export async function insertFirstInvitation(
  { db, now }: { db: Transaction; now: Date },
  invitation: {
    organisation: string;
    email: string;
    position: Position;
    invitedBy: string | null;
    expiresAt: Date;
  },
): Promise<string> {
  const id = randomUUID();
  const { organisation, ...rest } = invitation;
  await db
    .insertInto('invitation')
    .values({ id, organisationId: organisation, administers: true, ...rest, createdAt: now })
    .execute();
  return id;
}

/** At this address, in this organisation: taken back when its time is over, so that another may be sent. */
export async function endExpiredInvitation(
  { db, now }: { db: Transaction; now: Date },
  { organisation, email }: { organisation: string; email: string },
): Promise<void> {
  await db
    .updateTable('invitation')
    .set((row) => ({ withdrawnAt: now, version: row('version', '+', 1) }))
    .where('organisationId', '=', organisation)
    .where('email', '=', email)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '<=', now)
    .execute();
}
