/** Which prescribers a structure tells of the posts of a département. */
import { organisationOf } from '#domain/actor.ts';
import type { Context } from '#http/context.ts';

export async function listAudience({
  db,
  actor,
}: Context): Promise<{ organisationId: string; departmentCode: string }[]> {
  return db
    .selectFrom('offerAudience')
    .select(['organisationId', 'departmentCode'])
    .where('facilitatorId', '=', organisationOf(actor) ?? '')
    .orderBy('departmentCode')
    .execute();
}

export async function replaceAudience(
  { db, actor, now }: Context,
  { departmentCode, prescribers }: { departmentCode: string; prescribers: readonly string[] },
): Promise<void> {
  const facilitatorId = organisationOf(actor) ?? '';
  await db
    .deleteFrom('offerAudience')
    .where('facilitatorId', '=', facilitatorId)
    .where('departmentCode', '=', departmentCode)
    .execute();
  if (prescribers.length === 0) return;
  await db
    .insertInto('offerAudience')
    .values(prescribers.map((organisationId) => ({ facilitatorId, organisationId, departmentCode, createdAt: now })))
    .execute();
}
