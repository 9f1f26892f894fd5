/** The last sheet written for a company, as the values of a new form: copied in one tap. */
import { formatMinutes } from '#domain/minutes.ts';
import { formatPhone } from '#domain/phone.ts';
import { romeLabel } from '#domain/rome.ts';
import { tradeWords } from '#domain/trade.ts';
import type { Context } from '#http/context.ts';
import type { FormState } from '#ui/form.tsx';
import type { OfferRow } from './queries.ts';
import { offers } from './queries.ts';

export async function findLastSheet(ctx: Context, company: string): Promise<OfferRow | null> {
  const row = await offers(ctx)
    .where('o.companyId', '=', company)
    .orderBy('o.createdAt', 'desc')
    .orderBy('o.id')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** What is copied; the days belong to one time only and stay empty. */
export function copiedValues(offer: OfferRow): FormState['values'] {
  const { startsOn: _start, endsOn: _end, closesOn: _closing, ...values } = valuesOf(offer);
  return values;
}

export function valuesOf(offer: OfferRow): FormState['values'] {
  return {
    trade: tradeWords({ code: offer.romeCode, name: romeLabel(offer.romeCode) }),
    title: offer.title,
    posts: String(offer.posts),
    commune: offer.commune,
    departmentCode: offer.departmentCode,
    startsOn: offer.startsOn,
    endsOn: offer.endsOn ?? '',
    weeklyMinutes: formatMinutes(offer.weeklyMinutes).replace(/\u00A0h$/u, ''),
    contractTypes: offer.contractTypes,
    licence: offer.licence,
    level: offer.level === null ? '' : String(offer.level),
    ppeProvided: offer.ppeProvided ? 'oui' : '',
    requirements: offer.requirements,
    schedule: offer.schedule,
    siteContact: offer.siteContact,
    sitePhone: offer.sitePhone === '' ? '' : formatPhone(offer.sitePhone),
    closesOn: offer.closesOn,
  };
}
