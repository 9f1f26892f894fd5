/** Spreads a post to prescribers, and keeps which of them are told of each territory. */
import { organisationOf } from '#domain/actor.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { postNeedLink } from '#db/placement-link.ts';
import type { Context } from '#http/context.ts';
import type { AudienceInput, SpreadInput } from './input.ts';
import { lockOffer } from './queries.ts';
import type { PrescriberRow } from './spread-queries.ts';
import { keepRecipient, listPrescribers, markSpread } from './spread-queries.ts';
import { replaceAudience } from './audience-queries.ts';

/** Each referent gets a letter; its link opens this post and nothing else. Who has no address is told by name, and stops nobody. */
export async function spreadOffer(
  ctx: Context,
  { id, prescribers }: SpreadInput,
): Promise<Result<{ id: string; count: number; skipped: string[] }>> {
  const offer = await lockOffer(ctx, id);
  const own = organisationOf(ctx.actor);
  if (offer === null || own !== offer.facilitatorId) return refuse('not-found');
  if (offer.state !== 'open') return refuse('offer-not-open');
  if (prescribers.length === 0) return refuse('offer-nobody-chosen', { field: 'prescribers' });
  const known = new Map((await listPrescribers(ctx)).map((one) => [one.id, one]));
  const chosen = [...new Set(prescribers)].map((one) => known.get(one));
  if (chosen.includes(undefined)) return refuse('value-unlisted', { field: 'prescribers' });
  const all = chosen.filter((one) => one !== undefined);
  const [reached, unreachable] = [all.filter(isReachable), all.filter((one) => !isReachable(one))];
  const skipped = unreachable.map(({ name }) => name);
  if (reached.length === 0) {
    return refuse('offer-recipient-unreachable', { field: 'prescribers', details: { name: skipped.join(', ') } });
  }
  for (const { id: organisationId, addresses } of reached) {
    const [recipient = ''] = addresses;
    const need = await keepRecipient(ctx, { offerId: id, organisationId, recipient });
    for (const address of addresses) {
      await postNeedLink(ctx, { need, recipient: address, organisation: offer.facilitatorId });
    }
  }
  await markSpread(ctx, id);
  await record(ctx, {
    action: 'offer.spread',
    subjectType: 'job-offer',
    subjectId: id,
    after: { prescribers: reached.map((one) => one.id) },
  });
  return done({ id, count: reached.length, skipped });
}

function isReachable({ addresses }: PrescriberRow): boolean {
  return addresses.length > 0;
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
