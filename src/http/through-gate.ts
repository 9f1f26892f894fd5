/** A step of a story taken as the gate, then back: what one organisation must write or find for another it is not yet tied to. */
import { enter } from '#db/transaction.ts';
import type { Context } from './context.ts';
import { scopeOf } from './context.ts';

/** A failure needs no way back: the savepoint of the story restores the role. */
export async function throughGate<Value>(
  ctx: Context,
  step: (ctx: Context) => Promise<Value>,
): Promise<Value> {
  await enter(ctx.db, scopeOf(ctx.actor, 'gate', ctx.now));
  const value = await step(ctx);
  await enter(ctx.db, scopeOf(ctx.actor, 'app', ctx.now));
  return value;
}
