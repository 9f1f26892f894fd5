/** Signs in with a link received by mail; whoever has a second factor still gives it. */
import type { Result } from '#domain/result.ts';
import { done, refuse } from '#domain/result.ts';
import type { Context } from '#http/context.ts';
import type { Moved } from '#http/route.ts';
import { enter } from './enter.ts';
import { findAccountLink, takeAccountLink } from './mailed-link.ts';

export async function followSignInLink(ctx: Context, { token }: { token: string }): Promise<Result<Moved>> {
  const link = await findAccountLink(ctx, { token, purpose: 'sign-in' });
  if (link === null || !(await takeAccountLink(ctx, { token, purpose: 'sign-in' }))) return refuse('link-expired');
  return done(await enter(ctx, { account: link.account, method: 'link', secondFactor: false, next: link.next }));
}
