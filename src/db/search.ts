/** Finding a text as people type it: without accents, without case, with no wildcard of their own. */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Transaction } from './transaction.ts';
import { foldForSearch } from '#domain/text.ts';

/** Contains, with the wildcards a person typed taken as themselves. */
export function likePattern(typed: string): string {
  return `%${typed.replace(/[\\%_]/g, '\\$&')}%`;
}

export function unaccented(column: string, pattern: string): RawBuilder<boolean> {
  return sql<boolean>`unaccent(${sql.ref(column)}) ilike unaccent(${pattern})`;
}

/** The people the asking structure follows whose names hold every word typed, the first by name: an array of ids to compare with. */
export function peopleNamed(typed: string, most: number): RawBuilder<string[]> {
  const words = foldForSearch(typed).split(' ').filter(Boolean);
  return sql<string[]>`array(select people_named(${words}::text[], ${most}))`;
}

/** The planner believes that row security hides nearly everybody and sorts those who are left: names are read in their order instead. */
export async function inNameOrder<Value>(db: Transaction, work: () => Promise<Value>): Promise<Value> {
  await sql`select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)`.execute(db);
  const found = await work();
  await sql`select set_config('enable_sort', 'on', true), set_config('enable_bitmapscan', 'on', true)`.execute(db);
  return found;
}
