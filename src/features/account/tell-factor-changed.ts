/** Writes to the owner of an account that one of her proofs changed, in case it was not she. */
import { post } from '#db/outbox.ts';
import type { Context } from '#http/context.ts';
import { findProfile, mine } from './queries.ts';

export type FactorChange = 'added' | 'removed' | 'renewed';

export async function tellFactorChanged(ctx: Context, change: FactorChange): Promise<void> {
  const { email } = await findProfile(ctx);
  await post(ctx, {
    organisation: null,
    account: mine(ctx),
    template: 'second-factor-changed',
    recipient: email,
    parameters: { change },
  });
}
