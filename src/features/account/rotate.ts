/** Gives the open session another secret, with what has just changed about it; the cookie follows. Runs as the gate. */
import { rotateSession } from '#db/session.ts';
import type { Context } from '#http/context.ts';
import type { Cookie } from '#http/route.ts';
import { hashSecret, newSecret } from '#services/random.ts';
import { mine } from './queries.ts';

export interface NewToken {
  token: string;
  /** Until the absolute end of the session, which a new token does not move. */
  seconds: number;
}

/** null: the session ended meanwhile. */
export async function rotate(
  ctx: Context,
  changes: { membershipId?: string; secondFactor?: boolean } = {},
): Promise<NewToken | null> {
  if (!('session' in ctx.actor)) return null;
  const token = newSecret();
  const kept = await rotateSession(ctx.db, {
    session: ctx.actor.session,
    account: mine(ctx),
    tokenHash: hashSecret(token),
    ...changes,
  });
  if (kept === null) return null;
  const seconds = Math.max(0, Math.floor((kept.expiresAt.getTime() - ctx.now.getTime()) / 1000));
  return { token, seconds };
}

export function sessionCookie({ token, seconds }: NewToken): Cookie[] {
  return [{ name: 'session', value: token, seconds }];
}
