/** What is left of a person once her name is gone: an age band and a place wide enough to hide her. */
import type { Day } from './day.ts';

export const ageBands = ['-26', '26-49', '50+'] as const;
export type AgeBand = '' | (typeof ageBands)[number];

/** Source: choice of the product for reports that count the young and the seniors (domain.md §7.1). Age on the day she came. */
export function ageBandOf(birth: Day | null, on: Day): AgeBand {
  if (birth === null || birth > on) return '';
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5) < birth.slice(5) ? 1 : 0);
  if (years < 26) return '-26';
  return years < 50 ? '26-49' : '50+';
}

/** Source: permissions.md §9 and domain.md §10 (small cells masked below five). */
export const smallestGroup = 5;

export interface Place {
  commune: string;
  communeCode: string;
}

/** The commune stays where at least five people of the structure live; elsewhere the département alone. */
export function placeLeft(
  { commune, communeCode }: Place,
  people: number,
): { commune: string; communeCode: string; departmentCode: string } {
  const departmentCode = departmentOf(communeCode);
  if (people >= smallestGroup) return { commune, communeCode, departmentCode };
  return { commune: '', communeCode: '', departmentCode };
}

/** INSEE: the first two signs of the code of a commune, three overseas; empty when the commune has no code. */
export function departmentOf(communeCode: string): string {
  if (!/^(?:\d{2}|2[AB])\d{3}$/u.test(communeCode)) return '';
  return /^9[78]/u.test(communeCode) ? communeCode.slice(0, 3) : communeCode.slice(0, 2);
}

/** The name shown in the place of one that is gone. */
export const anonymousName = { familyName: 'Personne', givenName: 'anonymisée' } as const;
