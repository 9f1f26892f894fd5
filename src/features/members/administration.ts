/** What every change to a member asks first: does she who acts still administer, is it not her own place, who would remain. */
import type { Member } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Administrator } from '#domain/membership.ts';
import { keepsAnAdministrator } from '#domain/membership.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { lockAdministrators } from '#db/administrators-lock.ts';
import type { Context } from '#http/context.ts';
import type { MemberRow } from './queries.ts';
import { lockMember } from './queries.ts';

export interface Held {
  actor: Member;
  member: MemberRow;
  administrators: readonly Administrator[];
}

/** Two administrators who act on each other wait for each other here: the second finds herself without the right. */
export async function holdMember(ctx: Context, id: string): Promise<Result<Held>> {
  const { actor } = ctx;
  if (actor.kind !== 'member') return refuse('not-allowed');
  const administrators = await lockAdministrators(ctx.db, {
    organisation: actor.organisation,
    today: parisDay(ctx.now),
  });
  if (!administrators.some(({ membership }) => membership === actor.membership)) return refuse('not-allowed');
  const member = await lockMember(ctx, id);
  if (member === null) return refuse('not-found');
  if (member.accountId === actor.account) return refuse('own-membership');
  return done({ actor, member, administrators });
}

/** null when the member no longer administers; a place that did not administer takes nobody away. */
export function checkRemaining(
  { member, administrators }: Held,
  after: { validUntil: string | null } | null,
): Result<null> {
  const remains = keepsAnAdministrator(administrators, { membership: member.id, after });
  return remains ? done(null) : refuse('last-administrator');
}
