/** Sends what waits in the outbox, each letter once: it is claimed, composed, sent, and its end written down. */
import { withoutSecrets } from '#domain/magic-links.ts';
import type { Context } from '#http/context.ts';
import type { JobContext } from '#http/job.ts';
import { nextMailAttempt } from '#services/mail-failure.ts';
import type { Delivery } from '#services/mail.ts';
import { templateOf } from './catalogue.ts';
import { findFacts, isStillDue } from './facts.ts';
import type { Letter } from './letter.ts';
import { composeLetter } from './letter.ts';
import { addressIn } from './link.ts';
import { composeMessage, isTelephone, sendMessage } from './text-message.ts';
import type { ClaimedMail, Outcome } from './queries.ts';
import { claimMail, settleMail } from './queries.ts';

/** As many as the mail server gives us connections. */
const lanes = 2;

export async function deliverMails(job: JobContext): Promise<void> {
  await Promise.all(Array.from({ length: lanes }, () => deliverUntilNone(job)));
}

async function deliverUntilNone(job: JobContext): Promise<void> {
  while (!job.signal.aborted) {
    const mail = await job.transaction(claimMail);
    if (mail === null) return;
    const outcome = await deliver(job, mail);
    await job.transaction((ctx) => settleMail(ctx, { mail, outcome }));
  }
}

async function deliver(job: JobContext, mail: ClaimedMail): Promise<Outcome> {
  const { house } = job;
  try {
    const letter = await job.transaction((ctx) => compose(ctx, mail));
    if ('status' in letter) return letter;
    const delivery = isTelephone(mail.recipient)
      ? await sendMessage(house.sms, { to: mail.recipient, text: letter.text, key: mail.messageId })
      : await house.mailer.send({ to: mail.recipient, messageId: mail.messageId, ...letter });
    return outcomeOf(job, { mail, letter, delivery });
  } catch (error) {
    house.log.error('mail-failure', { job: 'mail.deliver', attempt: mail.attempts, error });
    const delivery: Delivery = { ok: false, because: 'mail-delayed', code: 'INTERNAL' };
    return outcomeOf(job, { mail, letter: null, delivery });
  }
}

async function compose(ctx: Context, mail: ClaimedMail): Promise<Letter | Outcome> {
  const template = templateOf(mail.template);
  if (template === null) return { status: 'failed', problem: 'template-unknown' };
  const { facts, ...found } = await findFacts(ctx, mail);
  if (!(await isStillDue(ctx, { mail, ...found }))) return { status: 'cancelled' };
  const address = await addressIn(ctx, { template, mail, ...found });
  if (!isTelephone(mail.recipient)) return composeLetter(template, { facts, address });
  return composeMessage(template, { facts, address }) ?? { status: 'failed', problem: 'template-unknown' };
}

/** Sent, only the subject stays. Kept, the text stays too, and its links only in a demonstration. */
function outcomeOf(
  { house }: JobContext,
  { mail, letter, delivery }: { mail: ClaimedMail; letter: Letter | null; delivery: Delivery },
): Outcome {
  const subject = letter === null ? '' : letter.subject;
  if (delivery.ok && delivery.outcome === 'sent') return { status: 'sent', subject };
  if (delivery.ok) {
    const text = letter === null ? '' : letter.text;
    return { status: 'kept', subject, keptBody: house.demo ? text : withoutSecrets(text) };
  }
  const { because, code } = delivery;
  const next = nextMailAttempt({ failures: mail.attempts, because, now: house.clock.now() });
  if (next === undefined) return { status: 'failed', subject, problem: code };
  return { status: 'waiting', subject, problem: code, nextAttemptAt: next };
}
