/** The terms of an agreement, checked and written with whom they bind; everybody is then asked to sign them. */
import { organisationOf } from '#domain/actor.ts';
import type { AgreementRefusal } from '#domain/agreement.ts';
import { checkAgreement, signatoriesOf } from '#domain/agreement.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import type { CandidateLot } from './candidate-queries.ts';
import { asAgreementLot, listCandidateLots } from './candidate-queries.ts';
import { completeIfSigned, signAs } from './complete.ts';
import { lockOpened } from './open-agreement.ts';
import { writeToSides } from './tell-sides.ts';
import { setSignatories } from './signature-queries.ts';
import { setLots } from './write-queries.ts';

export interface Terms {
  company: string;
  lots: readonly string[];
  reason: string;
  fromDay: Day;
  untilDay: Day;
  companySignedOn: Day | null;
}

export async function checkTerms(ctx: Context, terms: Terms): Promise<Result<CandidateLot[]>> {
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
export async function writeSides(
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

export async function askOthers(ctx: Context, id: string): Promise<Result<{ id: string }>> {
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
