/** Ends the session of this browser, and the one of the professional sign-in when it came from there. */
import type { Result } from '#domain/result.ts';
import { done } from '#domain/result.ts';
import { accountOf } from '#domain/actor.ts';
import { minutesAfter, sessionPolicy } from '#domain/session-policy.ts';
import { record } from '#db/audit.ts';
import { keepLinkToken, takeLinkToken } from '#db/link-token.ts';
import { closeSession } from '#db/session-open.ts';
import type { Context } from '#http/context.ts';
import type { Cookie, Moved } from '#http/route.ts';
import { hashSecret } from '#services/random.ts';

const gone: Cookie[] = [
  { name: 'session', value: '', seconds: 0 },
  { name: 'step', value: '', seconds: 0 },
];

export async function signOut(ctx: Context): Promise<Result<Moved>> {
  const { actor, db, now, house } = ctx;
  if (!('session' in actor)) return done({ to: '/connexion', cookies: gone, forgets: true });
  const idToken = await closeSession(db, actor.session, now);
  await record(ctx, { action: 'session.closed', subjectType: 'session', subjectId: actor.session });
  const away = idToken === null || house.proConnect === null ? null : await house.proConnect.logoutUrl({ idToken });
  if (away === null || !away.ok) return done({ to: '/deconnexion/retour', cookies: gone, forgets: true });
  await keepLinkToken(db, {
    tokenHash: hashSecret(away.state),
    purpose: 'proconnect',
    account: accountOf(actor),
    detail: { use: 'sign-out' },
    expiresAt: minutesAfter(now, sessionPolicy.secondStepMinutes),
    now,
  });
  const [session] = gone;
  const step: Cookie = { name: 'step', value: away.state, seconds: sessionPolicy.secondStepMinutes * 60 };
  return done({
    to: away.url,
    leaves: true,
    cookies: session === undefined ? [step] : [session, step],
    forgets: true,
  });
}

/** Was this return the end of a sign-out begun here, in this browser? Said only to the journal of the journey. */
export async function endSignOut(ctx: Context, callbackUrl: string): Promise<boolean> {
  const { db, now, house, step } = ctx;
  if (step === undefined || house.proConnect === null) return false;
  const kept = await takeLinkToken(db, { tokenHash: hashSecret(step), purpose: 'proconnect', now });
  return kept !== null && house.proConnect.finishLogout({ callbackUrl, state: step }).ok;
}
