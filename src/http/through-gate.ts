/** A step of a story taken as the gate, then back: what one organisation must write or find for another it is not yet tied to. */
import { sql } from 'kysely';
import type { Context } from './context.ts';

/** A failure needs no way back: the savepoint of the story restores the role. */
export async function throughGate<Value>(ctx: Context, step: (ctx: Context) => Promise<Value>): Promise<Value> {
  const role = await sql<{ before: string }>`
    select current_setting('role') as before, set_config('role', 'guichet_gate', true)`.execute(ctx.db);
  const value = await step(ctx);
  await sql`select set_config('role', ${role.rows[0]?.before ?? 'none'}, true)`.execute(ctx.db);
  return value;
}
