/** A criterion of a public: the situations that open it, what must be true besides, and the text it comes from. */
import type { Certainty } from './dated-rules.ts';
import type { Day } from './day.ts';
import type { SituationCode } from './situations.ts';

export type Regime = 'clause' | 'iae-1' | 'iae-2' | 'geiq';

/** What must be true besides the situation itself; each has its own sentence when it is not. */
export type CriterionTest =
  | 'under-youth-age'
  | 'senior'
  | 'forty-five'
  | 'registered-long'
  | 'registered-very-long'
  | 'registered-between'
  | 'out-of-school'
  | 'low-level'
  | 'level-three-at-most'
  | 'level-four-at-most'
  | 'lives-in-district'
  | 'far-from-employment'
  | 'opinion-joined';

export interface Criterion {
  code: string;
  regime: Regime;
  /** As companies read it in the list of profiles. */
  label: string;
  /** Any of these opens it. */
  situations: readonly [SituationCode, ...SituationCode[]];
  tests: readonly CriterionTest[];
  from: Day;
  until?: Day;
  revision: number;
  source: string;
  certainty: Certainty;
}

/** Enough to find again the very line a decision applied. */
export function criterionVersion({ regime, code, from, revision }: Criterion): string {
  return `${regime}/${code}/${from}/${revision}`;
}

export function inForce(criteria: readonly Criterion[], day: Day): Criterion[] {
  return criteria.filter(({ from, until }) => from <= day && day <= (until ?? day));
}

type Line = [
  code: string,
  label: string,
  situations: readonly [SituationCode, ...SituationCode[]],
  tests?: readonly CriterionTest[],
];

/** Lines of one list share its regime, its date and its source. */
export function listOf(
  common: Pick<Criterion, 'regime' | 'from' | 'source' | 'certainty'>,
  lines: readonly Line[],
): Criterion[] {
  return lines.map(([code, label, situations, tests = []]) => ({
    ...common,
    code,
    label,
    situations,
    tests,
    revision: 1,
  }));
}
