/** Proposes an agreement, or prepares the one that amends it. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { mayOnAgreement, signatoriesOf } from '#domain/agreement.ts';
import type { Result } from '#domain/result.ts';
import { refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import { attachPaper } from './attach.ts';
import { asAgreementLot } from './candidate-queries.ts';
import type { AmendAgreement, NewAgreement } from './input.ts';
import { lockOpened } from './open-agreement.ts';
import { findAmendment } from './queries.ts';
import { recordOnAllSides } from './tell-sides.ts';
import type { Terms } from './terms.ts';
import { askOthers, checkTerms, writeSides } from './terms.ts';
import { insertAgreement } from './write-queries.ts';

export async function proposeAgreement(ctx: Context, input: NewAgreement): Promise<Result<{ id: string }>> {
  return propose(ctx, { ...input, replacesId: null });
}

/** Signed by all, the amendment takes over from its first day on. */
export async function amendAgreement(ctx: Context, input: AmendAgreement): Promise<Result<{ id: string }>> {
  const opened = await lockOpened(ctx, input.id);
  if (opened === null) return refuse('not-found');
  if (!mayOnAgreement('amend', opened)) return refuse('agreement-not-open');
  const waiting = await findAmendment(ctx, input.id);
  if (waiting !== null && waiting.signedOn === null) return refuse('agreement-amended');
  const { id: replacesId, ...terms } = input;
  return propose(ctx, { ...terms, company: opened.agreement.companyId, replacesId });
}

async function propose(
  ctx: Context,
  { file, replacesId, ...terms }: Terms & { file: File | null; replacesId: string | null },
): Promise<Result<{ id: string }>> {
  const proposedById = organisationOf(ctx.actor);
  if (proposedById === null) return refuse('not-allowed');
  const chosen = await checkTerms(ctx, terms);
  if (!chosen.ok) return chosen;
  const { company: companyId, reason, fromDay, untilDay } = terms;
  const id = await insertAgreement(ctx, {
    companyId,
    proposedById,
    reason,
    fromDay,
    untilDay,
    replacesId,
    createdBy: accountOf(ctx.actor),
  });
  await writeSides(ctx, { id, terms, lots: chosen.value });
  if (file !== null) {
    const attached = await attachPaper(ctx, { id, file });
    if (!attached.ok) return attached;
  }
  const sides = signatoriesOf(companyId, chosen.value.map(asAgreementLot));
  await recordOnAllSides(
    ctx,
    {
      action: 'agreement.proposed',
      subjectId: id,
      after: { company: companyId, lots: terms.lots, reason, fromDay, untilDay, ...(replacesId && { replacesId }) },
    },
    sides.map(({ organisation }) => organisation),
  );
  return askOthers(ctx, id);
}
