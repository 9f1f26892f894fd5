/** A step of a story taken inside another organisation, under its row security, then back: what ends there when the instance closes it, what a buyer's decision writes there. */
import { enter } from '#db/transaction.ts';
import type { Context } from './context.ts';
import { scopeOf } from './context.ts';

/** A failure needs no way back: the savepoint of the story restores the role. */
export async function withinOrganisation<Value>(
  { db, actor, now }: Context,
  {
    organisation,
    step,
    back = 'gate',
  }: { organisation: string; step: () => Promise<Value>; back?: 'gate' | 'app' | 'job' },
): Promise<Value> {
  await enter(db, { ...scopeOf(actor, 'app', now), organisation });
  const value = await step();
  await enter(db, scopeOf(actor, back, now));
  return value;
}
