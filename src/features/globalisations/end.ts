/** Ends an agreement before its term, and takes that end back. */
import { checkEnd, mayOnAgreement } from '#domain/agreement.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import type { EndAgreement } from './input.ts';
import { lockOpened } from './open-agreement.ts';
import { listMovedHours } from './side-queries.ts';
import { recordOnAllSides, sidesToTell, writeToSides } from './tell-sides.ts';
import { updateAgreement } from './write-queries.ts';

export async function endAgreement(ctx: Context, input: EndAgreement): Promise<Result<{ id: string }>> {
  const opened = await lockOpened(ctx, input.id);
  if (opened === null) return refuse('not-found');
  const { agreement } = opened;
  if (agreement.version !== input.version) return refuse('changed-meanwhile');
  if (!mayOnAgreement('end', opened) || agreement.endedOn !== null) return refuse('agreement-not-open');
  const months = (await listMovedHours(ctx, input.id)).map(({ month }) => month).toSorted();
  const checked = checkEnd({ ...agreement, day: input.endedOn, lastMoved: months.at(-1) ?? null });
  if (!checked.ok) return checked;
  const { endedOn, reason } = input;
  await updateAgreement(ctx, { id: input.id, version: input.version, endedOn, endedReason: reason });
  const sides = sidesToTell(opened);
  await recordOnAllSides(ctx, { action: 'agreement.ended', subjectId: input.id, after: { endedOn }, reason }, sides);
  await writeToSides(ctx, { template: 'agreement-ended', organisations: sides });
  return done({ id: input.id });
}

export async function undoEnd(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const opened = await lockOpened(ctx, id);
  if (opened === null) return refuse('not-found');
  const { agreement } = opened;
  if (agreement.endedOn === null) return refuse('already-done');
  await updateAgreement(ctx, { id, version: agreement.version, endedOn: null, endedReason: '' });
  await recordOnAllSides(
    ctx,
    { action: 'agreement.end-undone', subjectId: id, before: { endedOn: agreement.endedOn } },
    sidesToTell(opened),
  );
  return done({ id });
}
