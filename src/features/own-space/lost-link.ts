/** A lost link sends itself again to the known address; the answer is the same whoever asks. */
import { readEmailAddress } from '#domain/email-address.ts';
import { readPhone } from '#domain/phone.ts';
import type { Refusal, Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { ThrottleClass } from '#domain/throttle.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { spend } from '#http/throttle.ts';
import { hashSecret } from '#services/random.ts';
import type { Reachable } from './access-queries.ts';
import { findByContact, findByLink } from './access-queries.ts';

export async function repairLink(ctx: Context, { token }: { token: string }): Promise<Result<null>> {
  const wait = await counted(ctx, `link:${token}`);
  if (wait !== null) return wait;
  const found = await findByLink(ctx, hashSecret(token));
  await reach(ctx, found === null ? [] : [found]);
  return done(null);
}

export async function askLink(ctx: Context, { contact }: { contact: string }): Promise<Result<null>> {
  const wait = await counted(ctx, `contact:${contact.toLowerCase()}`);
  if (wait !== null) return wait;
  const email = readEmailAddress(contact);
  const phone = readPhone(contact);
  await reach(
    ctx,
    await findByContact(ctx, {
      email: email.ok ? email.value.toLowerCase() : '',
      phone: phone.ok ? phone.value : '',
    }),
  );
  return done(null);
}

async function reach(ctx: Context, people: readonly Reachable[]): Promise<void> {
  for (const { id, holderId, email } of people) {
    // Silent: a wait that shows only for those who are known would tell who is known.
    const wait = await spend(ctx.db, { throttle: 'reset', holder: `person-space:${id}`, now: ctx.now });
    if (wait > 0) continue;
    await postOwnSpace(ctx, { id, holderId, email });
    await record(ctx, {
      action: 'own-space.link-asked',
      subjectType: 'person',
      subjectId: id,
      organisation: holderId,
    });
  }
}

/** The secret itself is minted when the mail leaves. */
export function postOwnSpace(ctx: Pick<Context, 'db' | 'now'>, { id, holderId, email }: Reachable): Promise<string> {
  return post(ctx, {
    organisation: holderId,
    template: 'person-space',
    recipient: email,
    parameters: { person: id },
  });
}

async function counted(ctx: Context, asked: string): Promise<Refusal | null> {
  const tries: { throttle: ThrottleClass; holder: string }[] = [
    { throttle: 'sign-in-address', holder: ctx.from },
    { throttle: 'reset', holder: `person-space-${asked}` },
  ];
  for (const each of tries) {
    const seconds = await spend(ctx.db, { ...each, now: ctx.now });
    if (seconds > 0) return { ...refuse('too-many-tries-wait', { details: { seconds } }), keep: true };
  }
  return null;
}
