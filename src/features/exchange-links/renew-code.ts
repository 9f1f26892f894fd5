/** Gives a new code for a link nobody accepted yet; the former one dies. */
import { mayActOnLink } from '#domain/exchange-link.ts';
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import { record } from '#db/audit.ts';
import type { Context } from '#http/context.ts';
import type { Proposed } from './propose.ts';
import { newPairing } from './propose.ts';
import { findLink, lockLink, setCode, sideOf, stateNow } from './queries.ts';

export async function renewCode(ctx: Context, { id }: { id: string }): Promise<Result<Proposed>> {
  const link = await lockLink(ctx, id);
  if (link === null) return refuse((await findLink(ctx, id)) === null ? 'not-found' : 'already-done');
  if (!mayActOnLink('renew-code', { state: stateNow(ctx, link), side: sideOf(ctx, link) }))
    return refuse('already-done');
  const { code, ...pairing } = newPairing(ctx);
  await setCode(ctx, { id, ...pairing });
  await record(ctx, { action: 'link.code-renewed', subjectType: 'exchange-link', subjectId: id });
  return done({ link: { ...link, ...pairing, pairingFailures: 0 }, code });
}
