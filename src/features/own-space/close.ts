/** Closes an own space on this telephone: its link opens nothing any more. */
import type { Result } from '#domain/result.ts';
import { done } from '#domain/result.ts';
import { takeLinkToken } from '#db/link-token.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';
import { hashSecret } from '#services/random.ts';

export async function closeOwnSpace(ctx: Context, { token }: { token: string }): Promise<Result<null>> {
  await throughGate(ctx, ({ db, now }) =>
    takeLinkToken(db, { tokenHash: hashSecret(token), purpose: 'person-space', now }),
  );
  return done(null);
}
