/** Writes to those who administer an organisation today; whom it is about has her own letter. */
import { administratorsOf } from './administrators.ts';
import { post } from './outbox.ts';
import type { Transaction } from './transaction.ts';

export async function writeToAdministrators(
  ctx: { db: Transaction; now: Date },
  { organisation, template, except = null }: { organisation: string; template: string; except?: string | null },
): Promise<void> {
  for (const { account, email } of await administratorsOf(ctx, [organisation])) {
    if (account === except) continue;
    await post(ctx, { organisation, account, template, recipient: email, parameters: {} });
  }
}
