/** A step of a story taken as the privacy role, then back: the rows about one person wherever they are, and what must go. */
import { sql } from 'kysely';
import type { Context } from './context.ts';

/** A failure needs no way back: the savepoint of the story restores the role. */
export async function asPrivacy<Value>(ctx: Context, step: (ctx: Context) => Promise<Value>): Promise<Value> {
  const role = await sql<{ before: string }>`
    select current_setting('role') as before,
      set_config('role', 'guichet_privacy', true)`.execute(ctx.db);
  const value = await step(ctx);
  await sql`select set_config('role', ${role.rows[0]?.before ?? 'none'}, true)`.execute(ctx.db);
  return value;
}
