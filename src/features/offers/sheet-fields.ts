/** What is kept of a sheet as it was typed, and whether its days hold together. */
import type { Day } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { OfferTerms } from './input.ts';
import type { AskingPlace } from './place-queries.ts';
import type { OfferFields, OfferRow } from './queries.ts';

export function checkDays({ startsOn, endsOn, closesOn }: OfferTerms, today: Day): Result<null> {
  if (endsOn !== null && endsOn < startsOn) return refuse('offer-days-order', { field: 'endsOn' });
  return closesOn < today ? refuse('offer-closing-past', { field: 'closesOn' }) : done(null);
}

/** A sheet without a title takes the name of its trade; a town of the market keeps the market's département. */
export function fieldsOf(
  { trade, title, ...terms }: OfferTerms,
  place: Pick<AskingPlace, 'departmentCode'>,
): OfferFields {
  const departmentCode = terms.departmentCode === '' ? place.departmentCode : terms.departmentCode;
  return { ...terms, departmentCode, communeCode: '', romeCode: trade.code, title: title === '' ? trade.name : title };
}

export function pickFields(offer: OfferRow): Partial<OfferFields> {
  const { title, romeCode, posts, commune, departmentCode, startsOn, endsOn, weeklyMinutes, contractTypes } = offer;
  const { licence, level, ppeProvided, requirements, schedule, siteContact, sitePhone, closesOn } = offer;
  const when = { startsOn, endsOn, weeklyMinutes, contractTypes, schedule, closesOn };
  const asked = { licence, level, ppeProvided, requirements };
  return { title, romeCode, posts, commune, departmentCode, ...when, ...asked, siteContact, sitePhone };
}
