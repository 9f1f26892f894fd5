/** Reads the hours as they were typed: total, the training in it, and the days; every unreadable line at once. */
import { parseTypedHours } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import type { Refusal } from '#domain/result.ts';
import { refuse } from '#domain/result.ts';
import { parseTypedDays } from '#domain/typed-days.ts';
import type { SentLine } from './declare-check.ts';
import { fieldOf } from './declare-check.ts';
import type { TypedLine } from './input.ts';

export interface ReadLines {
  lines: SentLine[];
  faults: Refusal[];
}

export function readLines(typed: ReadonlyMap<string, TypedLine>, month: Month): ReadLines {
  const lines: SentLine[] = [];
  const faults: Refusal[] = [];
  for (const [contract, { hours, training, days }] of typed) {
    const given = parseTypedDays(days, month);
    const total = hours.trim() === '' ? refuse('declared-hours-missing') : parseTypedHours(hours);
    const part = training.trim() === '' ? { ok: true as const, value: 0 } : parseTypedHours(training);
    if (!total.ok) faults.push({ ...total, field: fieldOf(contract, undefined) });
    if (!part.ok) faults.push({ ...part, field: fieldOf(contract, 'trainingMinutes') });
    if (!given.ok) faults.push({ ...given, field: fieldOf(contract, 'days') });
    if (total.ok && part.ok && given.ok) {
      lines.push({ contract, minutes: total.value, trainingMinutes: part.value, days: given.value });
    }
  }
  return { lines, faults };
}
