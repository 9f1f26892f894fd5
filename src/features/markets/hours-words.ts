/** Hours with what they mean to people who think in days and full-time months. */
import type { FullTime } from '#domain/counting-rules.ts';
import type { Minutes } from '#domain/minutes.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { equivalentsOf } from '#domain/equivalents.ts';
import { formatHundredths } from '#domain/french-number.ts';

/** "71,43 jours ou 3,3 mois à temps plein". */
export function inDays(minutes: Minutes, fullTime: FullTime): string {
  const { days, fullTimeMonths } = equivalentsOf(minutes, fullTime);
  return `${formatHundredths(days)}\u00a0jours ou ${formatHundredths(fullTimeMonths)}\u00a0mois à temps plein`;
}

export function hoursInDays(minutes: Minutes, fullTime: FullTime): string {
  return minutes === 0 ? formatMinutes(0) : `${formatMinutes(minutes)}, soit ${inDays(minutes, fullTime)}`;
}
