/** Writes a job sheet, changes it, and moves it: by the company, through its link, or by the facilitator for it. */
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Day } from '#domain/day.ts';
import { offerMachine } from '#domain/offer-state.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Side } from '#domain/state-machine.ts';
import { moveState } from '#domain/state-machine.ts';
import { record } from '#db/audit.ts';
import { updateOfferState } from '#db/job-offer.ts';
import type { Context } from '#http/context.ts';
import type { EditOfferInput, MoveOfferInput, OfferTerms } from './input.ts';
import { listPlaces } from './place-queries.ts';
import type { AskingPlace } from './place-queries.ts';
import type { OfferFields, OfferRow } from './queries.ts';
import { insertOffer, lockOffer, updateOffer } from './queries.ts';

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

export async function moveOffer(ctx: Context, input: MoveOfferInput): Promise<Result<{ id: string }>> {
  const before = await lockOffer(ctx, input.id);
  if (before === null) return refuse('not-found');
  const { id, version, to, reason } = input;
  if (before.version !== version) return refuse('changed-meanwhile');
  const moved = moveState(offerMachine, { from: before.state, to, by: sideOn(ctx, before), reason });
  if (!moved.ok) return moved;
  if (to === 'open' && before.closesOn < parisDay(ctx.now)) return refuse('offer-closing-past', { field: 'closesOn' });
  if ((await updateOfferState(ctx, { id, version, state: to, reason })) === null) return refuse('changed-meanwhile');
  await record(ctx, {
    action: 'offer.moved',
    subjectType: 'job-offer',
    subjectId: id,
    before: { state: before.state },
    after: { state: to },
    reason,
  });
  return done({ id });
}

/** On whose side one stands towards a sheet. */
export function sideOn(ctx: Pick<Context, 'actor'>, { facilitatorId, companyKind }: OfferRow): Side {
  if (organisationOf(ctx.actor) === facilitatorId) return 'facilitator';
  return companyKind === 'inclusion' ? 'inclusion' : 'company';
}

function checkDays({ startsOn, endsOn, closesOn }: OfferTerms, today: Day): Result<null> {
  if (endsOn !== null && endsOn < startsOn) return refuse('offer-days-order', { field: 'endsOn' });
  return closesOn < today ? refuse('offer-closing-past', { field: 'closesOn' }) : done(null);
}

/** A sheet without a title takes the name of its trade; a town of the market keeps the market's département. */
function fieldsOf({ trade, title, ...terms }: OfferTerms, place: Pick<AskingPlace, 'departmentCode'>): OfferFields {
  const departmentCode = terms.departmentCode === '' ? place.departmentCode : terms.departmentCode;
  return { ...terms, departmentCode, communeCode: '', romeCode: trade.code, title: title === '' ? trade.name : title };
}

function pickFields(offer: OfferRow): Partial<OfferFields> {
  const { title, romeCode, posts, commune, departmentCode, startsOn, endsOn, weeklyMinutes, contractTypes } = offer;
  const { licence, level, ppeProvided, requirements, schedule, siteContact, sitePhone, closesOn } = offer;
  const when = { startsOn, endsOn, weeklyMinutes, contractTypes, schedule, closesOn };
  const asked = { licence, level, ppeProvided, requirements };
  return { title, romeCode, posts, commune, departmentCode, ...when, ...asked, siteContact, sitePhone };
}

function viaOf({ actor }: Context, { companyId }: AskingPlace): 'link' | 'account' | 'facilitator' {
  if (actor.kind === 'link') return 'link';
  return organisationOf(actor) === companyId ? 'account' : 'facilitator';
}
