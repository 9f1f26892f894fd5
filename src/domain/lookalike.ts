/** Two files that may be one person: said before creating, never merged without a person looking at both. */
import type { Day } from './day.ts';
import { foldForSearch } from './text.ts';

export interface PersonIdentity {
  familyName: string;
  givenName: string;
  birthDate: Day | null;
}

/** same: one name and one birth date. close: to be compared by a person. */
export type Likeness = 'same' | 'close';

/** Source: choice of the product; a homonym is offered rather than hidden, two names in the wrong order are one. */
export function likeness(one: PersonIdentity, other: PersonIdentity): Likeness | null {
  const sameName = wordsOf(one) === wordsOf(other);
  const known = one.birthDate !== null && other.birthDate !== null;
  const sameBirth = known && one.birthDate === other.birthDate;
  if (sameName) return sameBirth ? 'same' : 'close';
  if (sameBirth) return sharesName(one, other) || nearly(one, other) ? 'close' : null;
  return !known && nearly(one, other) ? 'close' : null;
}

function wordsOf({ familyName, givenName }: PersonIdentity): string {
  return foldForSearch(`${familyName} ${givenName}`).split(' ').sort().join(' ');
}

function sharesName(one: PersonIdentity, other: PersonIdentity): boolean {
  const theirs = new Set(wordsOf(other).split(' '));
  return wordsOf(one)
    .split(' ')
    .some((word) => word.length > 1 && theirs.has(word));
}

/** A slip or two of the keyboard in the whole name. */
function nearly(one: PersonIdentity, other: PersonIdentity): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  return first.length > 6 && distance(first, second) <= 2;
}

/** Levenshtein: letters added, dropped or changed. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [place, met] of [...other].entries()) {
      const changed = (row[place] ?? 0) + (letter === met ? 0 : 1);
      next.push(Math.min(changed, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
