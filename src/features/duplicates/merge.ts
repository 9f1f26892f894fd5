/** Merges two files once somebody looked at both. */
import { mergedIdentity, mergeUndoDays } from '#domain/person-merge.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { mergePeople } from '#db/person-merge.ts';
import type { Context } from '#http/context.ts';
import type { MergeInput } from './input.ts';
import { findFile } from './queries.ts';

export async function mergeFiles(ctx: Context, input: MergeInput): Promise<Result<{ id: string; merge: string }>> {
  const { id, other, version, otherVersion, fromOther } = input;
  if (id === other) return refuse('merge-same');
  const kept = await findFile(ctx, id);
  const removed = await findFile(ctx, other);
  if (kept === null || removed === null) return refuse('not-found');
  if (kept.version !== version || removed.version !== otherVersion) return refuse('changed-meanwhile');
  const merge = await mergePeople(ctx, {
    kept: id,
    version,
    removed: other,
    identity: mergedIdentity(identityOf(kept), identityOf(removed), fromOther),
    undoUntil: new Date(ctx.now.getTime() + mergeUndoDays * 86_400_000),
  });
  // The journal outlives the file taken away: it names neither.
  await record(ctx, {
    action: 'person.merged',
    subjectType: 'person',
    subjectId: id,
    after: { removed: other, merge },
  });
  return done({ id, merge });
}

function identityOf({ familyName, givenName, birthDate, commune, email, phone }: Parameters<typeof mergedIdentity>[0]) {
  return { familyName, givenName, birthDate, commune, email, phone };
}
