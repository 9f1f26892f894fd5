/** Changes one's name and display, unless another window changed them meanwhile. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { writeProfile } from '#db/account.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { ProfileInput } from './input.ts';
import { lockProfile, mine } from './queries.ts';

export async function editProfile(ctx: Context, { version, ...profile }: ProfileInput): Promise<Result<null>> {
  const { email: _, version: current, ...before } = await lockProfile(ctx);
  if (current !== version) return refuse('changed-meanwhile');
  const account = mine(ctx);
  await writeProfile(ctx.db, { account, version, profile });
  await record(ctx, {
    action: 'account.edited',
    subjectType: 'account',
    subjectId: account,
    before: { ...before },
    after: profile,
  });
  return done(null);
}
