/** Finding a text as people type it: without accents, without case, with no wildcard of their own. */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
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
