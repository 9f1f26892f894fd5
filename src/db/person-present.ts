/** Who is there to be followed, and whose file still opens: every list and every lock about people asks one of the two. */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** Not put aside (opposition, erasure asked, time over), not anonymous, not taken away. `as`: how the query names people. */
export function isPresent(as = 'person'): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(`${as}.archived_on`)} is null and ${isKnown(as)})`;
}

/** Put aside, a file is still read; anonymous or taken away, it is as good as absent. */
export function isKnown(as = 'person'): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(`${as}.anonymised_at`)} is null and ${sql.ref(`${as}.removed_at`)} is null)`;
}
