/** A new password: typed twice alike, acceptable by the policy, then hashed within a turn. */
import { commonPasswords } from '#domain/common-passwords.ts';
import { checkPassword } from '#domain/password.ts';
import type { Result } from '#domain/result.ts';
import { refuse } from '#domain/result.ts';
import { hashPassword } from '#services/password-hash.ts';

export interface TypedTwice {
  password: string;
  passwordAgain: string;
}

/** `known` is what everybody knows of its owner: name, address, organisations. */
export async function hashNewPassword(
  { password, passwordAgain }: TypedTwice,
  known: { email: string; name: string; organisations: readonly string[] },
): Promise<Result<string>> {
  const acceptable = checkPassword({
    password,
    commonPasswords,
    contextWords: ['Guichet', known.name, known.email.slice(0, known.email.lastIndexOf('@')), ...known.organisations],
  });
  const alike = password === passwordAgain ? [] : [refuse('password-mismatch', { field: 'passwordAgain' })];
  if (!acceptable.ok) return { ...acceptable, field: 'password', others: alike };
  const [mismatch] = alike;
  if (mismatch !== undefined) return mismatch;
  return hashPassword(acceptable.value);
}
