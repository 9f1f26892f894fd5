/** Signs or refuses an agreement for one of its sides; the last signature puts it in force. */
import { maySign } from '#domain/agreement.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import type { RefuseAgreement, SignAgreement } from './input.ts';
import type { OpenedAgreement } from './open-agreement.ts';
import { lockOpened } from './open-agreement.ts';
import type { SignatureRow } from './side-queries.ts';
import { recordOnAllSides, sidesToTell, writeToSides } from './tell-sides.ts';
import { completeIfSigned, signAs, writer } from './complete.ts';
import { answerSignature } from './signature-queries.ts';

export interface Answered {
  id: string;
  /** Everybody signed. */
  complete: boolean;
}

export async function signAgreement(ctx: Context, input: SignAgreement): Promise<Result<Answered>> {
  const found = await answering(ctx, input);
  if (!found.ok) return found;
  if (input.signedOn > parisDay(ctx.now)) return refuse('agreement-signed-future', { field: 'signedOn' });
  const { opened, signature } = found.value;
  await signAs(ctx, { id: input.id, organisation: signature.organisationId, signedOn: input.signedOn });
  const complete = await completeIfSigned(ctx, input.id);
  await recordOnAllSides(
    ctx,
    {
      action: 'agreement.signed',
      subjectId: input.id,
      after: { signatory: signature.organisationId, signedOn: input.signedOn, complete },
    },
    sidesToTell(opened),
  );
  if (complete) await writeToSides(ctx, { template: 'agreement-answered', organisations: sidesToTell(opened) });
  return done({ id: input.id, complete });
}

export async function refuseAgreement(ctx: Context, input: RefuseAgreement): Promise<Result<Answered>> {
  const found = await answering(ctx, input);
  if (!found.ok) return found;
  const { opened, signature } = found.value;
  await answerSignature(ctx, {
    id: input.id,
    organisation: signature.organisationId,
    decision: 'refused',
    signedOn: null,
    reason: input.reason,
    by: writer(ctx),
  });
  await recordOnAllSides(
    ctx,
    {
      action: 'agreement.refused',
      subjectId: input.id,
      after: { signatory: signature.organisationId },
      reason: input.reason,
    },
    sidesToTell(opened),
  );
  await writeToSides(ctx, { template: 'agreement-answered', organisations: [opened.agreement.proposedById] });
  return done({ id: input.id, complete: false });
}

async function answering(
  ctx: Context,
  { id, signatory, version }: { id: string; signatory: string; version: number },
): Promise<Result<{ opened: OpenedAgreement; signature: SignatureRow }>> {
  const opened = await lockOpened(ctx, id);
  const signature = opened?.signatures.find(({ organisationId }) => organisationId === signatory);
  if (opened === null || signature === undefined) return refuse('not-found');
  const { organisationId: organisation, capacity, absent } = signature;
  if (!maySign({ organisation, capacity }, { ...opened, absent })) return refuse('agreement-not-yours');
  if (opened.agreement.signedOn !== null || opened.agreement.withdrawnAt !== null) return refuse('agreement-not-open');
  // Terms that changed since they were read are not signed unseen; another signature changes no term.
  return opened.agreement.version === version ? done({ opened, signature }) : refuse('changed-meanwhile');
}
