/** Writes what a prescriber answers to a post it was told of. */
import type { Context } from '#http/context.ts';

export async function answerRow(
  { db, now }: Context,
  {
    need,
    version,
    answer,
    people,
  }: { need: string; version: number; answer: 'someone' | 'nobody'; people: number | null },
): Promise<void> {
  await db
    .updateTable('offerRecipient')
    .set({ answer, people, answeredAt: now, version: version + 1 })
    .where('id', '=', need)
    .execute();
}
