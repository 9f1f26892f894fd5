/** The picture of progress in hours, or the words that say why there is none. */
import type { FullTime } from '#domain/counting-rules.ts';
import { hours, inDays, wholeHours } from '#ui/hours-words.ts';
import { ProgressBar } from './progress-bar.tsx';

export interface HoursBarProps {
  due: number | null;
  done: number;
  /** What should be done today; undefined where nothing says it. */
  expected: number | undefined;
  behind: boolean;
  /** Told: what is due is also said in days and full-time months. */
  fullTime?: FullTime | undefined;
}

export function HoursBar({ due, done, expected, behind, fullTime }: HoursBarProps) {
  if (due === null || due === 0) {
    const why = due === null ? 'Sans obligation d’heures' : 'Volume non déclenché';
    return <span class="soft">{done > 0 ? `${why}, ${hours(done)} réalisées` : why}</span>;
  }
  return (
    <>
      <ProgressBar
        done={done}
        due={due}
        expected={expected}
        tone={behind ? 'attention' : 'brand'}
        format={wholeHours}
      />
      {fullTime !== undefined && <small>{`Dû\u00A0: ${inDays(due, fullTime)}`}</small>}
    </>
  );
}
