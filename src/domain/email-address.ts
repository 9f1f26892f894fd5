/** E-mail addresses: read once, kept in one comparable form, shown masked where they are not needed whole. */
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export type EmailRefusal = 'email-missing' | 'email-unreadable' | 'email-accent' | 'email-too-long';

/** RFC 5321 §4.5.3.1 and RFC 3696 erratum 1690: 64 before the at sign, 254 in all. */
const longestLocalPart = 64;
const longestAddress = 254;

/**
 * Trimmed, lower case, the domain in its ASCII form (RFC 5891), so that one mailbox gives one text. Quoted local
 * parts and lists are not read: nothing in the value can add a header or a second addressee.
 */
export function readEmailAddress(typed: string): Result<string, EmailRefusal> {
  const text = typed.normalize('NFC').trim();
  if (text === '') return refuse('email-missing');
  const at = text.lastIndexOf('@');
  const localPart = text.slice(0, Math.max(at, 0));
  if (/^[\p{L}\p{M}\d._%+-]+$/u.test(localPart) && /[^\x20-\x7e]/u.test(localPart)) return refuse('email-accent');
  const domain = asciiDomain(text.slice(at + 1));
  if (domain === null || !isLocalPart(localPart)) return refuse('email-unreadable');
  const address = `${localPart.toLowerCase()}@${domain}`;
  const tooLong = localPart.length > longestLocalPart || address.length > longestAddress;
  return tooLong ? refuse('email-too-long', { details: { longest: longestAddress } }) : done(address);
}

/** For screens where the whole address is not needed: "n…@exemple.fr". */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 1) return '…';
  const [first = ''] = address;
  return `${at > 1 ? first : ''}…${address.slice(at)}`;
}

/** RFC 5322 §3.2.3, dot-atom. */
function isLocalPart(text: string): boolean {
  return /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/u.test(text);
}

function asciiDomain(typed: string): string | null {
  if (!/^[\p{L}\p{M}\p{Nd}-]+(?:\.[\p{L}\p{M}\p{Nd}-]+)+$/u.test(typed)) return null;
  const url = URL.parse(`http://${typed}`);
  const labels = url === null ? [] : url.hostname.split('.');
  const right = labels.every((label) => /^(?!-)[a-z\d-]{1,63}(?<!-)$/u.test(label));
  return right && /^(?:[a-z]{2,63}|xn--[a-z\d-]+)$/u.test(labels.at(-1) ?? '') ? labels.join('.') : null;
}
