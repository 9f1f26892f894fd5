/** Closes an organisation that asked it in writing, and opens it again: nothing it holds is lost in between. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { writeToAdministrators } from '#db/administrators-mail.ts';
import { lockAdministrators } from '#db/administrators-lock.ts';
import { closeOrganisation, endSharing, reopenOrganisation } from '#db/organisation-close.ts';
import type { Context } from '#http/context.ts';
import { withinOrganisation } from '#http/within-organisation.ts';
import { findHelped } from './help-queries.ts';
import { recordHelp } from './help-record.ts';
import type { CloseOrganisation } from './input.ts';

type Helped = Promise<Result<{ id: string; name: string }>>;

/** The administrators are held first, as when two of them decide it: both ways of closing wait for each other. */
export async function closeAsked(ctx: Context, { id, reason }: CloseOrganisation): Helped {
  const { db, now } = ctx;
  const account = accountOf(ctx.actor);
  if (account === null || id === organisationOf(ctx.actor)) return refuse('own-organisation');
  await lockAdministrators(db, { organisation: id, today: parisDay(now) });
  const helped = await findHelped(ctx, id);
  if (helped === null) return refuse('not-found');
  if (helped.closedAt !== null) return refuse('already-done');
  const step = () => endSharing(db, { organisation: id, account, now });
  await withinOrganisation(ctx, { organisation: id, step });
  if (!(await closeOrganisation(db, { organisation: id, now }))) return refuse('already-done');
  const fact = { subjectType: 'organisation', subjectId: id, reason };
  await recordHelp(ctx, id, { ...fact, action: 'organisation.closed' });
  await writeToAdministrators(ctx, { organisation: id, template: 'organisation-closed' });
  return done({ id, name: helped.name });
}

export async function reopenAsked(ctx: Context, { id, reason }: CloseOrganisation): Helped {
  const helped = await findHelped(ctx, id);
  if (helped === null) return refuse('not-found');
  if (!(await reopenOrganisation(ctx.db, id))) return refuse('already-done');
  const fact = { subjectType: 'organisation', subjectId: id, reason };
  await recordHelp(ctx, id, { ...fact, action: 'organisation.reopened' });
  return done({ id, name: helped.name });
}
