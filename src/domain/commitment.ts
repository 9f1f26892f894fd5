/** What a lot owes: a number of hours, a volume that follows the invoices or the hours worked, training, or something else. */
import type { CountingRules } from './counting-rules.ts';
import type { Minutes } from './minutes.ts';
import type { Cents } from './money.ts';
import { partOf } from './proportion.ts';

export type Commitment =
  | { kind: 'fixed'; minutes: Minutes }
  /** One hour for each full tranche of `centsPerHour` invoiced beyond the threshold. */
  | { kind: 'variable'; centsPerHour: Cents; thresholdCents: Cents }
  /** A part of all hours worked on the lot, as the programmes of urban renewal ask (domain.md §6). */
  | { kind: 'share'; basisPoints: number }
  | { kind: 'training'; minutes: Minutes }
  | { kind: 'qualitative'; expected: string }
  | { kind: 'none'; reason: string };

export type CommitmentKind = Commitment['kind'];

export const commitmentKinds: Readonly<Record<CommitmentKind, string>> = {
  fixed: 'Nombre d’heures',
  variable: 'Heures selon le montant facturé',
  share: 'Part des heures travaillées',
  training: 'Heures de formation',
  qualitative: 'Engagement sans heures',
  none: 'Sans obligation',
};

/** What is known on the day asked: amounts invoiced and hours worked by everybody, since the beginning. */
export interface Measures {
  invoicedCents: Cents;
  workedMinutes: Minutes;
}

/** null: no hours are due by nature; 0: the volume is not triggered yet. */
export function dueMinutes(
  commitment: Commitment,
  measures: Measures,
  tranche: CountingRules['variable-tranche'],
): Minutes | null {
  switch (commitment.kind) {
    case 'fixed':
    case 'training':
      return commitment.minutes;
    case 'variable':
      return minutesOfTranches(commitment, measures.invoicedCents, tranche);
    case 'share':
      return partOf(measures.workedMinutes, { numerator: commitment.basisPoints, denominator: 10_000 });
    case 'qualitative':
    case 'none':
      return null;
  }
}

/** Source: CCAP of the State, 2021 (domain.md §5.1): 1 h per 2 000 € beyond 2 700 000 €; only full tranches [choice, H12]. */
function minutesOfTranches(
  { centsPerHour, thresholdCents }: { centsPerHour: Cents; thresholdCents: Cents },
  invoicedCents: Cents,
  tranche: CountingRules['variable-tranche'],
): Minutes {
  if (centsPerHour <= 0) throw new RangeError('a tranche is above zero');
  const beyond = Math.max(0, invoicedCents - thresholdCents);
  return tranche === 'full'
    ? partOf(beyond, { numerator: 1, denominator: centsPerHour }) * 60
    : partOf(beyond, { numerator: 60, denominator: centsPerHour });
}
