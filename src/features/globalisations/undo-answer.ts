/** Takes back an answer given to an agreement, as long as it moved no hours. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import { lockOpened } from './open-agreement.ts';
import { listMovedHours } from './side-queries.ts';
import { recordOnAllSides, sidesToTell } from './tell-sides.ts';
import { answerSignature } from './signature-queries.ts';
import { updateAgreement } from './write-queries.ts';

/** One's own answer, as long as the agreement moved no hours. */
export async function undoAnswer(ctx: Context, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const opened = await lockOpened(ctx, id);
  if (opened === null) return refuse('not-found');
  const { agreement, signatures, own } = opened;
  // The latest answer this organisation wrote: its own, or a paper it wrote down.
  const answered = signatures
    .filter(({ recordedByOrganisationId, decision }) => recordedByOrganisationId === own && decision !== 'waiting')
    .toSorted((one, other) => (other.decidedAt?.getTime() ?? 0) - (one.decidedAt?.getTime() ?? 0));
  const [last] = answered;
  if (last === undefined || agreement.withdrawnAt !== null || agreement.endedOn !== null) return refuse('already-done');
  if ((await listMovedHours(ctx, id)).length > 0) return refuse('agreement-hours-moved');
  // The whole is undone before the part: a signed agreement never waits for a signature.
  if (!(await updateAgreement(ctx, { id, version: agreement.version, signedOn: null }))) {
    return refuse('changed-meanwhile');
  }
  await answerSignature(ctx, {
    id,
    organisation: last.organisationId,
    decision: 'waiting',
    signedOn: null,
    reason: '',
    by: { organisation: null, account: null, at: null },
  });
  await recordOnAllSides(
    ctx,
    { action: 'agreement.signature-undone', subjectId: id, before: { signatory: last.organisationId } },
    sidesToTell(opened),
  );
  return done({ id });
}
