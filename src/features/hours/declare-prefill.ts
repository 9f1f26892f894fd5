/** What the fields hold when the page opens: what was sent for this month, else last month's hours. */
import { formatMinutes } from '#domain/minutes.ts';
import { typedDays } from '#domain/typed-days.ts';
import type { FormState } from '#ui/form.tsx';
import type { DeclarableLine, DeclaredHours, OpenedMonth } from './declare-open.ts';

export function prefilled(
  lines: readonly DeclarableLine[],
  { declaration, worked }: Pick<OpenedMonth, 'declaration' | 'worked'>,
): FormState['values'] {
  const sent = declaration?.submittedAt !== null && declaration !== null;
  const told = worked === null ? {} : { travail: fieldHours(worked.minutes) };
  return { ...Object.fromEntries(lines.flatMap((line) => valuesOf(line, sent))), ...told };
}

/** Days and training belong to one month: last month's are not copied. */
function valuesOf({ contract, now, before }: DeclarableLine, sent: boolean): [string, string][] {
  const { id } = contract;
  if (now !== null) {
    return [
      [`heures-${id}`, fieldHours(now.minutes)],
      [`formation-${id}`, now.trainingMinutes === 0 ? '' : fieldHours(now.trainingMinutes)],
      [`jours-${id}`, now.days === null ? '' : typedDays(now.days)],
    ];
  }
  if (sent) return [[`heures-${id}`, '0']];
  return [[`heures-${id}`, before === null ? '' : fieldHours(keptFrom(before))]];
}

function keptFrom(before: DeclaredHours): number {
  return before.minutes;
}

/** "112", "151 h 40": whole hours without their unit, which stands beside the field. */
export function fieldHours(minutes: number): string {
  return minutes % 60 === 0 ? String(minutes / 60) : formatMinutes(minutes);
}
