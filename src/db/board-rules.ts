/** The rules every board reads, lot by lot: what was set for the lot, its market, its buyer or its structure, else the default. */
import { sql } from 'kysely';
import type { Actor } from '#domain/actor.ts';
import { organisationOf } from '#domain/actor.ts';
import type { CountingRules } from '#domain/counting-rules.ts';
import { resolveRule } from '#domain/dated-rules.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import { nationalRules } from '#domain/national-rules.ts';
import type { LotFacts, StandingScope } from './lot-standing.ts';
import type { BoardCode, PlacedSetting } from './placed-settings.ts';
import { boardCodes } from './placed-settings.ts';
import type { Transaction } from './transaction.ts';

export interface BoardRules extends StandingScope {
  /** For totals over many markets: what one's own organisation set, else the default. */
  fullTime: CountingRules['full-time'];
}

/** What one lot is judged by. */
export interface LotRules {
  thresholds: CountingRules['progress-thresholds'];
  fullTime: CountingRules['full-time'];
  paceMonths: number;
}

type Reader = { db: Transaction; actor: Actor; now: Date };

export async function readBoardRules({ db, actor, now }: Reader): Promise<BoardRules> {
  const today = parisDay(now);
  const own = organisationOf(actor);
  const settings = await listPlaced(db, today);
  const ofOwn = settings.find(
    ({ level, place, code }) => level === 'organisation' && place === own && code === 'full-time',
  );
  return {
    today,
    thresholds: nationalValue('progress-thresholds', today),
    tranche: nationalValue('variable-tranche', today),
    fullTime: (ofOwn?.value as CountingRules['full-time'] | undefined) ?? nationalValue('full-time', today),
    partyOf: readsOwnPart(actor) ? own : null,
    settings,
  };
}

export function rulesOfLot({ setRules }: Pick<LotFacts, 'setRules'>, { today }: Pick<BoardRules, 'today'>): LotRules {
  const value = <Code extends BoardCode>(code: Code): CountingRules[Code] =>
    setRules?.[code] ?? nationalValue(code, today);
  return {
    thresholds: value('progress-thresholds'),
    fullTime: value('full-time'),
    paceMonths: value('forecast-months'),
  };
}

/** The latest first day wins within a place, then the latest written (domain/dated-rules.ts). */
async function listPlaced(db: Transaction, today: Day): Promise<PlacedSetting[]> {
  const found = await sql<PlacedSetting>`
    select distinct on (level, place, code) level, place, code, value from (
      select case when lot_id is not null then 'lot' when market_id is not null then 'market' else 'organisation' end as level,
        coalesce(lot_id, market_id, organisation_id) as place, code, value, from_day, created_at, id
      from counting_setting
      where code in (${sql.join(boardCodes)}) and withdrawn_at is null
        and from_day <= ${today}::date and (until_day is null or until_day >= ${today}::date)
    ) set_today
    order by level, place, code, from_day desc, created_at desc, id desc`.execute(db);
  return found.rows;
}

function nationalValue<Code extends BoardCode>(code: Code, day: Day): CountingRules[Code] {
  const rule = resolveRule<CountingRules, Code>({ book: { national: nationalRules }, code, day });
  if (!rule.ok) throw new Error(`no rule ${code} on ${day}`);
  return rule.value.value;
}

/** Companies and inclusion structures answer for their own hours; the others look at the whole. */
export function readsOwnPart(actor: Actor): boolean {
  if (actor.kind === 'link') return true;
  const kind = 'organisationKind' in actor ? actor.organisationKind : null;
  return kind === 'company' || kind === 'inclusion';
}
