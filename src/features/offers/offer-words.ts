/** A job sheet in words: its days, its week, its contracts. */
import { contractTypes } from '#domain/contract-types.ts';
import { formatShortDay } from '#domain/day.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { romeLabel } from '#domain/rome.ts';
import { tradeWords } from '#domain/trade.ts';
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
    { term: 'Métier', value: tradeWords({ code: sheet.romeCode, name: romeLabel(sheet.romeCode) }) },
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
