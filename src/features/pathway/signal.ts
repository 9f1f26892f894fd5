/** A prescriber signals a difficulty of somebody it sent: the accompanying team reads it, and nobody else there. */
import { randomUUID } from 'node:crypto';
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { SignalInput } from './input.ts';
import { insertObstacle } from './obstacle-queries.ts';
import { insertObstacleNote } from './obstacle-note-queries.ts';
import { findPrescribed, listShared } from './prescribed-queries.ts';

export async function signalObstacle(
  ctx: Context,
  { id: asked, kind, words }: SignalInput,
): Promise<Result<{ person: string }>> {
  const person = await findPrescribed(ctx, asked);
  const signalledBy = organisationOf(ctx.actor);
  if (person === null || signalledBy === null) return refuse('not-found');
  const known = (await listShared(ctx, person.id)).some((one) => one.kind === kind && one.state !== 'lifted');
  if (known) return refuse('obstacle-known', { field: 'kind' });
  const id = randomUUID();
  const { holderId } = person;
  await insertObstacle(ctx, { id, personId: person.id, holderId, kind, signalledBy, openedOn: parisDay(ctx.now) });
  if (words !== '') await insertObstacleNote(ctx, { obstacleId: id, holderId, words });
  await record(ctx, { action: 'obstacle.signalled', subjectType: 'obstacle', subjectId: id });
  return done({ person: person.id });
}
