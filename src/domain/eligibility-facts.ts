/** What is known of a person when the criteria are examined; null is never guessed. */
import type { Day } from './day.ts';
import type { DistrictAnswer } from './district-vintage.ts';
import type { Proof } from './eligibility-proofs.ts';
import type { SituationCode } from './situations.ts';
import type { TrainingLevel } from './training-level.ts';

export interface EligibilityFacts {
  /** Eligibility is assessed at the hire date (domain.md §3.3). */
  day: Day;
  /** Today: a paper cannot be dated after it. */
  seenOn: Day;
  birthDate: Day | null;
  /** Who asks without naming anyone gives an age, not a birth date. */
  age?: number | null;
  situations: readonly SituationCode[];
  registeredSince: Day | null;
  leftSchoolOn: Day | null;
  training: TrainingLevel | null;
  district: DistrictAnswer;
  employedElsewhere: boolean | null;
  opinionJoined: boolean;
  /** null: nobody is named, no paper is asked. */
  proofs: Partial<Record<SituationCode, Proof>> | null;
}

/** In whole years on that day: 26 the day of the birthday, 25 the day before (P2). */
export function ageOn(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

/** The bracket that statistics ask for, in the codes of the paying agency. */
export function unemploymentBracket(monthsRegistered: number): '01' | '02' | '03' | '04' {
  if (monthsRegistered < 6) return '01';
  if (monthsRegistered < 12) return '02';
  return monthsRegistered < 24 ? '03' : '04';
}
