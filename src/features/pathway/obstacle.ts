/** Keeps the obstacles of a person: added, followed until lifted, shared one by one with the prescriber that sent her. */
import { randomUUID } from 'node:crypto';
import { accountOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { NewObstacleInput, ObstacleInput } from './input.ts';
import {
  endShares,
  findObstacle,
  insertObstacle,
  insertShare,
  listObstacles,
  prescriberOf,
  updateObstacle,
} from './obstacle-queries.ts';
import { insertObstacleNote } from './obstacle-note-queries.ts';
import { findOwnPerson } from './queries.ts';

type Kept = Result<{ person: string }>;

/** The journal says that an obstacle was added, never which one: administrators read it. */
export async function addObstacle(ctx: Context, input: NewObstacleInput): Promise<Kept> {
  const person = await findOwnPerson(ctx, input.id);
  if (person === null) return refuse('not-found');
  const { kind, specialist, specialistPhone, words } = input;
  const known = (await listObstacles(ctx, person.id)).some((one) => one.kind === kind && one.state !== 'lifted');
  if (known) return refuse('obstacle-known', { field: 'kind' });
  const { holderId } = person;
  const id = randomUUID();
  const openedOn = parisDay(ctx.now);
  const referentId = accountOf(ctx.actor);
  await insertObstacle(ctx, {
    id,
    personId: person.id,
    holderId,
    kind,
    specialist,
    specialistPhone,
    referentId,
    openedOn,
  });
  if (words !== '') await insertObstacleNote(ctx, { obstacleId: id, holderId, words });
  await record(ctx, { action: 'obstacle.added', subjectType: 'obstacle', subjectId: id });
  return done({ person: person.id });
}

export async function followObstacle(ctx: Context, input: ObstacleInput): Promise<Kept> {
  const before = await findObstacle(ctx, input.id);
  if (before === null || before.removedAt !== null) return refuse('not-found');
  const { id, state, specialist, specialistPhone, words } = input;
  if (state === 'referred' && specialist === '') return refuse('obstacle-specialist-missing', { field: 'specialist' });
  if (before.version !== input.version) return refuse('changed-meanwhile');
  const liftedOn = state === 'lifted' ? (before.liftedOn ?? parisDay(ctx.now)) : null;
  await updateObstacle(ctx, id, { state, specialist, specialistPhone, liftedOn });
  if (words !== '') await insertObstacleNote(ctx, { obstacleId: id, holderId: before.holderId, words });
  await record(ctx, { action: 'obstacle.edited', subjectType: 'obstacle', subjectId: id });
  return done({ person: before.personId });
}

/** This one, to the one prescriber that sent her; its notes stay in the team. */
export async function shareObstacle(ctx: Context, { id }: { id: string }): Promise<Kept> {
  const obstacle = await findObstacle(ctx, id);
  if (obstacle === null) return refuse('not-found');
  const prescriber = await prescriberOf(ctx, obstacle.personId);
  if (prescriber === null) return refuse('obstacle-nobody-to-share');
  if (obstacle.shared) return refuse('already-done');
  await insertShare(ctx, { obstacleId: id, holderId: obstacle.holderId, prescriberId: prescriber.id });
  await record(ctx, { action: 'obstacle.shared', subjectType: 'obstacle', subjectId: id });
  return done({ person: obstacle.personId });
}

export async function unshareObstacle(ctx: Context, { id }: { id: string }): Promise<Kept> {
  const obstacle = await findObstacle(ctx, id);
  if (obstacle === null) return refuse('not-found');
  if (!obstacle.shared) return refuse('already-done');
  await endShares(ctx, id);
  await record(ctx, { action: 'obstacle.unshared', subjectType: 'obstacle', subjectId: id });
  return done({ person: obstacle.personId });
}
