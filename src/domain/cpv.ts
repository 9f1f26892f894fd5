/** The common procurement vocabulary: a code of eight digits, typed with or without its check digit (domain.md §13.8, I6). */
import { withoutSpaces } from './french-number.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

/** "45112500-9" and "45112500" are both kept as "45112500". Divisions go from 03 to 98 (regulation EC 213/2008). */
export function readCpv(typed: string): Result<string, 'cpv-unreadable'> {
  const match = /^(\d{8})(?:[-–]?\d)?$/u.exec(withoutSpaces(typed.normalize('NFKC')));
  const [, code] = match ?? [];
  if (code === undefined) return refuse('cpv-unreadable');
  const division = Number(code.slice(0, 2));
  return division >= 3 && division <= 98 ? done(code) : refuse('cpv-unreadable');
}
