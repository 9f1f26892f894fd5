/** Settings that boards read, joined to each lot inside one query: the nearest to the lot wins, rule by rule. */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { CountingRules } from '#domain/counting-rules.ts';
import { leadOf } from './counting-settings.ts';

export const boardCodes = ['progress-thresholds', 'full-time', 'forecast-months', 'variable-tranche'] as const;
export type BoardCode = (typeof boardCodes)[number];

export interface PlacedSetting {
  level: 'lot' | 'market' | 'organisation';
  /** The lot, the market or the organisation. */
  place: string;
  code: BoardCode;
  value: CountingRules[BoardCode];
}

/** Rule by rule, the value set nearest to the lot; null when nothing was set anywhere. Inside, l is the lot and m its market. */
export function placedRules(settings: readonly PlacedSetting[]): RawBuilder<unknown> {
  if (settings.length === 0) return sql`(select null::jsonb as rules)`;
  const rows = settings.map(
    ({ level, place, code, value }) => sql`(${level}, ${place}::uuid, ${code}, ${JSON.stringify(value)}::jsonb)`,
  );
  return sql`(
    select jsonb_object_agg(code, value) as rules from (
      select distinct on (near.code) near.code, near.value from (
        select set_at.code, set_at.value,
          case when set_at.level = 'lot' and set_at.place = l.id then 1
            when set_at.level = 'market' and set_at.place = l.market_id then 2
            when set_at.level = 'organisation' and set_at.place = m.buyer_id then 3
            when set_at.level = 'organisation' and set_at.place = ${leadOf(sql`l.market_id`, sql`l.id`)} then 4
          end as distance
        from (values ${sql.join(rows)}) set_at (level, place, code, value)
      ) near where near.distance is not null order by near.code, near.distance
    ) nearest
  )`;
}
