/** Text people type: cleaned before it is kept, folded before it is searched, refused when it hides a personal number. */
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';
import { isSiret } from './siret.ts';

export type TextRefusal = 'text-nul' | 'text-control' | 'text-broken' | 'text-direction' | 'text-too-long';

/** Unicode TR 36 §2.10: characters that reorder what is read, so that it differs from what is stored. */
const reordering = /[\u202a-\u202e\u2066-\u2069]/u;

/** NFC without control characters; a text made only of invisible characters is empty. `lines` keeps line feeds. */
export function cleanText(
  value: string,
  shape: { lines?: boolean; longest?: number } = {},
): Result<string, TextRefusal> {
  if (!value.isWellFormed()) return refuse('text-broken');
  const written = shape.lines === true ? value.replace(/\r\n|[\u2028\u2029]/gu, '\n') : value;
  if (written.includes('\0')) return refuse('text-nul');
  const text = written.normalize('NFC').trim();
  if (forbidden(text, shape.lines === true)) return refuse('text-control');
  if (reordering.test(text)) return refuse('text-direction');
  const visible = /^[\p{Cf}\p{Z}\n]*$/u.test(text) ? '' : text;
  const length = [...visible].length;
  const longest = shape.longest ?? Infinity;
  return length > longest ? refuse('text-too-long', { details: { length, longest } }) : done(visible);
}

/** Two spellings that a person calls the same give one text: no accents, case, ligatures or punctuation. */
export function foldForSearch(value: string): string {
  return value
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđðþıς]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * A French social security number (NIR) anywhere in a text, in any writing. Décret n° 2019-341 lists who may
 * hold one: clause facilitators are not on it. With its key (15 characters) the key must be right; without it
 * (13) the number must be written whole or in its own groups and be plausible, since nothing else proves it.
 */
export function looksLikeNir(text: string): boolean {
  return runsOfNumbers(text).some((run) => run.some((_, start) => startsNir(run, start)));
}

const plainLetters: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

function forbidden(text: string, lineFeeds: boolean): boolean {
  return /[\p{Cc}\u2028\u2029]/u.test(lineFeeds ? text.replaceAll('\n', '') : text);
}

/** Sex, year, month, département, commune, order, key: the only places where people put separators. */
const fieldEnds = [1, 3, 5, 7, 10, 13, 15];
/** INSEE: sex 3, 4, 7, 8 while an identity is being checked; months 20, 30 to 42 and 50 to 99 when unknown. */
const withKey =
  /^[1-478]\d\d(?:0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)(?:0[1-9]|[1-9]\d|2[AB])(?!000)\d{3}(?!000)\d{3}\d\d$/u;
const withoutKey = /^[12]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[1-8]\d|9[0-57-9]|2[AB])(?!000)\d{3}(?!000)\d{3}$/u;

function startsNir(run: string[], start: number): boolean {
  let written = '';
  const ends: number[] = [];
  for (const token of run.slice(start, start + 15)) {
    written += token;
    ends.push(written.length);
    const inFields = ends.every((end) => fieldEnds.includes(end));
    const alone = start === 0 && ends.length === run.length;
    if (written.length === 13 && inFields && withoutKey.test(written)) return true;
    if (written.length === 15 && (inFields || alone) && hasRightKey(written)) return true;
    if (written.length >= 15) return false;
  }
  return false;
}

/** The key is 97 minus the rest of the 13-digit number by 97; 2A counts as 19 and 2B as 18 (INSEE). */
function hasRightKey(written: string): boolean {
  if (!withKey.test(written)) return false;
  const digits = written.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - (Number(digits) % 97) === Number(written.slice(13));
}

/** Groups of digits that belong together: separated by at most three marks, or by the word "clé". */
function runsOfNumbers(text: string): string[][] {
  const runs: string[][] = [[]];
  let end = 0;
  const plain = withoutOtherNumbers(
    text
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}]/gu, '')
      .toUpperCase(),
  );
  for (const token of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    const gap = plain.slice(end, token.index);
    const piece = token[0].replace(/^(?:NIR|NSS|SS|SECU|NUMERO|NO|N)(?=\d)/u, '');
    end = token.index + token[0].length;
    if (gap.length > 3 && !/^\s+$/u.test(gap)) runs.push([]);
    if (/^(?:CLE|KEY)$/u.test(piece)) continue;
    if (/^(?:\d*2?[AB]\d*|\d+)$/u.test(piece)) runs.at(-1)?.push(piece);
    else runs.push([]);
  }
  return runs;
}

/** IBANs and SIRETs prove themselves by their own keys; their digits are set aside. */
function withoutOtherNumbers(text: string): string {
  return text
    .replace(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/gu, (found) =>
      isIban(found) ? ' §§§§ ' : found,
    )
    .replace(/\b\d{3} ?\d{3} ?\d{3} ?\d{5}\b/gu, (found) => (isSiret(found.replaceAll(' ', '')) ? ' §§§§ ' : found));
}

/** ISO 13616: the country and check digits moved to the end, letters as numbers from 10, give 1 by 97. */
function isIban(found: string): boolean {
  const compact = found.replaceAll(' ', '');
  const digits = [...compact.slice(4), ...compact.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}
