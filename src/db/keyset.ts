/** Pages by position, not by number: the place of the last row seen, so that page 900 costs no more than page 1. */
import type { ReferenceExpression, SelectQueryBuilder } from 'kysely';

export interface Cursor {
  value: string;
  id: string;
}

export interface KeysetQuery {
  direction: 'ascending' | 'descending';
  after?: string | undefined;
  before?: string | undefined;
  size: number;
}

export interface KeysetPage<Row> {
  rows: Row[];
  next: string | undefined;
  previous: string | undefined;
}

/** One page of a query that has neither order nor limit yet; `by` must never be null. */
export async function keysetPage<DB, Tables extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, Tables, Row>,
  {
    by,
    id,
    placeOf,
    holds = () => true,
    ...asked
  }: KeysetQuery & {
    by: ReferenceExpression<DB, Tables>;
    id: ReferenceExpression<DB, Tables>;
    placeOf(row: Row): Cursor;
    /** Whether a value can stand in that column: one typed in an address may not. Any text can, unless told. */
    holds?(value: string): boolean;
  },
): Promise<KeysetPage<Row>> {
  const read = (text: string | undefined) => {
    const cursor = readCursor(text);
    return cursor !== null && holds(cursor.value) ? cursor : null;
  };
  const after = read(asked.after);
  const before = after === null ? read(asked.before) : null;
  const place = after ?? before;
  const backwards = before !== null;
  const upwards = (asked.direction === 'ascending') !== backwards;
  let rows = query;
  if (place !== null) {
    const beyond = upwards ? '>' : '<';
    rows = rows.where((where) =>
      where.or([
        where(by, beyond, place.value as never),
        where.and([where(by, '=', place.value as never), where(id, beyond, place.id as never)]),
      ]),
    );
  }
  const order = upwards ? 'asc' : 'desc';
  const found = await rows
    .orderBy(by, order)
    .orderBy(id, order)
    .limit(asked.size + 1)
    .execute();
  const more = found.length > asked.size;
  const page = found.slice(0, asked.size);
  if (backwards) page.reverse();
  const first = page.at(0);
  const last = page.at(-1);
  const hasNext = backwards || more;
  const hasPrevious = backwards ? more : after !== null;
  return {
    rows: page,
    next: hasNext && last !== undefined ? writeCursor(placeOf(last)) : undefined,
    previous: hasPrevious && first !== undefined ? writeCursor(placeOf(first)) : undefined,
  };
}

export function writeCursor({ value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cursor nobody of ours wrote is as good as absent. */
export function readCursor(text: string | undefined): Cursor | null {
  if (text === undefined || text.length > 1000) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(read)) return null;
    const [value, id]: unknown[] = read;
    if (typeof value !== 'string' || typeof id !== 'string' || !uuid.test(id)) return null;
    return value.includes('\u0000') || !value.isWellFormed() ? null : { value, id };
  } catch {
    return null;
  }
}
