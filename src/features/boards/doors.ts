/** Where the pages of the boards lead a reader: to the page of hers that shows the object, or nowhere when she has none. */
import { may } from '#domain/access.ts';
import type { Actor } from '#domain/actor.ts';
import { organisationOf } from '#domain/actor.ts';

/** Whoever checks opens the review, whoever owes it opens her own declaration; the others read its state where they are. */
export function declarationDoor(
  actor: Actor,
  { id, companyId }: { id: string; companyId: string },
): string | undefined {
  if (may(actor, 'hours.review').allowed) return `/heures/${id}`;
  const own = companyId === organisationOf(actor) && may(actor, 'hours.declare').allowed;
  return own ? `/declarations/${id}` : undefined;
}

/** Who takes part, for those who look after the lot; where its hours come from, for those who work on it. */
export function lotDoor(actor: Actor, lot: string): string | undefined {
  return may(actor, 'party.read').allowed ? `/lots/${lot}/intervenants` : hoursDoor(actor, lot);
}

export function hoursDoor(actor: Actor, lot: string): string | undefined {
  return may(actor, 'hours.read').allowed ? `/lots/${lot}/heures` : undefined;
}

export function commitmentDoor(actor: Actor, { lotId, marketId }: { lotId: string; marketId: string }): string {
  return may(actor, 'market.write').allowed ? `/lots/${lotId}/engagement` : `/marches/${marketId}#engagements`;
}

export function companyDoor(actor: Actor, company: string): string | undefined {
  return may(actor, 'party.read').allowed ? `/entreprises/${company}` : undefined;
}
