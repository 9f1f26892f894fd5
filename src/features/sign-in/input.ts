/** What may be sent at the doors. Passwords are neither trimmed nor cleaned: they are what was typed. */
import { z } from 'zod';
import { commonPasswords } from '#domain/common-passwords.ts';
import { checkPassword } from '#domain/password.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { emailAddress, line } from '#http/shapes.ts';

interface TypedPassword {
  password: string;
  passwordAgain: string;
  name?: string;
  email?: string;
}

const suite = z.string().max(2000).default('').catch('');
const token = z.string().max(200);

export function typedPassword(says: string) {
  return z.string({ error: says }).min(1, { error: says }).max(1000, { error: says });
}

const passkey = z.string({ error: passkeySays() }).min(2, { error: passkeySays() }).max(20_000);
const newPassword = {
  password: typedPassword('Choisissez un mot de passe, par exemple quatre mots sans rapport entre eux.'),
  passwordAgain: typedPassword('Tapez une seconde fois le mot de passe.'),
};
/** Both are said beside the other errors of the form, not after them. */
const acceptable = {
  path: ['password'],
  error: ({ input }: { input?: unknown }) => policySays(input as TypedPassword),
  when: () => true,
};
const alike = { path: ['passwordAgain'], error: sentenceFor('password-mismatch'), when: () => true };
const name = line({
  says: 'Indiquez votre prénom et votre nom, par exemple «\u00A0Camille Exemple\u00A0».',
  max: 120,
});

export const passwordSignInInput = z.object({
  email: emailAddress,
  password: typedPassword('Saisissez votre mot de passe.'),
  suite,
});
export const passkeySignInInput = z.object({ passkey, suite });
export const codeInput = z.object({
  code: z
    .string()
    .min(1, { error: 'Saisissez le code à six chiffres de votre application, par exemple 123\u00A0456.' })
    .max(40),
});
export const recoveryCodeInput = z.object({
  recoveryCode: z.string().min(1, { error: 'Saisissez un code de secours, par exemple 7K3M-9QXD.' }).max(60),
});
export const passkeyInput = z.object({ passkey });
export const confirmPasswordInput = passwordSignInInput.omit({ email: true });
export const confirmCodeInput = codeInput.extend({ suite });
export const confirmPasskeyInput = passkeySignInInput;
export const addressInput = z.object({ email: emailAddress, suite });
export const tokenInput = z.object({ token });
export const newPasswordInput = z
  .object({ token, ...newPassword })
  .refine(isAcceptable, acceptable)
  .refine(areAlike, alike);
export const newAccountInput = z
  .object({ token, name, ...newPassword })
  .refine(isAcceptable, acceptable)
  .refine(areAlike, alike);
export const setUpInput = z
  .object({ token, name, email: emailAddress, ...newPassword })
  .refine(isAcceptable, acceptable)
  .refine(areAlike, alike);
export const nothingInput = z.object({});

export type PasswordSignIn = z.output<typeof passwordSignInInput>;
export type PasskeySignIn = z.output<typeof passkeySignInInput>;
export type NewPassword = z.output<typeof newPasswordInput>;
export type NewAccount = z.output<typeof newAccountInput>;
export type SetUp = z.output<typeof setUpInput>;

function areAlike({ password, passwordAgain }: TypedPassword): boolean {
  return !passwordAgain || password === passwordAgain;
}

/** Nothing typed has its own sentence. */
function isAcceptable(typed: TypedPassword): boolean {
  return !typed.password || readPassword(typed).ok;
}

/** By what was typed; what else is known of its owner is checked by the story, which knows her. */
/** Asked before the other checks have spoken: what came may be anything. */
function readPassword(typed: TypedPassword): ReturnType<typeof checkPassword> {
  const [password, name, email] = [typed.password, typed.name, typed.email].map(textOf) as [string, string, string];
  const contextWords = ['Guichet', name, email.slice(0, email.lastIndexOf('@'))];
  return checkPassword({ password, commonPasswords, contextWords });
}

function policySays(typed: TypedPassword): string {
  const read = readPassword(typed);
  return sentenceFor(read.ok ? 'value-unreadable' : read.because, read.ok ? {} : read.details);
}

function textOf(typed: unknown): string {
  return typeof typed === 'string' ? typed : '';
}

function passkeySays(): string {
  return 'La clé d’accès n’a pas été lue. Recommencez avec le bouton «\u00A0Utiliser une clé d’accès\u00A0».';
}
