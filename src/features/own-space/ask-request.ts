/** A person exercises a right over her data: the clock starts today; she may take it back until it is answered. */
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { isOpenRequest, moveRequest } from '#domain/rights-request.ts';
import { record } from '#db/audit.ts';
import { insertRequest, tellAnswerable, updateRequest } from '#db/rights-request.ts';
import type { Context } from '#http/context.ts';
import type { OwnRequestInput } from './input.ts';
import { findMe } from './me.ts';
import { listOwnRequests } from './queries.ts';

export async function askRequest(ctx: Context, { kind, message }: OwnRequestInput): Promise<Result<null>> {
  const me = await findMe(ctx);
  if (me === null) return refuse('not-found');
  const known = await listOwnRequests(ctx, me.id);
  if (known.some((one) => one.kind === kind && isOpenRequest(one.state))) {
    return refuse('request-same-open', { field: 'kind' });
  }
  const id = await insertRequest(ctx, {
    personId: me.id,
    holderId: me.holderId,
    kind,
    via: 'own-space',
    message,
    receivedOn: parisDay(ctx.now),
  });
  await record(ctx, {
    action: 'request.received',
    subjectType: 'rights-request',
    subjectId: id,
    after: { kind, message },
  });
  await tellAnswerable(ctx, { organisation: me.holderId, template: 'request-received' });
  return done(null);
}

export async function withdrawRequest(ctx: Context, { demande }: { demande: string }): Promise<Result<null>> {
  const me = await findMe(ctx);
  const request = me === null ? undefined : (await listOwnRequests(ctx, me.id)).find(({ id }) => id === demande);
  if (request === undefined) return refuse('not-found');
  const moved = moveRequest({ from: request.state, to: 'withdrawn', by: 'person' });
  if (!moved.ok) return moved;
  await updateRequest(ctx, { id: request.id, state: moved.value });
  await record(ctx, { action: 'request.withdrawn', subjectType: 'rights-request', subjectId: request.id });
  return done(null);
}
