/** Every clause of a buyer or a company that is not over, the worst first, for the first page. */
import { sql } from 'kysely';
import type { FullTime } from '#domain/counting-rules.ts';
import type { Standing, Whole } from '#domain/market-standing.ts';
import { standingOf, wholeOf, worstFirst } from '#domain/market-standing.ts';
import type { MarketState } from '#domain/market-state.ts';
import { progressOf } from '#domain/progress.ts';
import { readBoardRules, rulesOfLot } from '#db/board-rules.ts';
import type { LotFacts } from '#db/lot-standing.ts';
import { lotStanding, progressFacts } from '#db/lot-standing.ts';
import type { Context } from '#http/context.ts';

export interface Clause extends Whole {
  id: string;
  object: string;
  reference: string;
  endsOn: string | null;
  standing: Standing;
}

type Row = LotFacts & {
  object: string;
  reference: string;
  marketEndsOn: string | null;
  marketState: MarketState;
};

const mostLots = 600;

export async function listClauses(ctx: Context): Promise<{ clauses: Clause[]; fullTime: FullTime }> {
  const rules = await readBoardRules(ctx);
  const open = sql`m.state in ('notified', 'running', 'suspended')`;
  const found = await sql<Row>`
    select standing.*, k.object, k.reference, k.ends_on as market_ends_on, k.state as market_state
    from (${lotStanding(rules, open)}) standing join market k on k.id = standing.market_id
    order by array_position(array[${sql.join(worstFirst)}], standing.status), k.ends_on, k.id limit ${mostLots}`.execute(
    ctx.db,
  );
  const markets = Map.groupBy(found.rows, ({ marketId }) => marketId);
  const clauses = [...markets.values()].flatMap((lots) => {
    const [first] = lots;
    if (first === undefined) return [];
    const whole = wholeOf(
      lots.map((lot) => progressOf(progressFacts(lot, rules.today), rulesOfLot(lot, rules).thresholds)),
    );
    return [
      {
        ...whole,
        id: first.marketId,
        object: first.object,
        reference: first.reference,
        endsOn: first.marketEndsOn,
        standing: standingOf(first.marketState, whole.status),
      },
    ];
  });
  return { clauses, fullTime: rules.fullTime };
}
