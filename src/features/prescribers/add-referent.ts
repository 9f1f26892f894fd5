/** Writes down who follows people at a prescriber's and has no account. */
import { organisationOf } from '#domain/actor.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { insertReferent } from '#db/referent.ts';
import type { Context } from '#http/context.ts';
import type { NewReferentInput } from './input.ts';
import { findPartner, listReferents } from './queries.ts';

export async function addReferent(
  ctx: Context,
  { id, ...referent }: NewReferentInput,
): Promise<Result<{ id: string }>> {
  const partner = await findPartner(ctx, id);
  if (partner === null) return refuse('not-found');
  if (partner.endedAt !== null) return refuse('prescriber-ended');
  const known = await listReferents(ctx, partner.prescriberId);
  if (referent.email !== '' && known.some(({ email }) => email === referent.email)) {
    return refuse('referent-known', { field: 'email' });
  }
  const added = await insertReferent(ctx, {
    ...referent,
    prescriberId: partner.prescriberId,
    accountId: null,
    addedBy: organisationOf(ctx.actor),
  });
  await record(ctx, { action: 'referent.added', subjectType: 'referent', subjectId: added });
  return done({ id });
}
