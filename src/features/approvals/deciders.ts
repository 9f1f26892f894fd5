/** Who stands as an administrator of her organisation while a decision is asked or taken. */
import type { Member } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { HeldAdministrator } from '#db/administrators-lock.ts';
import { lockAdministrators } from '#db/administrators-lock.ts';
import type { Context } from '#http/context.ts';

export interface Standing {
  actor: Member;
  administrators: readonly HeldAdministrator[];
}

/** Held until the end of the transaction: who loses her place meanwhile neither asks nor decides. */
export async function standAsAdministrator(ctx: Context): Promise<Result<Standing>> {
  const { actor } = ctx;
  if (actor.kind !== 'member') return refuse('not-allowed');
  const administrators = await lockAdministrators(ctx.db, {
    organisation: actor.organisation,
    today: parisDay(ctx.now),
  });
  const stands = administrators.some(({ membership }) => membership === actor.membership);
  return stands ? done({ actor, administrators }) : refuse('not-allowed');
}
