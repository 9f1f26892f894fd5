/** Reads the identity out of verified claims; the person is (issuer, subject), never an e-mail address. */
import { z } from 'zod';
import type { SignInRefusal } from './sign-in-refusal.ts';

export type ProfessionalIdentity = {
  issuer: string;
  subject: string;
  email: string;
  givenName: string;
  usualName: string;
  /** Proposes an organisation; never gives a role in it. Absent when it is not fourteen digits. */
  siret?: string;
  /** The identity provider behind ProConnect, kept for the audit. */
  identityProvider?: string;
  /** Without `mfa` in it, our own second factor is asked. */
  amr: readonly string[];
  /** To be given back at log-out, kept in the session only. */
  idToken: string;
};

const name = z
  .string()
  .transform((text) =>
    text
      .normalize('NFC')
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  )
  .pipe(z.string().min(1).max(200));

const identityShape = z.object({
  email: z
    .string()
    .max(254)
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.email()),
  given_name: name,
  usual_name: name,
  siret: z
    .string()
    .transform((text) => text.replaceAll(' ', ''))
    .pipe(z.string().regex(/^\d{14}$/))
    .optional()
    .catch(undefined),
  idp_id: z.string().max(200).optional().catch(undefined),
});

/** The library accepts a profile without these three claims: here they are due. */
const signedShape = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
});

const amrShape = z.array(z.string().max(40)).max(20).catch([]);

export function readProfile(read: {
  claims: { iss: string; sub: string; amr?: unknown };
  profile: Record<string, unknown>;
  idToken: string;
}): { ok: true; identity: ProfessionalIdentity } | { ok: false; because: SignInRefusal } {
  if (!signedShape.safeParse(read.profile).success) return { ok: false, because: 'sign-in-profile-invalid' };
  const parsed = identityShape.safeParse(read.profile);
  if (!parsed.success) return { ok: false, because: 'sign-in-profile-incomplete' };
  const { email, given_name: givenName, usual_name: usualName, siret, idp_id: identityProvider } = parsed.data;
  return {
    ok: true,
    identity: {
      issuer: read.claims.iss,
      subject: read.claims.sub,
      email,
      givenName,
      usualName,
      ...(siret ? { siret } : {}),
      ...(identityProvider ? { identityProvider } : {}),
      amr: amrShape.parse(read.claims.amr ?? []),
      idToken: read.idToken,
    },
  };
}

/** ProConnect's own values: `mfa` alone says that two factors were used. */
export function usedSecondFactor(amr: readonly string[]): boolean {
  return amr.includes('mfa');
}
