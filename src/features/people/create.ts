/** Adds a person to those the structure follows, once somebody looked at those who resemble her. */
import { organisationOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import { insertPerson } from '#db/person.ts';
import type { Context } from '#http/context.ts';
import type { NewPersonInput } from './input.ts';
import { findLookalikes } from './queries.ts';

export async function createPerson(
  ctx: Context,
  { confirme, ...input }: NewPersonInput,
): Promise<Result<{ id: string }>> {
  const holderId = organisationOf(ctx.actor);
  if (holderId === null) return refuse('not-allowed');
  if (input.birthDate !== null && input.birthDate > parisDay(ctx.now)) {
    return refuse('birth-date-future', { field: 'birthDate' });
  }
  if (!confirme && (await findLookalikes(ctx, input)).length > 0) return refuse('person-lookalike');
  const id = await insertPerson(ctx, { ...input, holderId });
  await record(ctx, { action: 'person.created', subjectType: 'person', subjectId: id, after: input });
  return done({ id });
}
