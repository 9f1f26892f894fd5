/** Changes the terms of an agreement while a signature is missing: everybody is asked again. */
import { mayOnAgreement } from '#domain/agreement.ts';
import type { Result } from '#domain/result.ts';
import { refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import type { EditAgreement } from './input.ts';
import { lockOpened } from './open-agreement.ts';
import { recordOnAllSides, sidesToTell } from './tell-sides.ts';
import { askOthers, checkTerms, writeSides } from './terms.ts';
import { updateAgreement } from './write-queries.ts';

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
