/** Hours with what they mean to people who think in days and full-time months. */
import type { Minutes } from '#domain/minutes.ts';
import { formatMinutes } from '#domain/minutes.ts';
import { equivalentsOf } from '#domain/equivalents.ts';
import { formatHundredths } from '#domain/french-number.ts';
import { nationalRules } from '#domain/national-rules.ts';
import { resolveRule } from '#domain/dated-rules.ts';
import type { Day } from '#domain/day.ts';

/** "71,43 jours ou 3,3 mois à temps plein". */
export function inDays(minutes: Minutes, day: Day): string {
  const rule = resolveRule({ book: { national: nationalRules }, code: 'full-time', day });
  if (!rule.ok) return formatMinutes(minutes);
  const { days, fullTimeMonths } = equivalentsOf(minutes, rule.value.value);
  return `${formatHundredths(days)}\u00a0jours ou ${formatHundredths(fullTimeMonths)}\u00a0mois à temps plein`;
}

export function hoursInDays(minutes: Minutes, day: Day): string {
  return minutes === 0 ? formatMinutes(0) : `${formatMinutes(minutes)}, soit ${inDays(minutes, day)}`;
}
