/** Where a person stands towards the clause on a day: the latest decision, and how long it still lasts. */
import type { Day } from './day.ts';
import { addDays, formatShortDay } from './day.ts';
import type { Tone } from './state-machine.ts';

export interface EligibilityDecision {
  verdict: 'eligible' | 'not-eligible';
  fromDay: Day;
  untilDay: Day | null;
  endedOn: Day | null;
}

export type EligibilityStanding =
  | 'to-decide'
  | 'not-yet'
  | 'eligible'
  | 'ends-soon'
  | 'over'
  | 'not-eligible'
  | 'ended';

/** Source: choice of the product: a window that ends within three months is prepared (users.md §5.4, 10, asks for six weeks at least). */
export const soonDays = 90;

export function eligibilityStanding(decision: EligibilityDecision | null, today: Day): EligibilityStanding {
  if (decision === null) return 'to-decide';
  const { verdict, fromDay, untilDay, endedOn } = decision;
  if (endedOn !== null && endedOn <= today) return 'ended';
  if (verdict === 'not-eligible') return 'not-eligible';
  if (fromDay > today) return 'not-yet';
  if (untilDay === null) return 'eligible';
  if (untilDay < today) return 'over';
  return untilDay <= addDays(today, soonDays) ? 'ends-soon' : 'eligible';
}

/** What those who may only know the verdict read: yes or no, and until when (permissions.md §6.2, V). */
export function standingWords(decision: EligibilityDecision | null, today: Day): { tone: Tone; label: string } {
  const standing = eligibilityStanding(decision, today);
  const until = decision?.untilDay ?? null;
  const shortUntil = until === null ? '' : formatShortDay(until);
  switch (standing) {
    case 'to-decide':
      return { tone: 'attention', label: 'À décider' };
    case 'not-yet':
      return { tone: 'neutral', label: `Éligible à partir du ${formatShortDay(decision?.fromDay ?? today)}` };
    case 'eligible':
      return { tone: 'ok', label: until === null ? 'Éligible' : `Éligible jusqu’au ${shortUntil}` };
    case 'ends-soon':
      return { tone: 'attention', label: `Éligible jusqu’au ${shortUntil}` };
    case 'over':
      return { tone: 'problem', label: `Période finie le ${shortUntil}` };
    case 'not-eligible':
      return { tone: 'problem', label: 'Non éligible' };
    case 'ended':
      return { tone: 'neutral', label: `Décision levée le ${formatShortDay(decision?.endedOn ?? today)}` };
  }
}
