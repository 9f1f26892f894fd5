/** Finding a text as people type it: without accents, without case, with no wildcard of their own. */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** Contains, with the wildcards a person typed taken as themselves. */
export function likePattern(typed: string): string {
  return `%${typed.replace(/[\\%_]/g, '\\$&')}%`;
}

export function unaccented(column: string, pattern: string): RawBuilder<boolean> {
  return sql<boolean>`unaccent(${sql.ref(column)}) ilike unaccent(${pattern})`;
}
