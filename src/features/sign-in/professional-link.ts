/** Ties a professional identity to an account: hers, freshly confirmed, or the one her invitation creates. */
import { accountOf } from '#domain/actor.ts';
import { cleanText } from '#domain/text.ts';
import { insertAccount } from '#db/account-open.ts';
import { record } from '#db/audit.ts';
import { tieIdentity } from '#db/professional-identity.ts';
import type { Context } from '#http/context.ts';
import type { Moved } from '#http/route.ts';
import type { ProfessionalIdentity } from '#services/sign-in-profile.ts';
import { usedSecondFactor } from '#services/sign-in-profile.ts';
import { findReceived } from './invitation.ts';
import { join } from './join.ts';
import { asAccount, openSession } from './open-session.ts';
import type { AccountRow } from './queries.ts';
import { findAccount, isEmailTaken } from './queries.ts';

/** null: nobody signed in asked for it. */
export async function tieToAccount(
  ctx: Context,
  { identity, tiesTo, next }: { identity: ProfessionalIdentity; tiesTo: string | null; next: string | null },
): Promise<Moved | null> {
  if (tiesTo === null || accountOf(ctx.actor) !== tiesTo) return null;
  const account = await findAccount(ctx, tiesTo);
  if (account === null || !(await tie(ctx, { identity, account }))) return null;
  return { to: next ?? '/compte/securite', cookies: [{ name: 'step', value: '', seconds: 0 }] };
}

/** null: she holds no open invitation for this address. An existing account is never found by its address. */
export async function joinWithIdentity(
  ctx: Context,
  { identity, next }: { identity: ProfessionalIdentity; next: string | null },
): Promise<Moved | null> {
  const token = /^\/invitation\/([\w-]{20,200})$/u.exec(next ?? '')?.[1];
  if (token === undefined) return null;
  const received = await findReceived(ctx, token);
  if (received?.state !== 'open' || received.invitation.email !== identity.email) return null;
  if (await isEmailTaken(ctx, identity.email)) return { to: next ?? '/' };
  const account = await createAccount(ctx, identity);
  if (account === null || !(await tie(ctx, { identity, account }))) return null;
  const joined = await join(ctx, { invitation: received.invitation, account, token });
  if (!joined.ok) throw new Error(`an open invitation could not be accepted: ${joined.because}`);
  return openSession(ctx, {
    account,
    method: 'proconnect',
    secondFactor: usedSecondFactor(identity.amr),
    membership: joined.value,
    idToken: identity.idToken,
  });
}

async function createAccount(
  ctx: Context,
  { email, givenName, usualName }: ProfessionalIdentity,
): Promise<AccountRow | null> {
  const read = cleanText(`${givenName} ${usualName}`);
  const name = read.ok && read.value !== '' ? read.value.slice(0, 120) : email;
  return findAccount(ctx, await insertAccount(ctx.db, ctx.now, { email, name, passwordHash: null }));
}

async function tie(
  ctx: Context,
  { identity, account }: { identity: ProfessionalIdentity; account: AccountRow },
): Promise<boolean> {
  const { issuer, subject, identityProvider = '' } = identity;
  const tied = await tieIdentity(ctx.db, ctx.now, { issuer, subject, account: account.id });
  if (!tied) return false;
  await record(asAccount(ctx, account), {
    action: 'account.identity-linked',
    subjectType: 'account',
    subjectId: account.id,
    organisation: null,
    after: { issuer, identityProvider },
  });
  return true;
}
