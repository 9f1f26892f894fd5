/** A commitment as it is typed, field by field, read into what a lot owes. */
import type { Commitment, CommitmentKind } from './commitment.ts';
import { parseTypedHours } from './minutes.ts';
import type { Minutes, MinutesRefusal } from './minutes.ts';
import { parseTypedAmount } from './money.ts';
import type { MoneyRefusal } from './money.ts';
import type { Refusal, Result } from './result.ts';
import { done, refuse } from './result.ts';
import { parseTypedShare } from './typed-share.ts';
import type { ShareRefusal } from './typed-share.ts';

export interface TypedCommitment {
  commitmentKind: CommitmentKind;
  hours: string;
  eurosPerHour: string;
  thresholdEuros: string;
  share: string;
  expected: string;
  waiverReason: string;
  waiverNote: string;
}

export type TypedCommitmentRefusal =
  | MinutesRefusal
  | MoneyRefusal
  | ShareRefusal
  | 'commitment-zero'
  | 'expected-missing'
  | 'waiver-missing'
  | 'reason-missing';

export function readTypedCommitment(typed: TypedCommitment): Result<Commitment, TypedCommitmentRefusal> {
  const kind = typed.commitmentKind;
  switch (kind) {
    case 'fixed':
    case 'training': {
      const minutes = hoursOf(typed.hours);
      return minutes.ok ? done({ kind, minutes: minutes.value }) : minutes;
    }
    case 'variable':
      return variableOf(typed);
    case 'share': {
      const share = parseTypedShare(typed.share);
      return share.ok ? done({ kind, basisPoints: share.value }) : at(share, 'share');
    }
    case 'qualitative':
      return typed.expected === ''
        ? refuse('expected-missing', { field: 'expected' })
        : done({ kind, expected: typed.expected });
    case 'none':
      if (typed.waiverReason === '') return refuse('waiver-missing', { field: 'waiverReason' });
      return typed.waiverNote === ''
        ? refuse('reason-missing', { field: 'waiverNote' })
        : done({ kind, reason: typed.waiverReason });
  }
}

function hoursOf(typed: string): Result<Minutes, MinutesRefusal | 'commitment-zero'> {
  const read = parseTypedHours(typed);
  if (!read.ok) return at(read, 'hours');
  return read.value > 0 ? read : refuse('commitment-zero', { field: 'hours' });
}

function variableOf({ eurosPerHour, thresholdEuros }: TypedCommitment): Result<Commitment, TypedCommitmentRefusal> {
  const centsPerHour = parseTypedAmount(eurosPerHour);
  if (!centsPerHour.ok) return at(centsPerHour, 'eurosPerHour');
  if (centsPerHour.value === 0) return refuse('commitment-zero', { field: 'eurosPerHour' });
  const threshold = parseTypedAmount(thresholdEuros === '' ? '0' : thresholdEuros);
  if (!threshold.ok) return at(threshold, 'thresholdEuros');
  return done({ kind: 'variable', centsPerHour: centsPerHour.value, thresholdCents: threshold.value });
}

function at<Because extends string>(refused: Refusal<Because>, field: string): Refusal<Because> {
  return { ...refused, field };
}
