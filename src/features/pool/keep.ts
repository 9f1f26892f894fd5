/** Keeps the profile of an eligible person, which puts her in the pool; takes her out and puts her back. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { readTrade } from '#domain/trade.ts';
import { record } from '#db/audit.ts';
import { followPool } from '#db/referral-steps.ts';
import type { Context } from '#http/context.ts';
import type { ProfileInput } from './input.ts';
import { findPerson, findProfile, insertProfile, updateProfile } from './queries.ts';

export async function keepProfile(
  ctx: Context,
  { id, version, trade, romeCodes, ...rest }: ProfileInput,
): Promise<Result<{ id: string }>> {
  const person = await findPerson(ctx, id);
  if (person === null) return refuse('not-found');
  if (!person.eligible) return refuse('pool-not-eligible');
  const typed = trade === '' ? null : readTrade(trade);
  if (typed !== null && !typed.ok) return typed;
  const codes = [...new Set([...romeCodes, ...(typed === null ? [] : [typed.value.code])])];
  const profile = { ...rest, romeCodes: codes };
  const before = await findProfile(ctx, id);
  if ((before?.version ?? 0) !== version) return refuse('changed-meanwhile');
  if (before === null) await insertProfile(ctx, { person: id, profile });
  else await updateProfile(ctx, { person: id, version, removedAt: null, ...profile });
  await record(ctx, { action: 'pool.profile-kept', subjectType: 'person', subjectId: id });
  await followPool(ctx, id);
  return done({ id });
}

export const removeProfile = (ctx: Context, { id }: { id: string }) => setRemoved(ctx, id, true);
export const restoreProfile = (ctx: Context, { id }: { id: string }) => setRemoved(ctx, id, false);

async function setRemoved(ctx: Context, id: string, removed: boolean): Promise<Result<{ id: string }>> {
  const profile = await findProfile(ctx, id);
  if (profile === null) return refuse('not-found');
  if ((profile.removedAt !== null) === removed) return refuse('already-done');
  await updateProfile(ctx, { person: id, version: profile.version, removedAt: removed ? ctx.now : null });
  await record(ctx, {
    action: removed ? 'pool.profile-removed' : 'pool.profile-restored',
    subjectType: 'person',
    subjectId: id,
  });
  return done({ id });
}
