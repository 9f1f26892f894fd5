/** One's saved views as the side menu shows them, whatever the role of the page's transaction. */
import type { Transaction } from './transaction.ts';

export async function menuViews(db: Transaction): Promise<{ href: string; label: string }[]> {
  return db
    .selectFrom('savedView')
    .select(['address as href', 'name as label'])
    .where('removedAt', 'is', null)
    .orderBy('name')
    .execute();
}
