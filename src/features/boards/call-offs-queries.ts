/** The contracts that carry out a framework agreement, each judged by its own lots. */
import { sql } from 'kysely';
import type { MarketKind } from '#domain/market-words.ts';
import type { BoardRules } from '#db/board-rules.ts';
import type { Context } from '#http/context.ts';
import type { ListedMarket } from './market-queries.ts';
import { judgeMarkets } from './market-queries.ts';

export interface CallOff extends ListedMarket {
  kind: MarketKind;
}

export const callOffsShown = 100;

export async function listCallOffs(
  ctx: Context,
  { framework, rules }: { framework: string; rules: BoardRules },
): Promise<CallOff[]> {
  const found = await sql<
    Omit<ListedMarket, 'holders' | 'due' | 'done' | 'expected' | 'standing'> & { kind: MarketKind }
  >`
    select m.id, m.reference, m.object, m.department_code, m.state, m.ends_on, coalesce(o.name, '') as buyer, m.kind
    from market m left join organisation o on o.id = m.buyer_id where m.parent_id = ${framework}
    order by m.starts_on desc nulls last, m.object, m.id limit ${callOffsShown}`.execute(ctx.db);
  const judged = await judgeMarkets(ctx, { rows: found.rows, rules });
  return judged.map((row, place) => ({ ...row, kind: found.rows[place]?.kind ?? 'call-off' }));
}
