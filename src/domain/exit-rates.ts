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

/** What people are; that nobody reached them is apart, and known from no other sum. */
const situations = allGroups.filter((group) => group !== 'not-reached');

export function summariseExits(exits: readonly CountedExit[]): ExitSummary {
  const count = counterOf(exits);
  const answered = situations.reduce((sum, group) => sum + count(group), 0);
  const dynamic = dynamicGroups.reduce((sum, group) => sum + count(group), 0);
  const compared = answered - count('neutral');
  const shown = maskSmall(situations.map(count));
  return {
    due: maskTotal(exits.length),
    answered: maskTotal(answered),
    groups: allGroups.map((group) => ({
      group,
      count: group === 'not-reached' ? maskTotal(count(group)) : (shown[situations.indexOf(group)] ?? null),
    })),
    dynamicBasisPoints: maskTotal(compared - dynamic) === null ? null : share(dynamic, compared),
    responseBasisPoints: share(answered, exits.length),
  };
}

/** Lines of one table: what a hidden number could be found from, the sum of its column, hides another. */
export function summariseLines(lines: readonly (readonly CountedExit[])[]): ExitSummary[] {
  const due = maskSmall(lines.map(({ length }) => length));
  const answers = maskSmall(
    lines.map((exits) => situations.map(counterOf(exits)).reduce((sum, count) => sum + count, 0)),
  );
  return lines.map((exits, place) => {
    const summary = summariseExits(exits);
    const told = due[place] !== null && answers[place] !== null;
    return {
      ...summary,
      due: due[place] ?? null,
      answered: answers[place] ?? null,
      responseBasisPoints: told ? summary.responseBasisPoints : null,
    };
  });
}

function counterOf(exits: readonly CountedExit[]): (group: ExitGroup) => number {
  const found = exits.flatMap(({ code, stay }) => (code === null ? [] : [exitGroup(code, stay)]));
  return (group) => found.filter((one) => one === group).length;
}

/** A share of fewer than five people, or made by fewer than five, would tell who they are. */
function share(part: number, whole: number): number | null {
  if (whole === 0 || maskTotal(whole) === null || maskTotal(part) === null) return null;
  return Math.floor((part * 10_000) / whole);
}
