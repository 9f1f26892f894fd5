/** A referent written down here is corrected, or ended when somebody else takes over: her links stop opening. */
import { organisationOf } from '#domain/actor.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { endReferent, endReferentLinks, restoreReferent, updateReferent } from '#db/referent.ts';
import type { Context } from '#http/context.ts';
import type { EditReferentInput } from './input.ts';
import { listReferents } from './queries.ts';

export interface OwnReferent {
  id: string;
  prescriberId: string;
  /** The line of the list of prescribers. */
  partnerId: string;
  prescriber: string;
  name: string;
  email: string;
  phone: string;
  endedAt: Date | null;
  version: number;
}

function ownReferents({ db, actor }: Context, id: string) {
  const own = organisationOf(actor) ?? '';
  return db
    .selectFrom('referent')
    .innerJoin('prescriberPartner as p', (join) =>
      join.onRef('p.prescriberId', '=', 'referent.prescriberId').on('p.holderId', '=', own),
    )
    .innerJoin('organisation', 'organisation.id', 'referent.prescriberId')
    .select(['referent.id', 'referent.prescriberId', 'p.id as partnerId', 'organisation.name as prescriber'])
    .select(['referent.name', 'referent.email', 'referent.phone', 'referent.endedAt', 'referent.version'])
    .where('referent.id', '=', id)
    .where('referent.addedBy', '=', own)
    .where('referent.accountId', 'is', null);
}

/** Written down by this structure: whoever has an account keeps her own. */
export async function findReferent(ctx: Context, id: string): Promise<OwnReferent | null> {
  return (await ownReferents(ctx, id).executeTakeFirst()) ?? null;
}

async function lockReferent(ctx: Context, id: string): Promise<OwnReferent | null> {
  return (await ownReferents(ctx, id).forUpdate('referent').executeTakeFirst()) ?? null;
}

export async function editReferent(
  ctx: Context,
  { id, version, name, email, phone }: EditReferentInput,
): Promise<Result<OwnReferent>> {
  const before = await lockReferent(ctx, id);
  if (before === null) return refuse('not-found');
  if (before.version !== version) return refuse('changed-meanwhile');
  const others = (await listReferents(ctx, before.prescriberId)).filter((one) => one.id !== id);
  if (email !== '' && others.some((one) => one.email === email)) return refuse('referent-known', { field: 'email' });
  await updateReferent(ctx, { id, version, name, email, phone });
  // A link sent to the former address is no longer hers.
  if (email !== before.email) await endReferentLinks(ctx, id);
  await record(ctx, { action: 'referent.edited', subjectType: 'referent', subjectId: id });
  return done(before);
}

export async function stopReferent(ctx: Context, { id }: { id: string }): Promise<Result<OwnReferent>> {
  const before = await lockReferent(ctx, id);
  if (before === null) return refuse('not-found');
  if (before.endedAt !== null) return refuse('already-done');
  await endReferent(ctx, before);
  await record(ctx, { action: 'referent.ended', subjectType: 'referent', subjectId: id });
  return done(before);
}

export async function putBackReferent(ctx: Context, { id }: { id: string }): Promise<Result<OwnReferent>> {
  const before = await lockReferent(ctx, id);
  if (before === null) return refuse('not-found');
  if (before.endedAt === null) return refuse('already-done');
  await restoreReferent(ctx, before);
  await record(ctx, { action: 'referent.restored', subjectType: 'referent', subjectId: id });
  return done(before);
}
