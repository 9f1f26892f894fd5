/** A company says whom to reach for one of its lots, or passes the declaration to somebody until a day. */
import { checkDelegation } from '#domain/contact-freshness.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { updateLotParty } from '#db/lot-party.ts';
import type { Context } from '#http/context.ts';
import { followReach } from './follow-reach.ts';
import type { OwnContact, OwnDelegation } from './input.ts';
import { findOwnParty } from './own-queries.ts';
import type { OwnPlace } from './own-queries.ts';

export async function changeOwnContact(
  ctx: Context,
  place: OwnPlace,
  { version, contactName, contactEmail, contactPhone }: OwnContact,
): Promise<Result<{ id: string }>> {
  const party = await findOwnParty(ctx, place);
  if (party === null) return refuse('not-found');
  const change = { contactName, contactEmail, contactPhone };
  const answered = { answeredAt: ctx.now, bouncedAt: null };
  if ((await updateLotParty(ctx, { id: party.id, version, ...change, ...answered })) === null) {
    return refuse('changed-meanwhile');
  }
  await followReach(ctx, { before: party, after: { ...party, ...change } });
  const before = {
    contactName: party.contactName,
    contactEmail: party.contactEmail,
    contactPhone: party.contactPhone,
  };
  await record(ctx, {
    action: 'party.contact-changed',
    subjectType: 'lot-party',
    subjectId: party.id,
    before,
    after: change,
  });
  return done({ id: party.id });
}

export async function delegateOwn(
  ctx: Context,
  place: OwnPlace,
  { version, delegateName, delegateEmail, delegateUntil }: OwnDelegation,
): Promise<Result<{ id: string }>> {
  const party = await findOwnParty(ctx, place);
  if (party === null) return refuse('not-found');
  const change = { delegateName, delegateEmail, delegateUntil };
  const checked = checkDelegation(change, parisDay(ctx.now));
  if (!checked.ok) return checked;
  if ((await updateLotParty(ctx, { id: party.id, version, ...change, answeredAt: ctx.now })) === null) {
    return refuse('changed-meanwhile');
  }
  await followReach(ctx, { before: party, after: { ...party, ...change } });
  await record(ctx, {
    action: 'party.delegated',
    subjectType: 'lot-party',
    subjectId: party.id,
    after: change,
  });
  return done({ id: party.id });
}
