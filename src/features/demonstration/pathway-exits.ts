/** What became of people in the demonstration: drawn by the product's own rule, answered in each group, some not yet. */
import type { Day } from '#domain/day.ts';
import { addDays } from '#domain/day.ts';
import type { ExitCode } from '#domain/exit-groups.ts';
import { exitCodes } from '#domain/exit-groups.ts';
import { planMeasures } from '#domain/exit-plan.ts';
import type { Walking } from './pathway-contracts.ts';
import { numbersFrom, stableId } from './rows.ts';

type Row = Record<string, unknown>;

/** More likely than the others, so that the year looks like a year. */
const frequent: readonly ExitCode[] = [
  'cdi',
  'fixed-term-long',
  'fixed-term-long',
  'fixed-term-short',
  'training',
  'searching',
  'searching',
  'not-reached',
];

export function exitRows(walks: readonly Walking[], { now, today }: { now: Date; today: Day }): Row[] {
  const draw = numbersFrom(83);
  const people = Map.groupBy(walks, ({ person }) => person);
  return [...people.values()].flatMap((contracts) => {
    const plan = planMeasures(
      contracts.map(({ id, startsOn, life }) => ({ id, startsOn, endedOn: life.endedOn })),
      { windowEnd: null },
    );
    return plan
      .filter(({ dueOn }) => dueOn > addDays(today, -500))
      .map(({ contractId, point, dueOn }) => {
        const walk = contracts.find(({ id }) => id === contractId);
        const known = dueOn <= today && draw() < (dueOn < addDays(today, -20) ? 0.82 : 0.4);
        const code = known ? codeOf(draw()) : null;
        const asked = dueOn <= today && point.startsWith('m') && draw() < 0.7;
        return {
          id: stableId(`exit ${contractId} ${point}`),
          holder_id: walk?.holder,
          person_id: walk?.person,
          contract_id: contractId,
          point,
          due_on: dueOn,
          state: code === null ? 'expected' : 'answered',
          code,
          observed_on: code === null ? null : earliest(addDays(dueOn, 2 + Math.floor(draw() * 12)), today),
          source: code === null ? null : sourceOf({ code, asked }),
          asked_at: asked ? [earliestInstant(`${addDays(dueOn, 1)}T07:30:00Z`, now)] : [],
          version: code === null ? 1 : 2,
        };
      });
  });
}

function codeOf(chance: number): ExitCode {
  const spread = chance * 2;
  const codes = spread < 1.4 ? frequent : exitCodes;
  const place = spread < 1.4 ? spread / 1.4 : (spread - 1.4) / 0.6;
  return codes[Math.floor(place * codes.length)] ?? 'searching';
}

function sourceOf({ code, asked }: { code: ExitCode; asked: boolean }): string {
  const team: readonly ExitCode[] = [
    'not-reached',
    'neutralised',
    'unknown',
    'cdi-aided',
    'aided-contract',
    'inclusion',
  ];
  if (team.includes(code)) return 'team';
  return asked ? 'link' : 'phone';
}

function earliest(day: Day, today: Day): Day {
  return day < today ? day : today;
}

function earliestInstant(instant: string, now: Date): string {
  const latest = now.toISOString();
  return instant < latest ? instant : latest;
}
