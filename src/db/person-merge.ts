/** Merges two files of one structure and undoes it: every row that refers to a person moves, as the catalogue tells them. */
import { sql } from 'kysely';
import type { MergedIdentity } from '#domain/person-merge.ts';
import { foldedName } from './person.ts';
import type { Transaction } from './transaction.ts';

export async function mergePeople(
  { db, now }: { db: Transaction; now: Date },
  merge: { kept: string; version: number; removed: string; identity: MergedIdentity; undoUntil: Date },
): Promise<string> {
  const { kept, version, removed, identity, undoUntil } = merge;
  const done = await sql<{ id: string }>`select merge_people(${kept}, ${removed}, ${now}, ${undoUntil}) as id`.execute(
    db,
  );
  await db
    .updateTable('person')
    .set({ ...identity, foldedName: foldedName(identity), version: version + 1 })
    .where('id', '=', kept)
    .execute();
  return done.rows[0]?.id ?? '';
}

/** false: the delay is over, or it was undone already. */
export async function unmergePeople({ db, now }: { db: Transaction; now: Date }, merge: string): Promise<boolean> {
  const done = await sql<{ done: boolean }>`select unmerge_people(${merge}, ${now}) as done`.execute(db);
  return done.rows[0]?.done ?? false;
}
