/** A step of the gate's story taken inside one organisation, under its row security, then back: what ends there when the instance closes it. */
import { enter } from '#db/transaction.ts';
import type { Context } from './context.ts';
import { scopeOf } from './context.ts';

/** A failure needs no way back: the savepoint of the story restores the role. */
export async function withinOrganisation<Value>(
  { db, actor, now }: Context,
  { organisation, step }: { organisation: string; step: () => Promise<Value> },
): Promise<Value> {
  await enter(db, { ...scopeOf(actor, 'app', now), organisation });
  const value = await step();
  await enter(db, scopeOf(actor, 'gate', now));
  return value;
}
