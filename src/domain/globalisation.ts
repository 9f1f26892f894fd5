/** Agreements under which hours worked on one lot may serve another (globalisation, domain.md §5.3). */
import type { Day } from './day.ts';
import type { Span } from './weekly-limits.ts';

export interface GlobalisationAgreement {
  id: string;
  /** The one company whose hours may move: a partner on the same lot keeps its own there. */
  company: string;
  lots: readonly string[];
  /** null until every buyer concerned has signed. */
  signedOn: Day | null;
  from: Day;
  until: Day;
}

/** The hours of a month may move only when the agreement holds on each of their days, signature included. */
export function agreementFor(
  agreements: readonly GlobalisationAgreement[],
  { company, from, to, worked }: { company: string; from: string; to: string; worked: Span },
): GlobalisationAgreement | undefined {
  return agreements
    .filter(
      ({ company: bound, lots, signedOn, from: first, until }) =>
        bound === company &&
        lots.includes(from) &&
        lots.includes(to) &&
        signedOn !== null &&
        signedOn <= worked.from &&
        first <= worked.from &&
        worked.until <= until,
    )
    .sort((one, other) => (one.id < other.id ? -1 : 1))[0];
}
