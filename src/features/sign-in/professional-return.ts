/** Comes back from ProConnect: the person is (issuer, subject), never an address; an unknown one gets in by an invitation only. */
import { accountOf } from '#domain/actor.ts';
import { takeLinkToken } from '#db/link-token.ts';
import { markIdentity } from '#db/professional-identity.ts';
import type { Context } from '#http/context.ts';
import type { Moved } from '#http/route.ts';
import { hashSecret } from '#services/random.ts';
import type { ProfessionalIdentity } from '#services/sign-in-profile.ts';
import { usedSecondFactor } from '#services/sign-in-profile.ts';
import { enter } from './enter.ts';
import { joinWithIdentity, tieToAccount } from './professional-link.ts';
import { findIdentityAccount } from './proof-queries.ts';
import { findAccount } from './queries.ts';
import { readDetail } from './step.ts';

/** unknown: recognised by ProConnect, not by us; its establishment may be told back to the person, nothing else. */
export type Returned = Moved | { failed: string } | { unknown: true; siret: string | null };

export async function finishProfessional(ctx: Context, callbackUrl: string): Promise<Returned> {
  const { db, now, house, step } = ctx;
  if (house.proConnect === null || step === undefined) return { failed: 'sign-in-state-mismatch' };
  const kept = await takeLinkToken(db, { tokenHash: hashSecret(step), purpose: 'proconnect', now });
  const detail = kept?.detail;
  const state = readDetail(detail, 'state');
  const nonce = readDetail(detail, 'nonce');
  if (readDetail(detail, 'use') !== 'sign-in' || state === null || nonce === null) {
    return { failed: 'sign-in-state-mismatch' };
  }
  const codeVerifier = readDetail(detail, 'codeVerifier');
  const pending = codeVerifier === null ? { state, nonce } : { state, nonce, codeVerifier };
  const finished = await house.proConnect.finish({ callbackUrl, ...pending });
  if (!finished.ok) return { failed: finished.because };
  const { identity } = finished;
  const next = readDetail(detail, 'next');
  return (
    (await signInKnown(ctx, identity, next)) ??
    (await tieToAccount(ctx, { identity, tiesTo: readDetail(detail, 'tiesTo'), next })) ??
    (await joinWithIdentity(ctx, { identity, next })) ?? { unknown: true, siret: identity.siret ?? null }
  );
}

/** A closed account is as unknown as no account. */
async function signInKnown(
  ctx: Context,
  identity: ProfessionalIdentity,
  next: string | null,
): Promise<Moved | { unknown: true; siret: null } | null> {
  const { issuer, subject, amr, idToken } = identity;
  const known = await findIdentityAccount(ctx, { issuer, subject });
  if (known === null) return null;
  const account = await findAccount(ctx, known);
  if (account === null) return { unknown: true, siret: null };
  await markIdentity(ctx.db, ctx.now, { issuer, subject });
  const secondFactor = usedSecondFactor(amr) || (accountOf(ctx.actor) === account.id && hadSecondFactor(ctx));
  return enter(ctx, { account, method: 'proconnect', secondFactor, next, idToken });
}

/** Confirming again in an open session does not ask again what this session already proved. */
function hadSecondFactor({ actor }: Context): boolean {
  return 'secondFactor' in actor && actor.secondFactor;
}
