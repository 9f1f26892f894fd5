/** A dead link repairs itself: a new one leaves for the known address, and the answer is the same whoever asks. */
import { parisDay } from '#domain/day.ts';
import { readEmailAddress } from '#domain/email-address.ts';
import { readPhone } from '#domain/phone.ts';
import type { Refusal, Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { ThrottleClass } from '#domain/throttle.ts';
import { record } from '#db/audit.ts';
import type { ReachableParty } from '#db/declaration-link.ts';
import { postDeclarationLink } from '#db/declaration-link.ts';
import type { Context } from '#http/context.ts';
import { spend } from '#http/throttle.ts';
import { hashSecret } from '#services/random.ts';
import { findPartiesByContact, findPartyOfToken } from './declare-link-queries.ts';

export async function repairLink(ctx: Context, { token }: { token: string }): Promise<Result<null>> {
  const wait = await counted(ctx, `link:${token}`);
  if (wait !== null) return wait;
  const party = await findPartyOfToken(ctx, hashSecret(token));
  await reach(ctx, party === null ? [] : [party]);
  return done(null);
}

export async function askLink(ctx: Context, { contact }: { contact: string }): Promise<Result<null>> {
  const typed = contact.trim();
  if (typed === '') return refuse('contact-to-type', { field: 'contact' });
  const wait = await counted(ctx, `contact:${typed.toLowerCase()}`);
  if (wait !== null) return wait;
  const email = readEmailAddress(typed);
  const phone = readPhone(typed);
  const parties = await findPartiesByContact(ctx, {
    email: email.ok ? email.value.toLowerCase() : '',
    phone: phone.ok ? phone.value : '',
    reference: typed,
  });
  await reach(ctx, parties);
  return done(null);
}

async function reach(ctx: Context, parties: readonly ReachableParty[]): Promise<void> {
  const today = parisDay(ctx.now);
  for (const party of parties) {
    // Silent: a wait that shows only for those who are known would tell who is known.
    const wait = await spend(ctx.db, {
      throttle: 'reset',
      holder: `declaration-link:${party.id}`,
      now: ctx.now,
    });
    if (wait > 0 || !(await postDeclarationLink(ctx, { party, today, texts: ctx.house.sms.leaves }))) continue;
    await record(ctx, {
      action: 'declaration.link-asked',
      subjectType: 'lot-party',
      subjectId: party.id,
      organisation: party.organisationId,
    });
  }
}

async function counted(ctx: Context, asked: string): Promise<Refusal | null> {
  const tries: { throttle: ThrottleClass; holder: string }[] = [
    { throttle: 'sign-in-address', holder: ctx.from },
    { throttle: 'reset', holder: `declaration-${asked}` },
  ];
  for (const each of tries) {
    const seconds = await spend(ctx.db, { ...each, now: ctx.now });
    if (seconds > 0) return { ...refuse('too-many-tries-wait', { details: { seconds } }), keep: true };
  }
  return null;
}
