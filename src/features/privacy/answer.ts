/** Answers a request, does what the answer promises in the same transaction, and writes to the person. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import { formatShortDay, parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { dueOf } from '#domain/retention-rules.ts';
import { extendRequest, moveRequest } from '#domain/rights-request.ts';
import { record } from '#db/audit.ts';
import type { PersonDeed } from '#db/erase-person.ts';
import { erasePerson } from '#db/erase-person.ts';
import { post } from '#db/outbox.ts';
import { findFreeze, readLives, readMonths } from '#db/person-life.ts';
import { updateRequest } from '#db/rights-request.ts';
import { asPrivacy } from '#http/as-privacy.ts';
import type { Context } from '#http/context.ts';
import type { AnswerInput, ExtendInput } from './input.ts';
import type { RequestRow } from './request-queries.ts';
import { lockRequest } from './request-queries.ts';

export async function reviewRequest(
  ctx: Context,
  { id, version }: { id: string; version: number },
): Promise<Result<{ id: string }>> {
  const request = await lockRequest(ctx, id);
  if (request === null) return refuse('not-found');
  if (request.version !== version) return refuse('changed-meanwhile');
  const moved = moveRequest({ from: request.state, to: 'under-review', by: 'holder' });
  if (!moved.ok) return moved;
  await updateRequest(ctx, { id, state: moved.value });
  await record(ctx, { action: 'request.reviewed', subjectType: 'rights-request', subjectId: id });
  return done({ id });
}

export async function extend(ctx: Context, { id, version, reason }: ExtendInput): Promise<Result<{ id: string }>> {
  const request = await lockRequest(ctx, id);
  if (request === null) return refuse('not-found');
  if (request.version !== version) return refuse('changed-meanwhile');
  const today = parisDay(ctx.now);
  const { state, receivedOn, extendedOn } = request;
  const longer = extendRequest({ state, receivedOn, extendedOn, reason, today });
  if (!longer.ok) return longer;
  await updateRequest(ctx, { id, dueOn: longer.value, extendedOn: today, extensionReason: reason });
  await record(ctx, { action: 'request.extended', subjectType: 'rights-request', subjectId: id, reason });
  await tell(ctx, request);
  return done({ id });
}

export async function answerRequest(ctx: Context, input: AnswerInput): Promise<Result<{ id: string; deed: string }>> {
  const { id, version, decision, answer } = input;
  const request = await lockRequest(ctx, id);
  if (request === null) return refuse('not-found');
  if (request.version !== version) return refuse('changed-meanwhile');
  const moved = moveRequest({ from: request.state, to: decision, by: 'holder', reason: answer });
  if (!moved.ok) return moved;
  const today = parisDay(ctx.now);
  const erases = request.kind === 'erasure' || request.kind === 'opposition';
  if (erases && decision !== 'refused' && input.confirme !== 'oui') {
    return refuse('request-confirm', { field: 'confirme' });
  }
  const deed = decision === 'refused' ? null : await deedOf(ctx, request, decision);
  if (deed !== null && typeof deed !== 'string') return deed;
  await updateRequest(ctx, {
    id,
    state: moved.value,
    answer,
    answeredOn: today,
    answeredBy: accountOf(ctx.actor),
    // A rectification is done by whoever corrects the file: accepting it corrects nothing.
    doneOn: decision === 'refused' || request.kind === 'rectification' ? null : today,
  });
  await record(ctx, {
    action: 'request.answered',
    subjectType: 'rights-request',
    subjectId: id,
    after: { state: moved.value, ...(deed !== null && { deed }) },
    reason: answer,
  });
  await tell(ctx, request, deed);
  // Last: once her name is gone, nothing more is written about her.
  if (deed !== null) await asPrivacy(ctx, (own) => erasePerson(own, { person: request.personId, deed }));
  return done({ id, deed: deed ?? '' });
}

/** Accepted, then corrected by whoever keeps the file: the day it was really done. */
export async function markDone(
  ctx: Context,
  { id, version }: { id: string; version: number },
): Promise<Result<{ id: string }>> {
  const request = await lockRequest(ctx, id);
  if (request === null) return refuse('not-found');
  if (request.version !== version) return refuse('changed-meanwhile');
  if (!isToCorrect(request)) return refuse('request-closed');
  await updateRequest(ctx, { id, doneOn: parisDay(ctx.now) });
  await record(ctx, { action: 'request.done', subjectType: 'rights-request', subjectId: id });
  return done({ id });
}

export function isToCorrect({ kind, state, doneOn }: Pick<RequestRow, 'kind' | 'state' | 'doneOn'>): boolean {
  return kind === 'rectification' && doneOn === null && (state === 'accepted' || state === 'partly-accepted');
}

/** Opposition accepted puts the file aside; erasure goes as far as the proof of her hours allows; a hold stops it. */
async function deedOf(
  ctx: Context,
  { id, kind, personId }: RequestRow,
  decision: 'accepted' | 'partly-accepted',
): Promise<PersonDeed | null | ReturnType<typeof refuse<'request-held'>>> {
  if (kind === 'opposition') return 'archive';
  if (kind !== 'erasure') return null;
  const today = parisDay(ctx.now);
  return asPrivacy(ctx, async ({ db }) => {
    const frozen = await findFreeze(db, { person: personId, today, except: id });
    if (frozen?.until != null) {
      if (decision === 'partly-accepted') return 'archive';
      return refuse('request-held', { field: 'decision', details: { day: formatShortDay(frozen.until) } });
    }
    const [life] = await readLives(db, { after: null, size: 1, today, only: personId });
    if (life === undefined) return null;
    // As if the last contact were long past: what remains is the proof of her hours alone.
    const long = { ...life, hired: true, archived: true, lastContactOn: '1900-01-01' };
    const due = dueOf(long, await readMonths(db, organisationOf(ctx.actor) ?? ''));
    return due.on > today ? 'archive' : 'anonymise';
  });
}

/** Once all is erased, her space opens no more: the letter itself says it, and its address goes when it has left. */
async function tell(ctx: Context, { personId, email }: RequestRow, deed: PersonDeed | null = null): Promise<void> {
  if (email === '') return;
  const letter =
    deed === 'anonymise'
      ? ({ template: 'request-erased', parameters: {} } as const)
      : ({ template: 'request-answered', parameters: { person: personId } } as const);
  await post(ctx, { organisation: organisationOf(ctx.actor), recipient: email, ...letter });
}
