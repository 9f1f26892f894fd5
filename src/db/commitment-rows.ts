/** Between the columns of a version and what the domain calls a commitment. */
import type { Commitment, CommitmentKind } from '#domain/commitment.ts';
import type { CommitmentVersion } from '#domain/commitment-versions.ts';
import type { Day } from '#domain/day.ts';

interface VersionColumns {
  minutes: number | null;
  hourPerCents: number | null;
  thresholdCents: number | null;
  shareBasisPoints: number | null;
}

/** A version may also move the end of the lot, once signed. */
export interface KeptVersion extends CommitmentVersion {
  endsOn: Day | null;
}

interface Kept {
  kind: CommitmentKind;
  qualitative: string;
  waiverReason: string;
}

export function readVersion(
  kept: Kept,
  row: VersionColumns & {
    number: number;
    fromDay: Day;
    signedOn: Day | null;
    reason: string;
    endsOn: Day | null;
  },
): KeptVersion {
  const { number, fromDay, signedOn, reason, endsOn } = row;
  return { number, endsOn, commitment: readCommitment(kept, row), signedOn, effectiveOn: fromDay, reason };
}

export function columnsOf(commitment: Commitment): VersionColumns {
  const none = { minutes: null, hourPerCents: null, thresholdCents: null, shareBasisPoints: null };
  switch (commitment.kind) {
    case 'fixed':
    case 'training':
      return { ...none, minutes: commitment.minutes };
    case 'variable':
      return {
        ...none,
        hourPerCents: commitment.centsPerHour,
        thresholdCents: commitment.thresholdCents,
      };
    case 'share':
      return { ...none, shareBasisPoints: commitment.basisPoints };
    case 'qualitative':
    case 'none':
      return none;
  }
}

function readCommitment({ kind, qualitative, waiverReason }: Kept, row: VersionColumns): Commitment {
  switch (kind) {
    case 'fixed':
    case 'training':
      return { kind, minutes: row.minutes ?? 0 };
    case 'variable':
      return { kind, centsPerHour: row.hourPerCents ?? 1, thresholdCents: row.thresholdCents ?? 0 };
    case 'share':
      return { kind, basisPoints: row.shareBasisPoints ?? 1 };
    case 'qualitative':
      return { kind, expected: qualitative };
    case 'none':
      return { kind, reason: waiverReason };
  }
}
