/** The words of the accompanying team about an obstacle: never shared, read by nobody else. */
import { accountOf } from '#domain/actor.ts';
import type { Context } from '#http/context.ts';

export interface ObstacleNote {
  obstacleId: string;
  words: string;
  createdAt: Date;
  author: string | null;
}

export async function listObstacleNotes({ db }: Context, obstacles: readonly string[]): Promise<ObstacleNote[]> {
  if (obstacles.length === 0) return [];
  return db
    .selectFrom('obstacleNote')
    .leftJoin('account', 'account.id', 'obstacleNote.accountId')
    .select(['obstacleNote.obstacleId', 'words', 'obstacleNote.createdAt', 'account.name as author'])
    .where('obstacleNote.obstacleId', 'in', [...obstacles])
    .orderBy('obstacleNote.createdAt', 'desc')
    .execute();
}

export async function insertObstacleNote(
  { db, actor, now }: Context,
  note: { obstacleId: string; holderId: string; words: string },
): Promise<void> {
  await db
    .insertInto('obstacleNote')
    .values({ ...note, accountId: accountOf(actor), createdAt: now })
    .execute();
}
