/** Proposes an agreement, changes its terms while signatures are missing, or prepares the one that amends it. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { AgreementRefusal } from '#domain/agreement.ts';
import { checkAgreement, mayOnAgreement, signatoriesOf } from '#domain/agreement.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import { attachPaper } from './attach.ts';
import type { CandidateLot } from './candidate-queries.ts';
import { asAgreementLot, listCandidateLots } from './candidate-queries.ts';
import type { AmendAgreement, EditAgreement, NewAgreement } from './input.ts';
import { lockOpened } from './open-agreement.ts';
import { findAmendment } from './queries.ts';
import { completeIfSigned, signAs } from './sign.ts';
import { recordOnAllSides, sidesToTell, writeToSides } from './tell-sides.ts';
import { insertAgreement, setLots, setSignatories, updateAgreement } from './write-queries.ts';

interface Terms {
  company: string;
  lots: readonly string[];
  reason: string;
  fromDay: Day;
  untilDay: Day;
  companySignedOn: Day | null;
}

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

export async function editAgreement(ctx: Context, input: EditAgreement): Promise<Result<{ id: string }>> {
  const opened = await lockOpened(ctx, input.id);
  if (opened === null || !opened.sides.includes('proposer')) return refuse('not-found');
  const { agreement } = opened;
  if (agreement.version !== input.version) return refuse('changed-meanwhile');
  if (!mayOnAgreement('edit', opened)) return refuse('agreement-not-open');
  const terms = { ...input, company: agreement.companyId };
  const chosen = await checkTerms(ctx, terms);
  if (!chosen.ok) return chosen;
  const { reason, fromDay, untilDay } = input;
  const before = { reason: agreement.reason, fromDay: agreement.fromDay, untilDay: agreement.untilDay };
  await updateAgreement(ctx, { id: agreement.id, version: agreement.version, reason, fromDay, untilDay });
  await writeSides(ctx, { id: agreement.id, terms, lots: chosen.value });
  await recordOnAllSides(
    ctx,
    {
      action: 'agreement.edited',
      subjectId: agreement.id,
      before: { ...before, lots: opened.lots.map(({ lotId }) => lotId) },
      after: { reason, fromDay, untilDay, lots: terms.lots },
    },
    sidesToTell(opened),
  );
  return askOthers(ctx, agreement.id);
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

async function checkTerms(ctx: Context, terms: Terms): Promise<Result<CandidateLot[]>> {
  const held = await listCandidateLots(ctx, terms.company);
  const chosen = held.filter(({ lotId }) => terms.lots.includes(lotId));
  // A lot that is not in the list is not hers to bind: it is refused as one of another company.
  if (chosen.length < terms.lots.length) return refuse<AgreementRefusal>('agreement-lot-other', { field: 'lots' });
  const checked = checkAgreement({ ...terms, lots: chosen.map(asAgreementLot) });
  if (!checked.ok) return checked;
  const { companySignedOn } = terms;
  return companySignedOn !== null && companySignedOn > parisDay(ctx.now)
    ? refuse<AgreementRefusal>('agreement-signed-future', { field: 'companySignedOn' })
    : done(chosen);
}

/** The proposer's own signature is its proposal; the company's paper may be at hand already. */
async function writeSides(
  ctx: Context,
  { id, terms, lots }: { id: string; terms: Terms; lots: readonly CandidateLot[] },
): Promise<void> {
  await setLots(ctx, { id, lots });
  const signatories = signatoriesOf(terms.company, lots.map(asAgreementLot));
  await setSignatories(ctx, { id, signatories });
  const own = organisationOf(ctx.actor) ?? '';
  const today = parisDay(ctx.now);
  for (const { organisation } of signatories) {
    const onDay =
      organisation === terms.company ? (terms.companySignedOn ?? (own === organisation ? today : null)) : today;
    if (onDay !== null && (organisation === own || organisation === terms.company)) {
      await signAs(ctx, { id, organisation, signedOn: onDay });
    }
  }
}

async function askOthers(ctx: Context, id: string): Promise<Result<{ id: string }>> {
  await completeIfSigned(ctx, id);
  const opened = await lockOpened(ctx, id);
  if (opened === null) return refuse('not-found');
  const waiting = opened.signatures.filter(({ decision }) => decision === 'waiting');
  await writeToSides(ctx, {
    template: 'agreement-to-sign',
    organisations: waiting.map(({ organisationId }) => organisationId),
  });
  return done({ id });
}
