/** Changes the identity of a person, unless somebody changed it meanwhile. */
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { EditPersonInput } from './input.ts';
import type { PersonRow } from './queries.ts';
import { lockPerson, updatePerson } from './queries.ts';

export async function editPerson(ctx: Context, input: EditPersonInput): Promise<Result<{ id: string }>> {
  const before = await lockPerson(ctx, input.id);
  if (before === null) return refuse('not-found');
  if (input.birthDate !== null && input.birthDate > parisDay(ctx.now)) {
    return refuse('birth-date-future', { field: 'birthDate' });
  }
  if (before.version !== input.version) return refuse('changed-meanwhile');
  await updatePerson(ctx, input);
  await record(ctx, {
    action: 'person.edited',
    subjectType: 'person',
    subjectId: input.id,
    before: told(before),
    after: told(input),
  });
  return done({ id: input.id });
}

function told(person: Omit<PersonRow, 'id' | 'version' | 'createdAt' | 'proposedBy' | 'archivedOn'>) {
  const { familyName, givenName, birthDate, commune, email, phone } = person;
  return { familyName, givenName, birthDate, commune, email, phone };
}
