/** Takes away the lost proofs of an account and closes its sessions: its password alone opens it, until new proofs are set up. */
import { record } from '#db/audit.ts';
import { post } from '#db/outbox.ts';
import { deletePasskeysOf } from '#db/passkey.ts';
import { removeSecondFactor, replaceRecoveryCodes } from '#db/second-factor.ts';
import { endAllSessions } from '#db/session-open.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/context.ts';
import type { Subject } from './queries.ts';

export async function resetSecondFactor(
  ctx: Context,
  { subject, organisation }: { subject: Subject; organisation: string },
): Promise<void> {
  const { db, now } = ctx;
  const { account, email } = subject;
  await throughGate(ctx, async () => {
    await removeSecondFactor(db, account);
    await replaceRecoveryCodes(db, { account, hashes: [], now });
    await deletePasskeysOf(db, account);
    await endAllSessions(db, account, now);
  });
  await record(ctx, { action: 'second-factor.reset', subjectType: 'account', subjectId: account });
  await post(ctx, {
    organisation,
    account,
    template: 'second-factor-changed',
    recipient: email,
    parameters: { change: 'reset' },
  });
}
