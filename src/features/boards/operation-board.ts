/** Everything the page of an operation tells, read once: its markets and lots judged together, its people counted once. */
import { may } from '#domain/access.ts';
import { parisDay } from '#domain/day.ts';
import type { Whole } from '#domain/market-standing.ts';
import { standingOf, wholeOf } from '#domain/market-standing.ts';
import type { Standing } from '#domain/market-standing.ts';
import { formatMonth } from '#domain/month.ts';
import type { Progress } from '#domain/progress.ts';
import { progressOf } from '#domain/progress.ts';
import { turnOfMarket } from '#domain/whose-turn.ts';
import type { BoardRules } from '#db/board-rules.ts';
import { readBoardRules, rulesOfLot } from '#db/board-rules.ts';
import type { LotFacts } from '#db/lot-standing.ts';
import { progressFacts } from '#db/lot-standing.ts';
import type { Context } from '#http/context.ts';
import { factsOfMarkets } from './market-queries.ts';
import type { OperationHead, OperationMarket, OperationStep, WaitingDeclaration } from './operation-queries.ts';
import {
  countOperationPeople,
  findOperationHead,
  listOperationMarkets,
  listOperationSteps,
  listWaitingDeclarations,
} from './operation-queries.ts';
import type { ProgrammeRate } from './programme-rates.ts';
import { listProgrammeRates } from './programme-rates.ts';
import { listWaitingRefusals } from './refusal-queries.ts';
import type { NamedTurn } from './turn-card.tsx';
import { turnOfRefused, turnOfWaiting } from './turn-card.tsx';

export interface OperationLot {
  market: OperationMarket;
  standing: Standing;
  facts: LotFacts;
  progress: Progress;
}

export interface OperationBoard {
  operation: OperationHead;
  rules: BoardRules;
  markets: OperationMarket[];
  lots: OperationLot[];
  whole: Whole;
  submitted: number;
  people: number;
  programmes: ProgrammeRate[];
  turns: NamedTurn[];
  steps: OperationStep[];
}

export async function readOperationBoard(ctx: Context, id: string): Promise<OperationBoard | null> {
  const operation = await findOperationHead(ctx, id);
  if (operation === null) return null;
  const rules = await readBoardRules(ctx);
  const markets = await listOperationMarkets(ctx, [id]);
  const ids = markets.map((market) => market.id);
  const facts = await factsOfMarkets(ctx, { ids, rules });
  const lots = markets.flatMap((market) => lotsOf(market, { facts: facts.get(market.id) ?? [], rules }));
  const refusals = may(ctx.actor, 'refusal.read').allowed ? await listWaitingRefusals(ctx, ids) : [];
  const waiting = await listWaitingDeclarations(ctx, ids);
  return {
    operation,
    rules,
    markets,
    lots,
    whole: wholeOf(lots.map(({ progress }) => progress)),
    submitted: lots.reduce((sum, lot) => sum + lot.facts.submitted, 0),
    people: await countOperationPeople(ctx, { operation: id, ownOnly: rules.partyOf !== null }),
    programmes: rules.partyOf === null ? await listProgrammeRates(ctx, ids) : [],
    turns: [
      ...refusals.map(turnOfRefused),
      ...waiting.map((row) => turnOfWaiting(row, { about: aboutWaiting(row), actor: ctx.actor })),
      ...markets.map(turnOfOne),
    ].filter(({ owner }) => owner !== 'nobody'),
    steps: await listOperationSteps(ctx, ids),
  };
}

/** Each market judged by its own lots: one in surplus never hides one that is late. */
function lotsOf(
  market: OperationMarket,
  { facts, rules }: { facts: readonly LotFacts[]; rules: BoardRules },
): OperationLot[] {
  const judged = facts.map((lot) => ({
    facts: lot,
    progress: progressOf(progressFacts(lot, rules.today), rulesOfLot(lot, rules).thresholds),
  }));
  const standing = standingOf(market.state, wholeOf(judged.map(({ progress }) => progress)).status);
  return judged.map((lot) => ({ market, standing, ...lot }));
}

function aboutWaiting({ object, lotNumber, month, company }: WaitingDeclaration): string {
  return `${object}, lot ${lotNumber}, ${formatMonth(month)}, ${company}`;
}

function turnOfOne({ id, object, state, stateSince }: OperationMarket): NamedTurn {
  return { about: object, href: `/marches/${id}`, ...turnOfMarket({ state, since: parisDay(stateSince) }) };
}
