/** Asks for a passkey and checks the answer: the question is kept hashed, for one purpose, one use and a few minutes. */
import type { Result } from '#domain/result.ts';
import { done } from '#domain/result.ts';
import { minutesAfter, sessionPolicy } from '#domain/session-policy.ts';
import { markPasskey } from '#db/factor-use.ts';
import { keepLinkToken, takeLinkToken } from '#db/link-token.ts';
import type { Context } from '#http/context.ts';
import { challengeIn } from '#services/passkey-answer.ts';
import { askPasskey, checkPasskey, passkeyNamedBy, passkeySite } from '#services/passkeys.ts';
import { hashSecret } from '#services/random.ts';
import { findPasskey, listPasskeys } from './proof-queries.ts';
import { readDetail } from './step.ts';
import { refuseCounted } from './tries.ts';

/** sign-in: whoever she is. second-step, confirmation: this account only. */
export type PasskeyUse = 'sign-in' | 'second-step' | 'confirmation';

export interface PasskeyAsked {
  use: PasskeyUse;
  /** null when nobody is known yet. */
  account: string | null;
}

export async function preparePasskeyProof(ctx: Context, { use, account }: PasskeyAsked): Promise<object> {
  const { db, now } = ctx;
  const options = await askPasskey({
    site: passkeySite(ctx.house.configuration.baseUrl),
    known: account === null ? [] : await listPasskeys(ctx, account),
  });
  await keepLinkToken(db, {
    tokenHash: hashSecret(options.challenge),
    purpose: 'passkey',
    account,
    detail: { use },
    expiresAt: minutesAfter(now, sessionPolicy.secondStepMinutes),
    now,
  });
  return options;
}

/** The account that answers. Whatever happens, the question never serves again. */
export async function proveByPasskey(
  ctx: Context,
  { answer, use, account }: PasskeyAsked & { answer: string },
): Promise<Result<string>> {
  const { db, now } = ctx;
  const challenge = challengeIn(answer);
  const credentialId = passkeyNamedBy(answer);
  const refused = refuseCounted('passkey-refused');
  if (challenge === null || credentialId === null) return refused;
  const asked = await takeLinkToken(db, { tokenHash: hashSecret(challenge), purpose: 'passkey', now });
  if (asked === null || asked.accountId !== account || readDetail(asked.detail, 'use') !== use) return refused;
  const passkey = await findPasskey(ctx, credentialId);
  if (passkey === null || (account !== null && passkey.accountId !== account)) return refused;
  const site = passkeySite(ctx.house.configuration.baseUrl);
  const checked = await checkPasskey({ site, answer, challenge, passkey });
  if (!checked.ok) return refused;
  await markPasskey(db, { id: passkey.id, counter: checked.value, now });
  return done(passkey.accountId);
}
