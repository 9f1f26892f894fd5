/** Opens a session: every way of signing in ends here, with the same token, trace and notice. */
import { deviceLabel } from '#domain/device.ts';
import { localPath, withNext } from '#domain/local-path.ts';
import { minutesAfter, sessionPolicy } from '#domain/session-policy.ts';
import { markSignIn } from '#db/account-open.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import { closeSession, insertSession } from '#db/session-open.ts';
import type { Context } from '#http/context.ts';
import type { Moved } from '#http/route.ts';
import { hashSecret, newSecret } from '#services/random.ts';
import type { AccountRow } from './queries.ts';
import { isKnownDevice, listMemberships } from './queries.ts';

export type SignInMethod = 'password' | 'passkey' | 'proconnect' | 'link';

export interface Opening {
  account: AccountRow;
  method: SignInMethod;
  secondFactor: boolean;
  /** Where she was going. */
  next?: string | null;
  /** The membership she has just received; otherwise the last one, if it still stands. */
  membership?: string;
  /** Given by the professional sign-in, and given back to it at sign-out. */
  idToken?: string | null;
}

/** Of one browser, the former session ends: no token outlives a change of rights. */
export async function openSession(ctx: Context, opening: Opening): Promise<Moved> {
  const { db, now } = ctx;
  const { account, method, secondFactor, idToken = null } = opening;
  const memberships = await listMemberships(ctx, account.id);
  const wanted = opening.membership ?? account.lastMembershipId;
  const chosen = memberships.find(({ id }) => id === wanted) ?? (memberships.length === 1 ? memberships[0] : undefined);
  const device = deviceLabel(ctx.userAgent);
  const strange = account.lastSignInAt !== null && !(await isKnownDevice(ctx, account.id, device));
  if ('session' in ctx.actor) await closeSession(db, ctx.actor.session, now);
  const token = newSecret();
  const session = await insertSession(db, now, {
    tokenHash: hashSecret(token),
    accountId: account.id,
    membershipId: chosen?.id ?? null,
    device,
    method,
    secondFactor,
    // A mailbox alone does not open the dangerous pages.
    strongUntil: method === 'link' && !secondFactor ? null : minutesAfter(now, sessionPolicy.strongMinutes),
    expiresAt: minutesAfter(now, sessionPolicy.absoluteHours * 60),
    oidcIdToken: idToken,
  });
  await markSignIn(db, now, { account: account.id, membership: chosen?.id ?? null });
  await record(asAccount(ctx, account, session), {
    action: 'session.opened',
    subjectType: 'session',
    subjectId: session,
    organisation: chosen?.organisationId ?? null,
    after: { method, secondFactor, device },
  });
  if (strange) {
    await post(ctx, {
      organisation: null,
      account: account.id,
      template: 'new-device',
      recipient: account.email,
      parameters: { device },
    });
  }
  const next = localPath(opening.next);
  return {
    to: chosen === undefined && memberships.length > 1 ? withNext('/compte/organisation', next) : (next ?? '/'),
    cookies: [
      { name: 'session', value: token, seconds: sessionPolicy.absoluteHours * 3600 },
      { name: 'step', value: '', seconds: 0 },
    ],
  };
}

/** Whoever has just proved who she is writes her own line in the journal. */
export function asAccount(ctx: Context, account: Pick<AccountRow, 'id' | 'name'>, session = ''): Context {
  return {
    ...ctx,
    actor: {
      kind: 'signed-in',
      account: account.id,
      name: account.name,
      session,
      secondFactor: false,
      strongUntil: null,
    },
  };
}
