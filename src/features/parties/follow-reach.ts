/** When whoever declares for a company on a lot changes: her links end, and the next one receives hers. */
import type { Reach } from '#domain/contact-reach.ts';
import { addressOfReach } from '#domain/contact-reach.ts';
import { parisDay } from '#domain/day.ts';
import { endPartyLinks, postDeclarationLink } from '#db/declaration-link.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';

interface ReachedParty extends Reach {
  id: string;
  organisationId: string;
}

/** By the company itself: its next contact need not wait for a reminder. */
export async function followReach(ctx: Context, reach: { before: Reach; after: ReachedParty }): Promise<void> {
  const { before, after } = reach;
  const today = parisDay(ctx.now);
  await endFormerLinks(ctx, reach);
  if (addressOfReach(before, today) === addressOfReach(after, today)) return;
  await postDeclarationLink(ctx, { party: after, today, texts: ctx.house.sms.leaves });
}

/** Whoever passes the declaration on by her own link still reads what she has just done. */
export async function endFormerLinks(
  ctx: Context,
  { before, after }: { before: Reach; after: Reach & { id: string } },
): Promise<void> {
  const keep = addressesOf(after);
  const inUse = ctx.actor.kind === 'link' ? ctx.actor.token : null;
  if (addressesOf(before).every((address) => keep.includes(address))) return;
  await throughGate(ctx, ({ db, now }) => endPartyLinks(db, { party: after.id, now, keep, inUse }));
}

export async function endLinksOf(ctx: Context, party: string): Promise<void> {
  await throughGate(ctx, ({ db, now }) => endPartyLinks(db, { party, now }));
}

function addressesOf({ contactEmail, contactPhone, delegateEmail }: Reach): string[] {
  return [contactEmail.toLowerCase(), contactPhone, delegateEmail.toLowerCase()].filter((address) => address !== '');
}
