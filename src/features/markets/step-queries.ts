/** The history of a market's states, latest first. */
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { MarketState } from '#domain/market-state.ts';
import type { Context } from '#http/context.ts';

export interface StepRow {
  state: MarketState;
  onDay: Day;
  reason: string;
  createdAt: Date;
  who: string;
}

const shownAtMost = 100;

/** A person of another organisation has no name here: only what was done. */
export async function listSteps({ db }: Context, marketId: string): Promise<StepRow[]> {
  const rows = await db
    .selectFrom('marketStep')
    .leftJoin('account', 'account.id', 'marketStep.accountId')
    .select(['marketStep.state', 'onDay', 'reason', 'marketStep.createdAt'])
    .select(sql<string>`coalesce(account.name, 'Un partenaire')`.as('who'))
    .where('marketId', '=', marketId)
    .orderBy('marketStep.createdAt', 'desc')
    .limit(shownAtMost)
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as MarketState }));
}
