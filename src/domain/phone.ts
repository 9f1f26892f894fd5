/** Telephone numbers: kept in E.164, shown as French people write them. */
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export type PhoneRefusal = 'phone-missing' | 'phone-unreadable';

/**
 * ARCEP, plan national de numérotation (décision 2018-0881 and after): these national numbers belong to overseas
 * country codes. 06 39 98 is kept for fiction in mainland France.
 */
const overseas: readonly { starts: RegExp; country: string }[] = [
  { starts: /^0(?:590|690|691)/u, country: '590' },
  { starts: /^0(?:594|694)/u, country: '594' },
  { starts: /^0(?:596|696|697)/u, country: '596' },
  { starts: /^0(?:262|263|269|639(?!98)|692|693)/u, country: '262' },
];

/** National length after the country code, where it is fixed. */
const nationalLengths: Record<string, RegExp> = {
  '33': /^[1-9]\d{8}$/u,
  '262': /^(?:26[239]|639|69[23])\d{6}$|^9\d{8}$/u,
  '590': /^(?:590|69[01])\d{6}$|^9\d{8}$/u,
  '594': /^(?:594|694)\d{6}$|^9\d{8}$/u,
  '596': /^(?:596|69[67])\d{6}$|^9\d{8}$/u,
  '508': /^(?:\d{6}|70[89]\d{6})$/u,
  '681': /^\d{6}$/u,
  '687': /^\d{6}$/u,
  '689': /^\d{8}$/u,
};

/** ITU-T E.164: country codes of one and two digits; the others have three. */
const shortCountryCode = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/u;

/** "06 39 98 12 34", "+33 (0)6 39 98 12 34", "0262 …", "00 32 2 …" become "+33639981234" and the like. */
export function readPhone(typed: string): Result<string, PhoneRefusal> {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return refuse('phone-missing');
  if (!/^\+?[\d\s.()/\-‐-―_]+$/u.test(text)) return refuse('phone-unreadable');
  const international = text.replace(/^00/u, '+').startsWith('+');
  const compact = (international ? text.replace(/\(0\)/u, '') : text).replace(/\D/gu, '');
  const number = international ? compact.replace(/^00/u, '') : fromNational(compact);
  return number !== null && isNumber(number) ? done(`+${number}`) : refuse('phone-unreadable');
}

/** "06 39 98 12 34" for French numbers, "+32 …" in groups for the others, with non-breaking spaces. */
export function formatPhone(number: string): string {
  const digits = number.replace(/\D/gu, '');
  const country = countryOf(digits);
  const national = digits.slice(country.length);
  if (country === '33') return spaced(pairs(`0${national}`));
  if (national.length === 9 && ['262', '590', '594', '596'].includes(country)) {
    return spaced([`0${national.slice(0, 3)}`, ...pairs(national.slice(3))]);
  }
  return spaced([`+${country}`, ...pairs(national)]);
}

function fromNational(digits: string): string | null {
  if (!/^0[1-9]\d{8}$/u.test(digits)) return null;
  const country = overseas.find(({ starts }) => starts.test(digits))?.country ?? '33';
  return `${country}${digits.slice(1)}`;
}

function isNumber(digits: string): boolean {
  if (!/^[1-9]\d{6,14}$/u.test(digits)) return false;
  const country = countryOf(digits);
  return nationalLengths[country]?.test(digits.slice(country.length)) ?? true;
}

function countryOf(digits: string): string {
  return shortCountryCode.exec(digits)?.[0] ?? digits.slice(0, 3);
}

/** Groups of two; when the count is odd the first group has three. */
function pairs(digits: string): string[] {
  return digits.match(digits.length % 2 === 0 ? /\d\d/gu : /^\d{3}|\d\d|\d/gu) ?? [];
}

function spaced(groups: string[]): string {
  return groups.join('\u00a0');
}
