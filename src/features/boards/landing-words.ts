/** The forecast of a lot in plain words: where the pace leads, and until when a recruitment is still useful. */
import type { Day } from '#domain/day.ts';
import { formatDay } from '#domain/day.ts';
import type { Landing } from '#domain/landing.ts';
import { counted, frenchNumber } from '#ui/french.ts';
import { wholeHours } from '#ui/hours-words.ts';

export function landingWords({ landing, gap, lastUsefulDay, fullTimeMonths, peopleNow }: Landing, today: Day): string {
  const lands = `Au rythme actuel\u00A0: ${wholeHours(landing)}\u00A0h à l’échéance.`;
  if (gap === 0 || lastUsefulDay === null) return `${lands} L’objectif serait atteint.`;
  const misses = `Il manquerait ${wholeHours(gap + 59)}\u00A0h, soit ${frenchNumber(fullTimeMonths / 100, 1)}\u00A0mois à temps plein.`;
  if (peopleNow === null) return `L’échéance est passée. Il manque ${wholeHours(gap + 59)}\u00A0h.`;
  if (lastUsefulDay >= today) {
    return `${lands} ${misses} Une personne à temps plein suffit si elle commence au plus tard le ${formatDay(lastUsefulDay)}.`;
  }
  return `${lands} ${misses} Il faut dès maintenant ${counted(peopleNow, 'personne')} à temps plein.`;
}
