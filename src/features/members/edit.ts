/** Changes the position of a member, her mark of administrator or her last day; it counts from her next request on. */
import { parisDay } from '#domain/day.ts';
import { fitLastDay, fitPlace } from '#domain/membership.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { checkRemaining, holdMember } from './administration.ts';
import type { EditMember } from './input.ts';
import type { MemberRow } from './queries.ts';
import { updatePlace } from './queries.ts';

export async function editMember(ctx: Context, input: EditMember): Promise<Result<MemberRow>> {
  const held = await holdMember(ctx, input.id);
  if (!held.ok) return held;
  const { actor, member } = held.value;
  if (member.version !== input.version) return refuse('changed-meanwhile');
  const place = fitPlace(actor.organisationKind, input);
  if (!place.ok) return place;
  const { validUntil } = input;
  const lastDay = fitLastDay(place.value.position, {
    validUntil,
    former: member.validUntil,
    today: parisDay(ctx.now),
  });
  if (!lastDay.ok) return lastDay;
  const administersAfter = place.value.administers && member.suspendedAt === null;
  const remains = checkRemaining(held.value, administersAfter ? { validUntil } : null);
  if (!remains.ok) return remains;
  await updatePlace(ctx, { id: member.id, version: member.version, ...place.value, validUntil });
  await record(ctx, {
    action: 'member.edited',
    subjectType: 'membership',
    subjectId: member.id,
    before: told(member),
    after: { ...place.value, validUntil },
  });
  return done(member);
}

function told({ position, administers, validUntil }: MemberRow): Record<string, unknown> {
  return { position, administers, validUntil };
}
