/** After the first proof: a session, or the second step when the account has one. Never a session before it. */
import { hasSecondFactor } from '#domain/second-factor.ts';
import { localPath } from '#domain/local-path.ts';
import { minutesAfter, sessionPolicy } from '#domain/session-policy.ts';
import { keepLinkToken } from '#db/link-token.ts';
import type { Context } from '#http/context.ts';
import type { Moved } from '#http/route.ts';
import { hashSecret, newSecret } from '#services/random.ts';
import type { Opening } from './open-session.ts';
import { openSession } from './open-session.ts';
import { readFactors } from './proof-queries.ts';

export async function enter(ctx: Context, opening: Opening): Promise<Moved> {
  const { account } = opening;
  if (opening.secondFactor || !hasSecondFactor(await readFactors(ctx, account.id))) return openSession(ctx, opening);
  return askSecondStep(ctx, opening);
}

async function askSecondStep({ db, now }: Context, opening: Opening): Promise<Moved> {
  const token = newSecret();
  await keepLinkToken(db, {
    tokenHash: hashSecret(token),
    purpose: 'second-step',
    account: opening.account.id,
    detail: {
      method: opening.method,
      next: localPath(opening.next),
      idToken: opening.idToken ?? null,
      membership: opening.membership ?? null,
    },
    expiresAt: minutesAfter(now, sessionPolicy.secondStepMinutes),
    now,
  });
  const cookie = { name: 'step', value: token, seconds: sessionPolicy.secondStepMinutes * 60 } as const;
  return { to: '/connexion/code', cookies: [cookie] };
}
