/** Renewals and conversion to CDI: one person, one path, whose first clause contract is never forgotten. */
import type { ContractType } from './contract-types.ts';
import { isOpenEnded } from './contract-types.ts';
import type { Day } from './day.ts';
import { addDays } from './day.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export interface Renewal {
  signedOn: Day;
  formerEnd: Day;
  newEnd: Day;
}

export interface WorkContract {
  type: ContractType;
  startsOn: Day;
  /** Planned end; null for an open-ended contract. */
  endsOn: Day | null;
  /** Day it really stopped, when it did. */
  endedOn: Day | null;
  /** Start of the person's first contract under the clause: the window of eligibility runs from there. */
  firstClauseStart: Day;
  renewals: readonly Renewal[];
}

export type ContractLifeRefusal = 'contract-over' | 'contract-open-ended' | 'renewal-not-later' | 'day-before-start';

/** Source: domain.md §12.3: a renewal is an amendment of the contract, not a new person nor a new contract. */
export function renewContract(
  contract: WorkContract,
  { signedOn, newEnd }: { signedOn: Day; newEnd: Day },
): Result<WorkContract, ContractLifeRefusal> {
  if (contract.endedOn !== null) return refuse('contract-over');
  if (contract.endsOn === null) return refuse('contract-open-ended');
  if (newEnd <= contract.endsOn) {
    return refuse('renewal-not-later', { field: 'newEnd', details: { day: contract.endsOn } });
  }
  const renewal = { signedOn, formerEnd: contract.endsOn, newEnd };
  return done({ ...contract, endsOn: newEnd, renewals: [...contract.renewals, renewal] });
}

/** The former contract ends the day before, as converted; the CDI keeps the start of the path. */
export function convertToCdi(
  contract: WorkContract,
  { from }: { from: Day },
): Result<{ ended: WorkContract; started: WorkContract }, ContractLifeRefusal> {
  if (contract.endedOn !== null) return refuse('contract-over');
  if (isOpenEnded(contract.type)) return refuse('contract-open-ended');
  if (from <= contract.startsOn) return refuse('day-before-start', { field: 'from' });
  const started: WorkContract = {
    type: 'CDI',
    startsOn: from,
    endsOn: null,
    endedOn: null,
    firstClauseStart: contract.firstClauseStart,
    renewals: [],
  };
  return done({ ended: { ...contract, endedOn: addDays(from, -1) }, started });
}

/** The last day on which hours may have been worked: the real end when known, else the planned one. */
export function lastDayOfContract(contract: Pick<WorkContract, 'endsOn' | 'endedOn'>): Day | null {
  return contract.endedOn ?? contract.endsOn;
}
