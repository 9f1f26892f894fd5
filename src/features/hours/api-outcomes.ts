/** What became of each line, compared with what was there before: added, changed, unchanged, withdrawn or ignored. */
import type { SentLine } from './declare-check.ts';
import type { DeclarableLine, OpenedMonth } from './declare-open.ts';

export interface LineOutcome {
  contract: string;
  person: string;
  minutes: number;
  outcome: 'added' | 'changed' | 'unchanged' | 'withdrawn' | 'ignored';
}

/** A line that was there and is not sent any more is withdrawn, unless it is already settled. */
export function outcomesOf(before: OpenedMonth, sent: readonly SentLine[]): LineOutcome[] {
  return before.lines.flatMap((line) => {
    const each = sent.find(({ contract }) => contract === line.contract.id);
    if (each === undefined && (line.now === null || line.now.by !== null)) return [];
    const outcome = outcomeOf(line, each);
    const minutes = each?.minutes ?? (outcome === 'withdrawn' ? 0 : (line.now?.minutes ?? 0));
    return [{ contract: line.contract.id, person: line.contract.personId, minutes, outcome }];
  });
}

function outcomeOf({ now }: DeclarableLine, each: SentLine | undefined): LineOutcome['outcome'] {
  const settled = now?.state === 'validated' || now?.state === 'locked';
  if (settled) return 'unchanged';
  const minutes = each?.minutes ?? 0;
  if (now === null) return minutes === 0 ? 'ignored' : 'added';
  if (minutes === 0) return 'withdrawn';
  const same = now.minutes === minutes && now.trainingMinutes === each?.trainingMinutes && now.state !== 'rejected';
  return same && JSON.stringify(now.days) === JSON.stringify(each.days) ? 'unchanged' : 'changed';
}
