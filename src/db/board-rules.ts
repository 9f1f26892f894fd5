/** The rules every board reads: what the organisation set for all its markets, else the national default. */
import { sql } from 'kysely';
import type { Actor } from '#domain/actor.ts';
import { organisationOf } from '#domain/actor.ts';
import type { CountingRules } from '#domain/counting-rules.ts';
import type { RuleOf } from '#domain/dated-rules.ts';
import { resolveRule } from '#domain/dated-rules.ts';
import { parisDay } from '#domain/day.ts';
import { nationalRules } from '#domain/national-rules.ts';
import type { StandingScope } from './lot-standing.ts';
import type { Transaction } from './transaction.ts';

const codes = ['progress-thresholds', 'full-time', 'forecast-months', 'variable-tranche'] as const;

export interface BoardRules extends StandingScope {
  fullTime: CountingRules['full-time'];
  paceMonths: number;
}

type Reader = { db: Transaction; actor: Actor; now: Date };

export async function readBoardRules({ db, actor, now }: Reader): Promise<BoardRules> {
  const today = parisDay(now);
  const set = await sql<RuleOf<CountingRules> & { until: string | null }>`
    select code, value, from_day as "from", until_day as until, source from counting_setting
    where organisation_id = ${organisationOf(actor)} and market_id is null and lot_id is null
      and code in (${sql.join(codes)})`.execute(db);
  const organisation = set.rows.map(({ until, ...rule }): RuleOf<CountingRules> =>
    until === null ? rule : { ...rule, until },
  );
  const book = { organisation, national: nationalRules };
  return {
    today,
    thresholds: inForce('progress-thresholds'),
    tranche: inForce('variable-tranche'),
    fullTime: inForce('full-time'),
    paceMonths: inForce('forecast-months'),
    partyOf: readsOwnPart(actor) ? organisationOf(actor) : null,
  };

  function inForce<Code extends (typeof codes)[number]>(code: Code): CountingRules[Code] {
    const rule = resolveRule<CountingRules, Code>({ book, code, day: today });
    if (!rule.ok) throw new Error(`no rule ${code} on ${today}`);
    return rule.value.value;
  }
}

/** Companies and inclusion structures answer for their own hours; the others look at the whole. */
export function readsOwnPart(actor: Actor): boolean {
  if (actor.kind === 'link') return true;
  const kind = 'organisationKind' in actor ? actor.organisationKind : null;
  return kind === 'company' || kind === 'inclusion';
}
