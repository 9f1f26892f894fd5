/** Which situations are worth asking about this person: those her age, her address and her market leave possible. */
import { clauseCriteria } from '#domain/clause-criteria.ts';
import type { Day } from '#domain/day.ts';
import type { DistrictAnswer } from '#domain/district-vintage.ts';
import { ageOn } from '#domain/eligibility-facts.ts';
import type { EligibilityBook } from '#domain/eligibility-rules.ts';
import { eligibilityRule } from '#domain/eligibility-rules.ts';
import type { MarketPublics } from '#domain/market-publics.ts';
import type { SituationCode } from '#domain/situations.ts';
import { clauseSituations, situations } from '#domain/situations.ts';

export interface Offered {
  asked: SituationCode[];
  /** Not asked, each with the reason in a few words. */
  skipped: string[];
}

const ofTheYoung: readonly SituationCode[] = ['OUT_OF_SCHOOL', 'YOUTH_SUPPORT'];

export function offeredSituations(known: {
  birthDate: Day | null;
  day: Day;
  district: DistrictAnswer;
  book: EligibilityBook;
  publics: MarketPublics;
}): Offered {
  const { birthDate, day, district, book, publics } = known;
  const age = birthDate === null ? null : ageOn(birthDate, day);
  const limit = eligibilityRule(book, 'youth-under', day);
  const skipped: string[] = [];
  const asked = clauseSituations.filter((code) => {
    const { label } = situations[code];
    if (code === 'MARKET_PROFILE') return publics.profile !== null;
    if (age !== null && age >= limit && ofTheYoung.includes(code)) {
      skipped.push(`${label} (${age}\u00A0ans à l’embauche)`);
      return false;
    }
    if (code === 'DISTRICT' && district === 'no') {
      skipped.push(`${label} (l’adresse est hors des contours officiels)`);
      return false;
    }
    const opens = clauseCriteria.filter((criterion) => criterion.situations.includes(code));
    if (opens.every((criterion) => publics.excluded.includes(criterion.code))) {
      skipped.push(`${label} (ce marché ne l’admet pas)`);
      return false;
    }
    return true;
  });
  return { asked, skipped };
}

export function isPrioritised(code: SituationCode, { prioritised }: MarketPublics): boolean {
  return clauseCriteria.some(
    (criterion) => criterion.situations.includes(code) && prioritised.includes(criterion.code),
  );
}
