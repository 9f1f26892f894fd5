/** Signs or refuses an agreement for one of its sides; the last signature puts it in force. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { maySign, signedByAll } from '#domain/agreement.ts';
import type { Day } from '#domain/day.ts';
import { addDays, parisDay } from '#domain/day.ts';
import { lastDayOf } from '#domain/month.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import type { RefuseAgreement, SignAgreement } from './input.ts';
import type { OpenedAgreement } from './open-agreement.ts';
import { lockOpened } from './open-agreement.ts';
import type { SignatureRow } from './queries.ts';
import { listMovedHours, lockAgreement } from './queries.ts';
import { recordOnAllSides, sidesToTell, writeToSides } from './tell-sides.ts';
import { answerSignature, updateAgreement } from './write-queries.ts';

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

/** One's own answer, as long as the agreement moved no hours. */
export async function undoAnswer(ctx: Context, { id }: { id: string }): Promise<Result<Answered>> {
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
  return done({ id, complete: false });
}

export function signAs(
  ctx: Context,
  { id, organisation, signedOn }: { id: string; organisation: string; signedOn: Day },
): Promise<void> {
  return answerSignature(ctx, { id, organisation, decision: 'signed', signedOn, reason: '', by: writer(ctx) });
}

/** The last signature counts; the agreement this one amends then stops the day before, or after the hours it moved. */
export async function completeIfSigned(ctx: Context, id: string): Promise<boolean> {
  const opened = await lockOpened(ctx, id);
  if (opened === null) return false;
  const { agreement, signatures } = opened;
  const signedOn = signedByAll(
    signatures.map(({ organisationId: organisation, ...row }) => ({ organisation, ...row })),
  );
  if (signedOn === null || agreement.signedOn !== null) return false;
  await updateAgreement(ctx, { id, version: agreement.version, signedOn });
  if (agreement.replacesId !== null) await cutFormer(ctx, { former: agreement.replacesId, from: agreement.fromDay });
  return true;
}

async function cutFormer(ctx: Context, { former, from }: { former: string; from: Day }): Promise<void> {
  const replaced = await lockAgreement(ctx, former);
  if (replaced === null || replaced.endedOn !== null) return;
  const moved = (await listMovedHours(ctx, former)).map(({ month }) => lastDayOf(month)).toSorted();
  const floors = [addDays(from, -1), replaced.fromDay, ...moved].toSorted();
  const endedOn = floors.at(-1) ?? from;
  if (endedOn >= replaced.untilDay) return;
  await updateAgreement(ctx, {
    id: former,
    version: replaced.version,
    endedOn,
    endedReason: 'Remplacé par un avenant signé.',
  });
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

function writer({ actor, now }: Context) {
  return { organisation: organisationOf(actor), account: accountOf(actor), at: now };
}
