/** Writes a job sheet and changes it: by the company, through its link, or by the facilitator for it. */
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { EditOfferInput, OfferTerms } from './input.ts';
import { listPlaces } from './place-queries.ts';
import type { AskingPlace } from './place-queries.ts';
import { insertOffer, lockOffer, updateOffer } from './queries.ts';
import { checkDays, fieldsOf, pickFields } from './sheet-fields.ts';

/** By account the form names the place; by link the link does. */
export async function createOffer(
  ctx: Context,
  { party, ...terms }: OfferTerms & { party: string | null },
): Promise<Result<{ id: string; title: string }>> {
  const places = await listPlaces(ctx);
  const place = party === null ? places[0] : places.find((each) => each.party === party);
  if (place === undefined) return refuse('value-unlisted', { field: 'party' });
  if (place.facilitatorId === null) return refuse('offer-no-facilitator', { field: 'party' });
  const checked = checkDays(terms, parisDay(ctx.now));
  if (!checked.ok) return checked;
  const { facilitatorId, companyId, lotId, marketId } = place;
  const fields = fieldsOf(terms, place);
  const offer = { facilitatorId, companyId, lotId, marketId, ...fields, askedVia: viaOf(ctx, place) };
  const id = await insertOffer(ctx, offer);
  await record(ctx, { action: 'offer.created', subjectType: 'job-offer', subjectId: id, after: { ...offer } });
  return done({ id, title: offer.title });
}

export async function editOffer(ctx: Context, input: EditOfferInput): Promise<Result<{ id: string }>> {
  const before = await lockOffer(ctx, input.id);
  if (before === null) return refuse('not-found');
  const { id, version, ...terms } = input;
  if (before.version !== version) return refuse('changed-meanwhile');
  const checked = checkDays(terms, parisDay(ctx.now));
  if (!checked.ok) return checked;
  const fields = fieldsOf(terms, before);
  if ((await updateOffer(ctx, { id, version, ...fields })) === null) return refuse('changed-meanwhile');
  await record(ctx, {
    action: 'offer.edited',
    subjectType: 'job-offer',
    subjectId: id,
    before: { ...pickFields(before) },
    after: { ...fields },
  });
  return done({ id });
}

function viaOf({ actor }: Context, { companyId }: AskingPlace): 'link' | 'account' | 'facilitator' {
  if (actor.kind === 'link') return 'link';
  return organisationOf(actor) === companyId ? 'account' : 'facilitator';
}
