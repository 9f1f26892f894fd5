/** Everything the page of a market tells, read once and judged by the rules of the domain. */
import { may } from '#domain/access.ts';
import { organisationOf } from '#domain/actor.ts';
import type { FullTime } from '#domain/counting-rules.ts';
import { ruleValue } from '#domain/counting-rules.ts';
import { landingOf } from '#domain/landing.ts';
import type { Landing } from '#domain/landing.ts';
import type { LotState } from '#domain/lot-state.ts';
import type { Standing, Whole } from '#domain/market-standing.ts';
import { monthlyTarget, standingOf, wholeOf } from '#domain/market-standing.ts';
import type { Month } from '#domain/month.ts';
import { addToMonth, monthOf } from '#domain/month.ts';
import type { Progress } from '#domain/progress.ts';
import { progressOf } from '#domain/progress.ts';
import type { BoardRules } from '#db/board-rules.ts';
import { readBoardRules, rulesOfLot } from '#db/board-rules.ts';
import { countingBook } from '#db/counting-book.ts';
import type { LotFacts } from '#db/lot-standing.ts';
import { progressFacts } from '#db/lot-standing.ts';
import type { Context } from '#http/context.ts';
import type { DeclarationRow, MarketHead, MonthRow, PartyRow } from './market-page-queries.ts';
import {
  countPeople,
  findMarketHead,
  listDeclarations,
  listFirstOpenMonths,
  listMonths,
  listParties,
} from './market-page-queries.ts';
import type { EngagedLot } from './engagement-queries.ts';
import { listEngagements } from './engagement-queries.ts';
import { factsOfMarkets } from './market-queries.ts';
import type { WaitingRefusal } from './refusal-queries.ts';
import { listWaitingRefusals } from './refusal-queries.ts';

export interface LotBoard {
  id: string;
  number: number;
  title: string;
  trade: string;
  state: LotState;
  parties: PartyRow[];
  progress: Progress;
  /** What is owed is a share of the hours worked by everybody. */
  byWork: boolean;
  /** Minutes of tranches not affirmed yet. */
  waiting: number;
  /** null when nothing can be forecast: nothing due, no dates, or not running. */
  landing: Landing | null;
}

export interface MarketBoard {
  market: MarketHead;
  rules: BoardRules;
  standing: Standing;
  lots: LotBoard[];
  months: { month: Month; done: number; submitted: number }[];
  /** What a month should bring, over the lots that have dates. */
  target: number;
  declarations: DeclarationRow[];
  /** What each lot owes; empty for whoever reads sums alone. */
  engagements: EngagedLot[];
  /** Hours proposed to the buyer's refusal. */
  refusals: WaitingRefusal[];
  people: number;
  whole: Whole;
  submitted: number;
  readsPeople: boolean;
  /** What a day and a month are for this market. */
  fullTime: FullTime;
}

export async function readMarketBoard(ctx: Context, id: string): Promise<MarketBoard | null> {
  const market = await findMarketHead(ctx, id);
  if (market === null) return null;
  const rules = await readBoardRules(ctx);
  const facts = (await factsOfMarkets(ctx, { ids: [id], rules })).get(id) ?? [];
  const parties = await listParties(ctx, id);
  const months = await listMonths(ctx, id);
  const declarations = await listDeclarations(ctx, id);
  const people = await countPeople(ctx, { marketId: id, ownOnly: rules.partyOf !== null });
  const openSince = await listFirstOpenMonths(ctx, id);
  const lots = facts.map((lot) => lotBoard(lot, { rules, parties, months, openSince }));
  const whole = wholeOf(lots.map(({ progress }) => progress));
  return {
    market,
    rules,
    standing: standingOf(market.state, whole.status),
    lots,
    months: byMonth(months),
    target: sum(
      facts.filter(({ undated }) => !undated),
      (lot) => monthlyTarget({ ...lot, due: lot.due ?? 0 }),
    ),
    declarations,
    engagements: may(ctx.actor, 'hours.read').allowed
      ? await listEngagements(ctx, { marketId: id, signedOnly: rules.partyOf !== null })
      : [],
    refusals: may(ctx.actor, 'refusal.read').allowed ? await listWaitingRefusals(ctx, [id]) : [],
    people,
    whole,
    submitted: sum(facts, ({ submitted }) => submitted),
    readsPeople: may(ctx.actor, 'person.read').allowed,
    fullTime: await fullTimeOf(ctx, { market: id, rules }),
  };
}

/** Asked only when something was set somewhere. */
async function fullTimeOf(ctx: Context, { market, rules }: { market: string; rules: BoardRules }): Promise<FullTime> {
  if (!rules.settings.some(({ code }) => code === 'full-time')) return rules.fullTime;
  const book = await countingBook(ctx, { organisation: organisationOf(ctx.actor) ?? '', market });
  return ruleValue(book, 'full-time', rules.today);
}

function lotBoard(
  lot: LotFacts,
  {
    rules,
    parties,
    months,
    openSince,
  }: { rules: BoardRules; parties: PartyRow[]; months: MonthRow[]; openSince: ReadonlyMap<string, Month> },
): LotBoard {
  const set = rulesOfLot(lot, rules);
  const progress = progressOf(progressFacts(lot, rules.today), set.thresholds);
  const runs = lot.state === 'running' || lot.state === 'notified';
  // What grows with the work has no end to land on: it is owed to this day.
  const forecasts = runs && !lot.undated && !lot.growing && (lot.due ?? 0) > 0;
  const landing = forecasts
    ? landingOf(
        {
          due: lot.due ?? 0,
          done: lot.done,
          months: new Map(months.filter(({ lotId }) => lotId === lot.lotId).map(({ month, done }) => [month, done])),
          today: rules.today,
          knownUntil: knownUntil(rules.today, openSince.get(lot.lotId)),
          startsOn: lot.startsOn,
          endsOn: lot.endsOn,
        },
        set,
      )
    : null;
  return {
    id: lot.lotId,
    number: lot.number,
    title: lot.title,
    trade: lot.trade,
    state: lot.state as LotState,
    parties: parties.filter(({ lotId }) => lotId === lot.lotId),
    progress,
    byWork: lot.byWork,
    waiting: lot.waiting,
    landing,
  };
}

/** A month still being declared or checked would make the pace look slower than it is. */
function knownUntil(today: string, openSince: Month = monthOf(today)): Month {
  return addToMonth(openSince < monthOf(today) ? openSince : monthOf(today), -1);
}

function byMonth(rows: readonly MonthRow[]): MarketBoard['months'] {
  return [...Map.groupBy(rows, ({ month }) => month)].map(([month, each]) => ({
    month,
    done: sum(each, ({ done }) => done),
    submitted: sum(each, ({ submitted }) => submitted),
  }));
}

function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
