/** Corrects one's own address and telephone; the former address is told, in case somebody else did it. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import { updateOwnContact } from '#db/person.ts';
import type { Context } from '#http/context.ts';
import type { OwnContactInput } from './input.ts';
import { findMe } from './me.ts';

export async function correctContact(ctx: Context, input: OwnContactInput): Promise<Result<null>> {
  const me = await findMe(ctx);
  if (me === null) return refuse('not-found');
  if (me.version !== input.version) return refuse('changed-meanwhile');
  const { email, phone } = input;
  await updateOwnContact(ctx, { person: me.id, email, phone });
  await record(ctx, {
    action: 'person.own-contact',
    subjectType: 'person',
    subjectId: me.id,
    before: { email: me.email, phone: me.phone },
    after: { email, phone },
  });
  if (me.email !== '' && me.email !== email) {
    await post(ctx, {
      organisation: me.holderId,
      template: 'own-contact-changed',
      recipient: me.email,
      parameters: { person: me.id },
    });
  }
  return done(null);
}
