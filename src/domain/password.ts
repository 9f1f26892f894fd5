/** What makes a password acceptable: long, not common, not made of what everybody knows of its owner. */
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';
import { foldForSearch } from './text.ts';

export type PasswordFault =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-unreadable'
  | 'password-common'
  | 'password-context'
  | 'password-repetition'
  | 'password-sequence';

export interface PasswordAsked {
  password: string;
  /** Keys as commonPasswords makes them: letters and digits, lower case, no accents. */
  commonPasswords: { has(key: string): boolean };
  /** Product, organisation, commune, name, part of the address before the at sign. */
  contextWords: readonly string[];
}

/** Length in place of character classes, which ASVS 6.2.5 forbids; both guides are met by 15 characters and a list. */
export const passwordPolicy = {
  from: '2026-11-21',
  source:
    'ANSSI-CNIL, Recommandations relatives à l’authentification multifacteur et aux mots de passe, v2, 2021 ; ASVS 5.0, 6.2.1 à 6.2.12',
  shortest: 15,
  longest: 128,
  /** What must remain once known words, years and sequences are taken away. */
  essential: 8,
  /** Shorter words are too frequent inside others to mean anything. */
  shortestContextWord: 4,
} as const;

/** The password in the form to hash (NFKC, so that every keyboard gives the same), or the first fault. */
export function checkPassword(asked: PasswordAsked): Result<string, PasswordFault> {
  const [fault] = passwordFaults(asked);
  if (fault === undefined) return done(normalisedPassword(asked.password));
  return refuse(fault, { details: { shortest: passwordPolicy.shortest, longest: passwordPolicy.longest } });
}

/** Every fault, in the order people should mend them. */
export function passwordFaults({ password, commonPasswords, contextWords }: PasswordAsked): PasswordFault[] {
  if (!password.isWellFormed() || password.includes('\0')) return ['password-unreadable'];
  const text = normalisedPassword(password);
  const length = [...text].length;
  if (length > passwordPolicy.longest) return ['password-too-long'];
  const faults: PasswordFault[] = length < passwordPolicy.shortest ? ['password-too-short'] : [];
  if (keysOf(text).some((key) => commonPasswords.has(key))) faults.push('password-common');
  if (mostlyContext(text, contextWords)) faults.push('password-context');
  if (shortestUnit(text) < Math.min(length, passwordPolicy.shortest)) faults.push('password-repetition');
  if (length - followers(text) < passwordPolicy.essential) faults.push('password-sequence');
  return faults;
}

export function normalisedPassword(password: string): string {
  return password.normalize('NFKC');
}

const lookAlikes: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
};

/** The ways a common password hides: capitals, accents, separators, look-alike signs, figures around it. */
function keysOf(text: string): string[] {
  const key = compact(text);
  const core = text.replace(/^[^\p{L}@$€]+|[^\p{L}@$€]+$/gu, '');
  return [key, compact(plainSigns(text)), compact(core), compact(plainSigns(core)), key.replace(/\d/gu, '')];
}

function plainSigns(text: string): string {
  return text.replace(/[013457@$!€]/gu, (sign) => lookAlikes[sign] ?? sign);
}

function compact(text: string): string {
  return foldForSearch(text).replaceAll(' ', '');
}

function mostlyContext(text: string, contextWords: readonly string[]): boolean {
  const words = contextWords
    .flatMap((words) => [compact(words), ...foldForSearch(words).split(' ')])
    .filter((word) => word.length >= passwordPolicy.shortestContextWord)
    .sort((one, other) => other.length - one.length);
  return [compact(text), compact(plainSigns(text))].some((key) => {
    const rest = words.reduce((left, word) => left.replaceAll(word, ' '), key);
    const essential = rest.replace(/(?:19|20)\d\d/gu, ' ');
    return rest !== key && [...essential.replaceAll(' ', '')].length - followers(essential) < passwordPolicy.essential;
  });
}

/** The length of the piece that, repeated, gives the whole text; the last piece may be cut. */
function shortestUnit(text: string): number {
  const signs = [...text.toLowerCase()];
  const unit = signs.findIndex(
    (_, size) => size > 0 && size * 2 <= signs.length && signs.every((sign, place) => sign === signs[place % size]),
  );
  return unit === -1 ? signs.length : unit;
}

const lines = [
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
  '012345678901234567890',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm',
  '&é"\'(-è_çà)=',
];
const ways = [...lines, ...lines.map((line) => [...line].reverse().join(''))];

/** How many characters only repeat the one before, or go on with a run of two (abc, 321, azerty). */
function followers(text: string): number {
  const signs = [...text.toLowerCase()];
  return signs.filter((sign, place) => {
    const [before, between] = [signs[place - 2], signs[place - 1]];
    if (sign === ' ') return false;
    if (between === sign) return true;
    return before !== undefined && ways.some((way) => way.includes(`${before}${between}${sign}`));
  }).length;
}
