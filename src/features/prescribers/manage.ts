/** Adds a prescriber to one's list, says what it is, takes it off and puts it back. */
import { organisationOf } from '#domain/actor.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { CompanyLookup } from '#services/company-register.ts';
import type { EditPrescriberInput, NewPrescriberInput } from './input.ts';
import { namedPrescriber } from './named-prescriber.ts';
import type { PartnerRow } from './queries.ts';
import { findPartnerOf, insertPartner, lockPartner, updatePartner } from './queries.ts';

export async function addPrescriber(
  ctx: Context,
  input: NewPrescriberInput,
  looked: CompanyLookup | null,
): Promise<Result<{ id: string }>> {
  const prescriber = await namedPrescriber(ctx, input, looked);
  if (!prescriber.ok) return prescriber;
  if (prescriber.value === organisationOf(ctx.actor)) return refuse('prescriber-self', { field: 'siret' });
  if ((await findPartnerOf(ctx, prescriber.value)) !== null) return refuse('prescriber-known', { field: 'siret' });
  const id = await insertPartner(ctx, { prescriberId: prescriber.value, kind: input.kind });
  await record(ctx, { action: 'prescriber.added', subjectType: 'prescriber', subjectId: id });
  return done({ id });
}

/** The journal says that the kind changed, not which: it is read outside the team. */
export async function editPrescriber(ctx: Context, input: EditPrescriberInput): Promise<Result<{ id: string }>> {
  const before = await lockPartner(ctx, input.id);
  if (before === null) return refuse('not-found');
  if (before.version !== input.version) return refuse('changed-meanwhile');
  await updatePartner(ctx, input);
  await record(ctx, { action: 'prescriber.edited', subjectType: 'prescriber', subjectId: input.id });
  return done({ id: input.id });
}

export const endPrescriber = (ctx: Context, { id }: { id: string }) => setEnded(ctx, id, true);
export const restorePrescriber = (ctx: Context, { id }: { id: string }) => setEnded(ctx, id, false);

async function setEnded(ctx: Context, id: string, ended: boolean): Promise<Result<PartnerRow>> {
  const partner = await lockPartner(ctx, id);
  if (partner === null) return refuse('not-found');
  if ((partner.endedAt !== null) === ended) return refuse('already-done');
  await updatePartner(ctx, { id, version: partner.version, endedAt: ended ? ctx.now : null });
  await record(ctx, {
    action: ended ? 'prescriber.ended' : 'prescriber.restored',
    subjectType: 'prescriber',
    subjectId: id,
  });
  return done(partner);
}
