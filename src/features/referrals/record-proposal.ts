/** The structure notes a proposal heard on the telephone or read in a letter: its referent may have no account. */
import { organisationOf } from '#domain/actor.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { insertReferent } from '#db/referent.ts';
import type { Context } from '#http/context.ts';
import type { RecordedInput } from './input.ts';
import { insertReferral } from './queries.ts';
import { findHeldPerson, findReferentByMail, hasOpenOf, isActivePartner } from './record-queries.ts';

export async function recordProposal(ctx: Context, input: RecordedInput): Promise<Result<{ id: string }>> {
  const person = await findHeldPerson(ctx, input.id);
  const holderId = organisationOf(ctx.actor);
  if (person === null || holderId === null) return refuse('not-found');
  const { id: personId, archivedOn, ...identity } = person;
  if (archivedOn !== null) return refuse('person-put-aside');
  const { prescriberId, referentName, referentEmail, claims } = input;
  if (!(await isActivePartner(ctx, prescriberId))) return refuse('prescriber-ended', { field: 'prescriberId' });
  if (await hasOpenOf(ctx, { person: personId, prescriber: prescriberId })) return refuse('referral-already-open');
  const known = referentEmail === '' ? null : await findReferentByMail(ctx, { prescriberId, email: referentEmail });
  const referentId =
    known ??
    (await insertReferent(ctx, {
      prescriberId,
      accountId: null,
      addedBy: holderId,
      name: referentName,
      email: referentEmail,
      phone: '',
    }));
  const id = await insertReferral(ctx, {
    personId,
    holderId,
    prescriberId,
    referentId,
    source: 'facilitator',
    proposed: { ...identity, claims, wishCode: '', availableFrom: null },
  });
  await record(ctx, { action: 'referral.recorded', subjectType: 'referral', subjectId: id });
  return done({ id });
}
