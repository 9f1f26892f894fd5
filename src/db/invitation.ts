/** Invites somebody into an organisation: one's own, or a service just opened, which row security also lets her. */
import { randomUUID } from 'node:crypto';
import type { Day } from '#domain/day.ts';
import type { Position } from '#domain/position.ts';
import type { Transaction } from './transaction.ts';

export interface NewInvitation {
  organisationId: string;
  email: string;
  position: Position;
  administers: boolean;
  /** The last day of the membership it will give. */
  validUntil?: Day | null;
  invitedBy: string | null;
  expiresAt: Date;
}

/** The row may be unreadable to who writes it, so its id is chosen here. */
export async function insertInvitation(db: Transaction, now: Date, invitation: NewInvitation): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('invitation')
    .values({ ...invitation, id, createdAt: now })
    .execute();
  return id;
}
