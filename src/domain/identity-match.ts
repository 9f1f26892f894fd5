/** Two files of one structure that may be one person, whatever the spelling: said, never decided, by the machine. */
import type { Day } from './day.ts';
import type { PersonIdentity } from './lookalike.ts';
import { foldForSearch } from './text.ts';

/** same: one name and one birth date. perhaps: one slip apart, to be looked at side by side. */
export type Match = 'same' | 'perhaps';

/** Words that some write and others leave out. Source: choice of the product, from usual French, Arabic, Iberian and Dutch names. */
const particles = new Set([
  'd',
  'da',
  'de',
  'del',
  'den',
  'der',
  'des',
  'di',
  'do',
  'dos',
  'du',
  'el',
  'al',
  'l',
  'la',
  'le',
  'les',
  'van',
  'von',
]);

export function matchIdentity(one: PersonIdentity, other: PersonIdentity): Match | null {
  const name = nearness(one, other);
  if (name === 'apart') return null;
  if (one.birthDate === null || other.birthDate === null) return name === 'same' ? 'perhaps' : null;
  if (one.birthDate === other.birthDate) return name === 'same' ? 'same' : 'perhaps';
  return name === 'same' && isBirthSlip(one.birthDate, other.birthDate) ? 'perhaps' : null;
}

/** What two spellings of one name have in common: the key under which a file and a list are compared. */
export function nameKey({ familyName, givenName }: Pick<PersonIdentity, 'familyName' | 'givenName'>): string {
  return [joined(familyName), joined(givenName)].sort().join(' ');
}

function nearness(one: PersonIdentity, other: PersonIdentity): 'same' | 'near' | 'apart' {
  const alike = [nameKey, wholeKey, sortedWords].some((keyOf) => keyOf(one) === keyOf(other));
  if (alike) return 'same';
  const [family, given] = [joined(one.familyName), joined(one.givenName)];
  const [theirFamily, theirGiven] = [joined(other.familyName), joined(other.givenName)];
  const straight = slips(family, theirFamily) + slips(given, theirGiven);
  const crossed = slips(family, theirGiven) + slips(given, theirFamily);
  if (Math.min(straight, crossed) <= 1) return 'near';
  return family === theirFamily && isShortened(one.givenName, other.givenName) ? 'near' : 'apart';
}

/** "Jean" beside "Jean-Pierre". */
function isShortened(one: string, other: string): boolean {
  const [few = [], many = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  return few.length > 0 && few.length < many.length && few.every((word, place) => word === many[place]);
}

/** "Le Gall" beside "Legall". */
function wholeKey({ familyName, givenName }: PersonIdentity): string {
  return [familyName, givenName]
    .map((name) => foldForSearch(name).replaceAll(' ', ''))
    .sort()
    .join(' ');
}

function sortedWords({ familyName, givenName }: PersonIdentity): string {
  return wordsOf(`${familyName} ${givenName}`).sort().join(' ');
}

function joined(name: string): string {
  return wordsOf(name).join('');
}

/** A name made of particles alone keeps them. */
function wordsOf(name: string): string[] {
  const words = foldForSearch(name).split(' ').filter(Boolean);
  const told = words.filter((word) => !particles.has(word));
  return told.length === 0 ? words : told;
}

/** A day and a month exchanged, or one figure mistyped. */
function isBirthSlip(one: Day, other: Day): boolean {
  const [year, month, day] = one.split('-');
  if (other === `${year}-${day}-${month}`) return true;
  return [...one].filter((figure, place) => figure !== other[place]).length === 1;
}

/** 0, 1, or 2 for "more than one": a letter added, dropped, changed, or two neighbours exchanged. */
function slips(one: string, other: string): number {
  if (one === other) return 0;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 3 || long.length - short.length > 1) return 2;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1) ? 1 : 2;
  if (short.slice(start + 1) === long.slice(start + 1)) return 1;
  const exchanged = short[start] === long[start + 1] && short[start + 1] === long[start];
  return exchanged && short.slice(start + 2) === long.slice(start + 2) ? 1 : 2;
}
