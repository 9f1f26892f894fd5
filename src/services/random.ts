/** Secrets nobody can guess, codes a person can copy, and the digests kept in their place. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that nothing is misread on paper. */
const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeGroup = 4;

/** A secret for links, sessions and keys: 32 bytes are 43 characters of base64url. */
export function newSecret(bytes = 32): string {
  if (!Number.isSafeInteger(bytes) || bytes < 16) throw new RangeError('a secret needs at least 16 bytes');
  return randomBytes(bytes).toString('base64url');
}

/** A code to copy by hand, such as `7K3M-9QXD`: five bits per character. */
export function newCode(characters = 8): string {
  if (!Number.isSafeInteger(characters) || characters < 6) throw new RangeError('a code needs 6 characters');
  const drawn = Array.from({ length: characters }, () => codeAlphabet.charAt(randomInt(codeAlphabet.length)));
  return groupCode(drawn.join(''));
}

/** What a person typed, read as the code it stands for: case, spaces, hyphens, O and I forgiven. */
export function readCode(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash_Punctuation}]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return groupCode(plain);
}

/** The only form in which a secret may be stored; enough for random secrets, never for passwords. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('base64url');
}

/** Compares without telling by its duration where two texts differ. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(digest(one), digest(other));
}

function groupCode(characters: string): string {
  const groups: string[] = [];
  for (let at = 0; at < characters.length; at += codeGroup) groups.push(characters.slice(at, at + codeGroup));
  return groups.join('-');
}
