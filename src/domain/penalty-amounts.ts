/** What a clause's formula gives for hours not done or papers late (domain.md §5.5): a computed proposal, the buyer decides. */
import type { Minutes } from './minutes.ts';
import type { Cents } from './money.ts';
import { shareOf } from './money.ts';

/** A multiple is in hundredths: ×2 is 200, ×1,5 is 150. */
export type HoursPenalty =
  | { kind: 'per-hour'; cents: Cents }
  | { kind: 'smic-multiple'; hundredths: number }
  | { kind: 'ceiling-multiple'; hundredths: number };

/** Dated values, as they stand on the day of the penalty. */
export interface PenaltyReferences {
  smicPerHour: Cents;
  ceilingPerHour: Cents;
}

/** Minutes count in proportion, and the amount is rounded to the cent once, at the end. */
export function hoursPenalty({
  missing,
  formula,
  references,
}: {
  missing: Minutes;
  formula: HoursPenalty;
  references: PenaltyReferences;
}): Cents {
  const hours = Math.max(0, missing);
  switch (formula.kind) {
    case 'per-hour':
      return shareOf(formula.cents, { numerator: hours, denominator: 60 });
    case 'smic-multiple':
      return multiple(references.smicPerHour, { hours, hundredths: formula.hundredths });
    case 'ceiling-multiple':
      return multiple(references.ceilingPerHour, { hours, hundredths: formula.hundredths });
  }
}

/** days: counted from the formal notice, calendar or working days as the clause says. */
export function latenessPenalty({ days, centsPerDay }: { days: number; centsPerDay: Cents }): Cents {
  return Math.max(0, days) * centsPerDay;
}

function multiple(cents: Cents, { hours, hundredths }: { hours: Minutes; hundredths: number }): Cents {
  return shareOf(cents, { numerator: hours * hundredths, denominator: 6000 });
}
