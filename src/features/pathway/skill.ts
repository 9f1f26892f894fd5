/** Adds a skill to the passport of a person, or takes one out and puts it back. */
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { SkillInput } from './input.ts';
import { findOwnPerson, listWalk } from './queries.ts';
import { insertSkill, lockSkill, setSkillRemoved } from './skill-queries.ts';

export async function addSkill(ctx: Context, input: SkillInput): Promise<Result<{ person: string }>> {
  const person = await findOwnPerson(ctx, input.id);
  if (person === null) return refuse('not-found');
  if (input.seenOn > parisDay(ctx.now)) return refuse('evaluation-future', { field: 'seenOn' });
  const contract = (await listWalk(ctx, person.id)).find(({ id }) => id === input.contract);
  if (input.contract !== '' && contract === undefined) return refuse('value-unlisted', { field: 'contract' });
  const { label, level, place, seenOn } = input;
  const skill = { label, level, place, seenOn, contractId: contract?.id ?? null };
  const id = await insertSkill(ctx, { ...skill, personId: person.id, holderId: person.holderId });
  await record(ctx, { action: 'skill.added', subjectType: 'skill', subjectId: id, after: { label, level } });
  return done({ person: person.id });
}

export async function removeSkill(
  ctx: Context,
  { id }: { id: string },
): Promise<Result<{ id: string; person: string }>> {
  const skill = await lockSkill(ctx, id);
  if (skill === null) return refuse('not-found');
  if (skill.removedAt !== null) return refuse('already-done');
  await setSkillRemoved(ctx, id, ctx.now);
  await record(ctx, { action: 'skill.removed', subjectType: 'skill', subjectId: id, before: { label: skill.label } });
  return done({ id, person: skill.personId });
}

export async function putBackSkill(ctx: Context, { id }: { id: string }): Promise<Result<{ person: string }>> {
  const skill = await lockSkill(ctx, id);
  if (skill === null) return refuse('not-found');
  if (skill.removedAt === null) return refuse('already-done');
  await setSkillRemoved(ctx, id, null);
  await record(ctx, { action: 'skill.put-back', subjectType: 'skill', subjectId: id });
  return done({ person: skill.personId });
}
