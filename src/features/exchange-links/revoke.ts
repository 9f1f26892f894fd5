/** Breaks a link, from either side and at once: nothing is read through it any more. */
import { accountOf } from '#domain/actor.ts';
import { mayActOnLink } from '#domain/exchange-link.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import { recordOnBothSides, writeToAdministrators } from './both-journals.ts';
import type { LinkRow } from './queries.ts';
import { findLink, lockLink, otherOrganisation, setRevoked, sideOf, stateNow } from './queries.ts';

export async function revokeLink(ctx: Context, { id }: { id: string }): Promise<Result<LinkRow>> {
  const link = await lockLink(ctx, id);
  if (link === null) return refuse((await findLink(ctx, id)) === null ? 'not-found' : 'already-done');
  const state = stateNow(ctx, link);
  if (state === 'ended') return refuse('exchange-link-ended');
  if (!mayActOnLink('revoke', { state, side: sideOf(ctx, link) })) return refuse('already-done');
  await setRevoked(ctx, { id, account: accountOf(ctx.actor) });
  const other = otherOrganisation(ctx, link);
  if (other === null) {
    await record(ctx, { action: 'link.revoked', subjectType: 'exchange-link', subjectId: id });
    return done(link);
  }
  await recordOnBothSides(ctx, { action: 'link.revoked', subjectId: id }, other);
  await writeToAdministrators(ctx, { template: 'link-revoked', organisations: [other] });
  return done(link);
}
