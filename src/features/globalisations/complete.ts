/** Writes a signature down; the last one puts the agreement in force, and ends the one it amends. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { signedByAll } from '#domain/agreement.ts';
import type { Day } from '#domain/day.ts';
import { addDays } from '#domain/day.ts';
import { lastDayOf } from '#domain/month.ts';
import type { Context } from '#http/context.ts';
import { lockOpened } from './open-agreement.ts';
import { lockAgreement } from './queries.ts';
import { listMovedHours } from './side-queries.ts';
import { answerSignature } from './signature-queries.ts';
import { updateAgreement } from './write-queries.ts';

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

export function writer({ actor, now }: Context) {
  return { organisation: organisationOf(actor), account: accountOf(actor), at: now };
}
