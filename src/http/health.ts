/** Tells whether the service answers, database included: 200, or 503 with the reason. */
import { sql } from 'kysely';
import type { Context as HonoContext } from 'hono';
import type { House } from './house.ts';

const patience = 2000;

export async function answerHealth(c: HonoContext, { database, version }: House): Promise<Response> {
  const state = await Promise.race([askDatabase(database), tooSlow()]);
  if (state === 'ok') return c.json({ status: 'ok', database: 'ok', version });
  return c.json({ status: 'unavailable', database: state, version }, 503, { 'retry-after': '5' });
}

async function askDatabase(database: House['database']): Promise<'ok' | 'unreachable'> {
  try {
    await sql`select 1`.execute(database);
    return 'ok';
  } catch {
    return 'unreachable';
  }
}

function tooSlow(): Promise<'slow'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('slow'), patience).unref();
  });
}
