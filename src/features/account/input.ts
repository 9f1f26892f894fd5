/** What may be sent about one's own account. */
import { z } from 'zod';
import { choice, emailAddress, id, line, version } from '#http/shapes.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export const densities = ['normal', 'compact'] as const;
export const fonts = ['standard', 'readable'] as const;

export const profileInput = z.object({
  name: line({
    says: 'Indiquez votre prénom et votre nom, par exemple «\u00A0Camille Exemple\u00A0».',
    max: 120,
  }),
  theme: choice(themes, { says: 'Choisissez un thème dans la liste.' }),
  density: choice(densities, { says: 'Choisissez une densité dans la liste.' }),
  font: choice(fonts, { says: 'Choisissez une police dans la liste.' }),
  version,
});

/** Never trimmed nor cleaned: a password is what was typed. */
function password(says: string) {
  return z.string({ error: says }).min(1, { error: says }).max(1000, { error: says });
}

export const passwordInput = z.object({
  currentPassword: z.string().max(1000).default(''),
  newPassword: password('Tapez le nouveau mot de passe, par exemple quatre mots sans rapport entre eux.'),
  repeatedPassword: password('Tapez une seconde fois le nouveau mot de passe.'),
});

export const emailInput = z.object({ email: emailAddress });
export const emailLinkInput = z.object({ token: z.string().min(20).max(200) });

export const codesInput = z.object({
  graine: z.string().min(20).max(500),
  code: z
    .string({ error: 'Saisissez le code à six chiffres affiché par votre application.' })
    .transform((typed) => typed.replaceAll(/\s/gu, ''))
    .pipe(z.string().regex(/^\d{6}$/u, { error: 'Saisissez les six chiffres affichés, par exemple 123 456.' })),
});

export const nothingInput = z.object({});

export const newPasskeyInput = z.object({
  name: line({ says: 'Donnez un nom à cette clé, par exemple «\u00A0Ordinateur du bureau\u00A0».', max: 60 }),
  credential: z
    .string({ error: 'La clé n’a pas été lue. Recommencez avec le bouton «\u00A0Ajouter cette clé\u00A0».' })
    .min(2, { error: 'La clé n’a pas été lue. Recommencez avec le bouton «\u00A0Ajouter cette clé\u00A0».' })
    .max(20_000),
});
export const passkeyNameInput = newPasskeyInput.pick({ name: true }).extend({ id });
export const passkeyIdInput = z.object({ id });
export const sessionIdInput = z.object({ id });

export const organisationInput = z.object({
  membership: z.uuid({ error: 'Choisissez une organisation dans la liste.' }),
  suite: z.string().max(2000).default('/'),
});

export type ProfileInput = z.output<typeof profileInput>;
export type PasswordInput = z.output<typeof passwordInput>;
export type CodesInput = z.output<typeof codesInput>;
export type NewPasskeyInput = z.output<typeof newPasskeyInput>;
export type OrganisationInput = z.output<typeof organisationInput>;
