/** Ends a key: the next request that carries it is refused. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { KeyRow } from './queries.ts';
import { lockKey, setRevoked } from './queries.ts';

export async function revokeKey(ctx: Context, { id }: { id: string }): Promise<Result<KeyRow>> {
  const key = await lockKey(ctx, id);
  if (key === null) return refuse('not-found');
  if (key.revokedAt !== null) return refuse('already-done');
  await setRevoked(ctx, id);
  await record(ctx, {
    action: 'partner-key.revoked',
    subjectType: 'partner-key',
    subjectId: id,
    before: { name: key.name },
  });
  return done(key);
}
