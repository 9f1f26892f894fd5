/** The parts in lots that a declaration link opens: the one it was sent for, and those of the same company with the same contact. */
import type { Actor } from '#domain/actor.ts';
import { isReachedAt } from '#domain/contact-reach.ts';
import { parisDay } from '#domain/day.ts';
import type { Transaction } from './transaction.ts';

export interface LinkPart {
  id: string;
  lotId: string;
  /** The link was sent for it. */
  named: boolean;
}

/** The one it was sent for first. */
export async function listLinkParts({
  db,
  actor,
  now,
}: {
  db: Transaction;
  actor: Actor;
  now: Date;
}): Promise<LinkPart[]> {
  if (actor.kind !== 'link' || actor.organisation === null || actor.subject === null) return [];
  const { organisation, subject, address } = actor;
  const parts = await db
    .selectFrom('lotParty')
    .select(['id', 'lotId', 'contactEmail', 'contactPhone', 'delegateEmail', 'delegateUntil'])
    .where('organisationId', '=', organisation)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const today = parisDay(now);
  const opened = parts.flatMap((part) => {
    const named = part.id === subject || part.lotId === subject;
    return named || isReachedAt(part, address, today) ? [{ id: part.id, lotId: part.lotId, named }] : [];
  });
  // A link sent for nothing of this company opens nothing of it.
  return opened.some(({ named }) => named)
    ? opened.toSorted((one, other) => Number(other.named) - Number(one.named))
    : [];
}
