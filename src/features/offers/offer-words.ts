/** A job sheet in words: its days, its week, its contracts, whose turn it is. */
import { contractTypes } from '#domain/contract-types.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { turnOfOffer } from '#domain/offer-state.ts';
import type { Turn } from '#domain/whose-turn.ts';
import { sides } from '#domain/state-machine.ts';
import { tradeName, tradeWords } from '#domain/trade.ts';
import type { OfferRow } from './queries.ts';

export type Sheet = Pick<
  OfferRow,
  | 'romeCode'
  | 'posts'
  | 'commune'
  | 'departmentCode'
  | 'startsOn'
  | 'endsOn'
  | 'weeklyMinutes'
  | 'contractTypes'
  | 'licence'
  | 'level'
  | 'ppeProvided'
  | 'requirements'
  | 'schedule'
  | 'siteContact'
  | 'sitePhone'
  | 'closesOn'
>;

export function whenWords({ startsOn, endsOn }: Pick<Sheet, 'startsOn' | 'endsOn'>): string {
  const from = formatShortDay(startsOn);
  return endsOn === null ? `à partir du ${from}` : `du ${from} au ${formatShortDay(endsOn)}`;
}

export function placeWords({ commune, departmentCode }: Pick<Sheet, 'commune' | 'departmentCode'>): string {
  return departmentCode === '' ? commune : `${commune} (${departmentCode})`;
}

export function contractWords({ contractTypes: types }: Pick<Sheet, 'contractTypes'>): string {
  return types.map((type) => contractTypes[type].label).join(', ');
}

/** In the order in which somebody decides whether to go. */
export function sheetItems(sheet: Sheet): { term: string; value: string }[] {
  const { licence, level } = sheet;
  const asked = [licence === '' ? '' : `permis ${licence}`, level === null ? '' : `niveau ${level}`].filter(Boolean);
  return [
    { term: 'Métier', value: tradeWords({ code: sheet.romeCode, name: tradeName(sheet.romeCode) }) },
    { term: 'Postes', value: String(sheet.posts) },
    { term: 'Lieu', value: placeWords(sheet) },
    { term: 'Dates', value: whenWords(sheet) },
    { term: 'Semaine', value: [formatMinutes(sheet.weeklyMinutes), sheet.schedule].filter(Boolean).join(', ') },
    { term: 'Contrats possibles', value: contractWords(sheet) },
    { term: 'Demandé', value: asked.length === 0 ? 'Ni permis, ni diplôme' : asked.join(', ') },
    { term: 'Savoir-faire', value: sheet.requirements },
    { term: 'Équipements', value: sheet.ppeProvided ? 'Fournis par l’entreprise' : 'À prévoir par la personne' },
    { term: 'Proposer avant le', value: formatShortDay(sheet.closesOn) },
  ].filter(({ value }) => value !== '');
}

export function turnOf(offer: OfferRow): Turn {
  return turnOfOffer({
    state: offer.state,
    since: parisDay(offer.stateSince),
    employer: offer.companyKind === 'inclusion' ? 'inclusion' : 'company',
    spread: offer.spreadAt !== null,
    waiting: offer.waiting,
    toPresent: offer.toPresent,
  });
}

/** "À vous : …" for who must act, "À l’entreprise : …" for the others. */
export function turnWords({ owner, action }: Turn, reader: string | null): string {
  if (owner === 'nobody') return action;
  return owner === reader ? `À vous\u00A0: ${action}` : `À ${sides[owner]}\u00A0: ${action}`;
}
