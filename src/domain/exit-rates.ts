/** The count of exits of a structure, small numbers hidden, with how many answered. */
import type { ExitCode, ExitGroup } from './exit-groups.ts';
import { dynamicGroups, exitGroup, exitGroups } from './exit-groups.ts';
import type { Day } from './day.ts';
import { maskSmall, maskTotal } from './small-numbers.ts';

export interface CountedExit {
  /** null: asked or to ask, and not answered yet. */
  code: ExitCode | null;
  stay: { from: Day; until: Day } | null;
}

export interface ExitSummary {
  due: number | null;
  /** Answered, whatever the answer; who was not reached did not answer. */
  answered: number | null;
  groups: { group: ExitGroup; count: number | null }[];
  /** In hundredths of a percent of those who answered, neutral ones apart; null when too few to be told. */
  dynamicBasisPoints: number | null;
  responseBasisPoints: number | null;
}

export const allGroups = Object.keys(exitGroups) as ExitGroup[];

export function summariseExits(exits: readonly CountedExit[]): ExitSummary {
  const found = exits.flatMap(({ code, stay }) => (code === null ? [] : [exitGroup(code, stay)]));
  const counts = allGroups.map((group) => found.filter((one) => one === group).length);
  const of = (group: ExitGroup) => counts[allGroups.indexOf(group)] ?? 0;
  const answered = found.length - of('not-reached');
  const dynamic = dynamicGroups.reduce((sum, group) => sum + of(group), 0);
  const shown = maskSmall(counts);
  return {
    due: maskTotal(exits.length),
    answered: maskTotal(answered),
    groups: allGroups.map((group, place) => ({ group, count: shown[place] ?? null })),
    dynamicBasisPoints: share(dynamic, answered - of('neutral')),
    responseBasisPoints: share(answered, exits.length),
  };
}

/** A share of fewer than five people would tell who they are. */
function share(part: number, whole: number): number | null {
  if (maskTotal(whole) === null || whole === 0) return null;
  return Math.floor((part * 10_000) / whole);
}
