/** When to ask where people are: as a contract ends, as they leave the clause, then 3, 6 and 12 months later. */
import type { Day } from './day.ts';
import { addDays, addMonths } from './day.ts';

interface Point {
  label: string;
  short: string;
  months: number;
  source: string;
}

export const measurePoints = {
  'contract-end': {
    label: 'À la fin du contrat',
    short: 'Fin de contrat',
    months: 0,
    source: 'Conventions S0 à S4\u00A0: «\u00A0à l’issue\u00A0»',
  },
  'clause-exit': { label: 'À la sortie de la clause', short: 'Sortie', months: 0, source: 'Pratique AVE' },
  m3: { label: '3\u00A0mois après', short: '3\u00A0mois', months: 3, source: 'users.md §3, 21' },
  m6: { label: '6\u00A0mois après', short: '6\u00A0mois', months: 6, source: 'Pratique AVE, FSE+' },
  m12: { label: '12\u00A0mois après', short: '12\u00A0mois', months: 12, source: 'Pratique AVE' },
} as const satisfies Record<string, Point>;

export type MeasurePoint = keyof typeof measurePoints;

export const allPoints = Object.keys(measurePoints) as MeasurePoint[];

export interface PathContract {
  id: string;
  startsOn: Day;
  /** The day it really stopped; null while it runs. */
  endedOn: Day | null;
}

export interface PlannedMeasure {
  contractId: string;
  point: MeasurePoint;
  dueOn: Day;
}

/** Contracts of one person with one structure; those removed or never started are not given. */
export function planMeasures(
  contracts: readonly PathContract[],
  { windowEnd }: { windowEnd: Day | null },
): PlannedMeasure[] {
  return contracts.flatMap((contract) => measuresOf(contract, { contracts, windowEnd }));
}

function measuresOf(
  contract: PathContract,
  { contracts, windowEnd }: { contracts: readonly PathContract[]; windowEnd: Day | null },
): PlannedMeasure[] {
  const { id: contractId, startsOn, endedOn } = contract;
  if (endedOn !== null && goesOn(contract, contracts)) return [];
  const left = endedOn ?? windowEnd;
  const ended = endedOn === null ? [] : [{ contractId, point: 'contract-end' as const, dueOn: endedOn }];
  if (left === null || left < startsOn || isFollowed(contract, contracts)) return ended;
  // Choice of Guichet: a CDI leaves the clause when its hours stop counting.
  const exit =
    endedOn !== null && windowEnd !== null && windowEnd >= startsOn && windowEnd < endedOn ? windowEnd : left;
  const after = (['clause-exit', 'm3', 'm6', 'm12'] as const).map((point) => ({
    contractId,
    point,
    dueOn: addMonths(exit, measurePoints[point].months),
  }));
  return [...ended, ...after];
}

/** Renewed or converted, or two jobs at once: the person still works under the clause the next day. */
function goesOn({ id, endedOn }: PathContract, contracts: readonly PathContract[]): boolean {
  if (endedOn === null) return false;
  const next = addDays(endedOn, 1);
  return contracts.some(
    (other) => other.id !== id && other.startsOn <= next && (other.endedOn === null || other.endedOn >= next),
  );
}

/** A contract that lasts longer brings her back: the exit is measured after that one. */
function isFollowed(contract: PathContract, contracts: readonly PathContract[]): boolean {
  return contracts.some((other) => lasts(other) > lasts(contract));
}

/** Ordered by last day, then by first, then by number, so that of two equal contracts one is the last. */
function lasts({ id, startsOn, endedOn }: PathContract): string {
  return `${endedOn ?? '9999-12-31'} ${startsOn} ${id}`;
}
