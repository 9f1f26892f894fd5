/** Adds, names and removes one's passkeys; the challenge of an addition is kept hashed, for one use. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { mayRemoveFactor } from '#domain/second-factor.ts';
import { minutesAfter, sessionPolicy } from '#domain/session-policy.ts';
import { record } from '#db/audit.ts';
import { keepLinkToken, takeLinkToken } from '#db/link-token.ts';
import { post } from '#db/outbox.ts';
import { deletePasskey, keepPasskey, namePasskey } from '#db/passkey.ts';
import type { Context } from '#http/context.ts';
import { challengeIn } from '#services/passkey-answer.ts';
import { askNewPasskey, passkeySite, readNewPasskey } from '#services/passkeys.ts';
import { hashSecret } from '#services/random.ts';
import { mustConfirmFirst } from './confirmation.ts';
import type { NewPasskeyInput } from './input.ts';
import { administersSomewhere, findPasskey, findProfile, listCredentialIds, mine, readFactors } from './queries.ts';
import type { NewToken } from './rotate.ts';
import { rotate } from './rotate.ts';
import { tellFactorChanged } from './tell-factor-changed.ts';

/** The question for the browser; runs as the gate. */
export async function preparePasskey(ctx: Context): Promise<object> {
  const { db, now } = ctx;
  const account = mine(ctx);
  const { email, name } = await findProfile(ctx);
  const options = await askNewPasskey({
    site: passkeySite(ctx.house.configuration.baseUrl),
    account: { id: account, email, name },
    known: await listCredentialIds(ctx),
  });
  const expiresAt = minutesAfter(now, sessionPolicy.secondStepMinutes);
  await keepLinkToken(db, {
    tokenHash: hashSecret(options.challenge),
    purpose: 'passkey',
    account,
    expiresAt,
    now,
  });
  return options;
}

/** Runs as the gate. A passkey verifies the person: the session is as good as opened with it. */
export async function addPasskey(ctx: Context, { name, credential }: NewPasskeyInput): Promise<Result<NewToken>> {
  const { db, now } = ctx;
  const account = mine(ctx);
  if (mustConfirmFirst(ctx, await readFactors(ctx))) return refuse('confirmation-needed');
  const challenge = challengeIn(credential);
  if (challenge === null) return refuse('passkey-refused', { field: 'credential' });
  const asked = await takeLinkToken(db, { tokenHash: hashSecret(challenge), purpose: 'passkey', now });
  if (asked?.accountId !== account) return refuse('passkey-refused', { field: 'credential' });
  const site = passkeySite(ctx.house.configuration.baseUrl);
  const read = await readNewPasskey({ site, answer: credential, challenge });
  if (!read.ok) return { ...read, field: 'credential', keep: true };
  const { publicKey, ...kept } = read.value;
  const id = await keepPasskey(db, { ...kept, publicKey: Buffer.from(publicKey), account, name, now });
  if (id === null) return refuse('already-done');
  const token = await rotate(ctx, { secondFactor: true });
  if (token === null) return refuse('session-expired');
  await record(ctx, { action: 'account.passkey-added', subjectType: 'passkey', subjectId: id });
  const { email } = await findProfile(ctx);
  await post(ctx, {
    organisation: null,
    account,
    template: 'passkey-added',
    recipient: email,
    parameters: {},
  });
  return done(token);
}

/** Runs as the gate. */
export async function renamePasskey(ctx: Context, { id, name }: { id: string; name: string }): Promise<Result<null>> {
  if ((await findPasskey(ctx, id)) === null) return refuse('not-found');
  await namePasskey(ctx.db, { id, account: mine(ctx), name });
  await record(ctx, { action: 'account.passkey-renamed', subjectType: 'passkey', subjectId: id });
  return done(null);
}

/** Runs as the application, the only role that may delete a key, and only one's own. */
export async function removePasskey(ctx: Context, { id }: { id: string }): Promise<Result<null>> {
  if ((await findPasskey(ctx, id)) === null) return refuse('not-found');
  const factors = await readFactors(ctx);
  const left = { ...factors, passkeys: factors.passkeys - 1 };
  const administers = await administersSomewhere(ctx);
  const allowed = mayRemoveFactor({ left, administers, demonstration: ctx.house.demo });
  if (!allowed.ok) return allowed;
  await deletePasskey(ctx.db, { id, account: mine(ctx) });
  await record(ctx, { action: 'account.passkey-removed', subjectType: 'passkey', subjectId: id });
  await tellFactorChanged(ctx, 'removed');
  return done(null);
}
