/** What an approved reset does: the proofs and the sessions of the member end, and she is told. */
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import { resetProofs } from '#db/second-factor-reset.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';
import type { Subject } from './queries.ts';

export async function resetSecondFactor(
  ctx: Context,
  { subject, organisation }: { subject: Subject; organisation: string },
): Promise<void> {
  const { account, email } = subject;
  await throughGate(ctx, () => resetProofs(ctx.db, { account, now: ctx.now }));
  await record(ctx, { action: 'second-factor.reset', subjectType: 'account', subjectId: account });
  await post(ctx, {
    organisation,
    account,
    template: 'second-factor-changed',
    recipient: email,
    parameters: { change: 'reset' },
  });
}
