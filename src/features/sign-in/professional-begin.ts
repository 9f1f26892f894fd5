/** Sends to ProConnect, keeping in this browser alone what its answer must carry back. */
import { localPath } from '#domain/local-path.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { minutesAfter, sessionPolicy } from '#domain/session-policy.ts';
import { keepLinkToken } from '#db/link-token.ts';
import type { Context } from '#http/context.ts';
import type { Moved } from '#http/route.ts';
import { hashSecret, newSecret } from '#services/random.ts';

export async function beginProfessional(ctx: Context, suite: string | null): Promise<Result<Moved>> {
  const { actor, db, now, house } = ctx;
  if (house.proConnect === null) return refuse('not-found');
  const begun = await house.proConnect.begin();
  if (!begun.ok) return refuse('unavailable');
  const { url, state, nonce, codeVerifier } = begun;
  const confirmed = 'strongUntil' in actor && actor.strongUntil !== null && actor.strongUntil > now;
  const token = newSecret();
  await keepLinkToken(db, {
    tokenHash: hashSecret(token),
    purpose: 'proconnect',
    detail: {
      use: 'sign-in',
      state,
      nonce,
      codeVerifier: codeVerifier ?? null,
      next: localPath(suite),
      // Only who has just confirmed who she is may tie this identity to her account.
      tiesTo: confirmed ? actor.account : null,
    },
    expiresAt: minutesAfter(now, sessionPolicy.secondStepMinutes),
    now,
  });
  const seconds = sessionPolicy.secondStepMinutes * 60;
  return done({ to: url, leaves: true, cookies: [{ name: 'step', value: token, seconds }] });
}
