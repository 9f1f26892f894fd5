/** Notes a request that came on paper, by mail or by word of mouth: the month runs from the day it arrived. */
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { insertRequest } from '#db/rights-request.ts';
import type { Context } from '#http/context.ts';
import type { ReceiveInput } from './input.ts';
import { findChosen } from './request-queries.ts';

export async function receiveRequest(ctx: Context, input: ReceiveInput): Promise<Result<{ id: string }>> {
  const { personne, kind, via, receivedOn, message } = input;
  const person = await findChosen(ctx, personne);
  const holderId = organisationOf(ctx.actor);
  if (person === null || holderId === null) return refuse('value-unlisted', { field: 'personne' });
  if (receivedOn > parisDay(ctx.now)) return refuse('retention-contact-future', { field: 'receivedOn' });
  const id = await insertRequest(ctx, { personId: person.id, holderId, kind, via, message, receivedOn });
  await record(ctx, {
    action: 'request.received',
    subjectType: 'rights-request',
    subjectId: id,
    after: { kind, via, receivedOn, message },
  });
  return done({ id });
}
