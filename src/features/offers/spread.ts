/** Spreads a post to prescribers, and keeps which of them are told of each territory. */
import { organisationOf } from '#domain/actor.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { postNeedLink } from '#db/placement-link.ts';
import type { Context } from '#http/context.ts';
import type { AudienceInput, SpreadInput } from './input.ts';
import { lockOffer } from './queries.ts';
import { keepRecipient, listPrescribers, markSpread } from './spread-queries.ts';
import { replaceAudience } from './audience-queries.ts';

/** Each team gets its letter; its link opens this post and nothing else. */
export async function spreadOffer(
  ctx: Context,
  { id, prescribers }: SpreadInput,
): Promise<Result<{ id: string; count: number }>> {
  const offer = await lockOffer(ctx, id);
  const own = organisationOf(ctx.actor);
  if (offer === null || own !== offer.facilitatorId) return refuse('not-found');
  if (offer.state !== 'open') return refuse('offer-not-open');
  if (prescribers.length === 0) return refuse('offer-nobody-chosen', { field: 'prescribers' });
  const known = new Map((await listPrescribers(ctx)).map((one) => [one.id, one]));
  for (const organisationId of new Set(prescribers)) {
    const prescriber = known.get(organisationId);
    if (prescriber === undefined) return refuse('value-unlisted', { field: 'prescribers' });
    const { email: recipient, name } = prescriber;
    if (recipient === '') return refuse('offer-recipient-unreachable', { field: 'prescribers', details: { name } });
    const need = await keepRecipient(ctx, { offerId: id, organisationId, recipient });
    await postNeedLink(ctx, { need, recipient, organisation: offer.facilitatorId });
  }
  await markSpread(ctx, id);
  const count = new Set(prescribers).size;
  await record(ctx, {
    action: 'offer.spread',
    subjectType: 'job-offer',
    subjectId: id,
    after: { prescribers: [...new Set(prescribers)] },
  });
  return done({ id, count });
}

export async function chooseAudience(
  ctx: Context,
  { departmentCode, prescribers }: AudienceInput,
): Promise<Result<{ departmentCode: string }>> {
  const known = new Set((await listPrescribers(ctx)).map(({ id }) => id));
  if (prescribers.some((id) => !known.has(id))) return refuse('value-unlisted', { field: 'prescribers' });
  await replaceAudience(ctx, { departmentCode, prescribers: [...new Set(prescribers)] });
  await record(ctx, {
    action: 'offer.audience-chosen',
    subjectType: 'organisation',
    subjectId: organisationOf(ctx.actor) ?? '',
    after: { departmentCode, prescribers },
  });
  return done({ departmentCode });
}
