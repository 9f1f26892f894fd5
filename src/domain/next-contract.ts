/** What follows a contract: proposed before it ends, so that nobody is left without a next step. */
import type { Day } from './day.ts';
import { addDays, daysBetween } from './day.ts';

export const nextSteps = {
  renewal: 'Renouveler ce contrat',
  'other-lot': 'Contrat sur un autre lot',
  'other-employer': 'Contrat chez un autre employeur',
  'permanent-job': 'CDI',
  training: 'Formation',
  nothing: 'Aucune suite possible',
} as const;

export type NextStep = keyof typeof nextSteps;

/** Source: users.md §5.4, line 10: six weeks, a dated setting. */
export function prepareFrom(endsOn: Day, noticeDays: number): Day {
  return addDays(endsOn, -noticeDays);
}

/** From its notice to its last day, included. */
export function isToPrepare(endsOn: Day, { today, noticeDays }: { today: Day; noticeDays: number }): boolean {
  return prepareFrom(endsOn, noticeDays) <= today && today <= endsOn;
}

/** "aujourd’hui", "demain", "dans 12 jours", "dans 5 semaines". */
export function untilEnd(endsOn: Day, today: Day): string {
  const days = daysBetween(today, endsOn);
  if (days < 0) return 'terminé';
  if (days === 0) return 'aujourd’hui';
  if (days === 1) return 'demain';
  return days < 15 ? `dans ${days}\u00A0jours` : `dans ${Math.floor(days / 7)}\u00A0semaines`;
}
