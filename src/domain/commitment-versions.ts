/** Versions of a commitment: only a signed amendment changes what is owed, from its day on. */
import type { Commitment, Measures } from './commitment.ts';
import { dueMinutes } from './commitment.ts';
import type { CountingRules } from './counting-rules.ts';
import type { Day } from './day.ts';
import { formatMinutes } from './minutes.ts';
import type { Minutes } from './minutes.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export interface CommitmentVersion {
  number: number;
  commitment: Commitment;
  /** Day the contract or the amendment was signed; null while it is only proposed. */
  signedOn: Day | null;
  effectiveOn: Day;
  reason: string;
}

export type AmendmentRefusal =
  | 'amendment-below-validated'
  | 'amendment-before-former'
  | 'amendment-waiting'
  | 'amendment-signed'
  | 'amendment-signed-before'
  | 'reason-missing';

/** A proposed amendment is shown beside what is owed and changes nothing (H15). */
export function proposeAmendment({
  versions,
  commitment,
  effectiveOn,
  reason,
  validated,
}: {
  versions: readonly CommitmentVersion[];
  commitment: Commitment;
  effectiveOn: Day;
  reason: string;
  validated: Minutes;
}): Result<CommitmentVersion[], AmendmentRefusal> {
  const last = latest(versions);
  if (reason.trim() === '') return refuse('reason-missing', { field: 'reason' });
  if (last !== undefined && last.signedOn === null) return refuse('amendment-waiting');
  if (last !== undefined && effectiveOn < last.effectiveOn) {
    return refuse('amendment-before-former', { field: 'effectiveOn', details: { day: last.effectiveOn } });
  }
  const below = belowValidated(commitment, validated);
  if (below !== null) return below;
  const version = { number: (last?.number ?? 0) + 1, commitment, signedOn: null, effectiveOn, reason };
  return done([...versions, version]);
}

/** Hours may have been validated since the proposal: the floor is asked again on signature. */
export function signAmendment({
  versions,
  signedOn,
  validated,
}: {
  versions: readonly CommitmentVersion[];
  signedOn: Day;
  validated: Minutes;
}): Result<CommitmentVersion[], AmendmentRefusal> {
  const last = latest(versions);
  const former = latest(versions.filter((version) => version !== last));
  if (last === undefined || last.signedOn !== null) return refuse('amendment-signed');
  if (former?.signedOn != null && signedOn < former.signedOn) {
    return refuse('amendment-signed-before', { field: 'signedOn', details: { day: former.signedOn } });
  }
  const below = belowValidated(last.commitment, validated);
  if (below !== null) return below;
  return done(versions.map((version) => (version === last ? { ...version, signedOn } : version)));
}

/** What is owed on a day: the latest version signed by that day and in effect on it. */
export function versionInForce(versions: readonly CommitmentVersion[], day: Day): CommitmentVersion | undefined {
  return latest(
    versions.filter(({ signedOn, effectiveOn }) => signedOn !== null && signedOn <= day && effectiveOn <= day),
  );
}

/** Minutes due on a day; null when nothing is owed in hours, or nothing is signed yet. */
export function dueOn({
  versions,
  day,
  measures,
  tranche,
}: {
  versions: readonly CommitmentVersion[];
  day: Day;
  measures: Measures;
  tranche: CountingRules['variable-tranche'];
}): Minutes | null {
  const version = versionInForce(versions, day);
  return version === undefined ? null : dueMinutes(version.commitment, measures, tranche);
}

function latest(versions: readonly CommitmentVersion[]): CommitmentVersion | undefined {
  return versions.reduce<CommitmentVersion | undefined>(
    (last, version) => (last === undefined || version.number > last.number ? version : last),
    undefined,
  );
}

/** Source: product decision: hours already recognised are never made superfluous by a later paper. */
function belowValidated(commitment: Commitment, validated: Minutes) {
  if (commitment.kind !== 'fixed' && commitment.kind !== 'training') return null;
  return commitment.minutes < validated
    ? refuse('amendment-below-validated', { details: { validated: formatMinutes(validated) } })
    : null;
}
