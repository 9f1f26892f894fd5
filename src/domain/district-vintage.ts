/** Which list of priority districts (QPV) was in force on a day: the answer always carries its vintage and its source. */
import type { Day } from './day.ts';

export type DistrictAnswer = 'yes' | 'no' | 'unknown';
export type DistrictVintage = 2015 | 2024;

export interface VintageRule {
  vintage: DistrictVintage;
  from: Day;
  source: string;
}

/** From memory of the decrees, to be confirmed on Légifrance; overseas the list of 2015 held one year more. */
const mainland: readonly VintageRule[] = [
  { vintage: 2015, from: '2015-01-01', source: 'Décret n°\u00a02014-1750 du 30\u00a0décembre 2014' },
  { vintage: 2024, from: '2024-01-01', source: 'Décret n°\u00a02023-1314 du 28\u00a0décembre 2023' },
];
const overseas: readonly VintageRule[] = [
  { vintage: 2015, from: '2015-01-01', source: 'Décret n°\u00a02014-1751 du 30\u00a0décembre 2014' },
  { vintage: 2024, from: '2025-01-01', source: 'Décret n°\u00a02024-1212 du 27\u00a0décembre 2024' },
];

export const districtVintages: readonly DistrictVintage[] = [2015, 2024];

/** null before the first list. */
export function vintageInForce(day: Day, { communeCode }: { communeCode: string }): VintageRule | null {
  const lists = /^9[78]/u.test(communeCode) ? overseas : mainland;
  return lists.findLast(({ from }) => from <= day) ?? null;
}

export function isDistrictVintage(value: number): value is DistrictVintage {
  return value === 2015 || value === 2024;
}

export const districtWords: Readonly<Record<DistrictAnswer, string>> = {
  yes: 'En quartier prioritaire',
  no: 'Hors quartier prioritaire',
  unknown: 'Quartier prioritaire\u00a0: inconnu',
};
