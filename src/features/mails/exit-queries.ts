/** Whether the question of news is still worth asking when its letter leaves. */
import type { Context } from '#http/context.ts';

export async function isExitOpen({ db }: Context, exit: string | null): Promise<boolean> {
  if (exit === null) return false;
  const row = await db
    .selectFrom('exitSituation')
    .select('id')
    .where('id', '=', exit)
    .where('state', '=', 'expected')
    .executeTakeFirst();
  return row !== undefined;
}
