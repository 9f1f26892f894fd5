/** The rules of counting in force for a structure, and on a lot when one is given: settings kept as data over the national defaults. */
import type { CountingBook, CountingRules } from '#domain/counting-rules.ts';
import type { RuleOf } from '#domain/dated-rules.ts';
import { nationalRules } from '#domain/national-rules.ts';
import type { Transaction } from './transaction.ts';

/** Where settings are looked for: the lot, its market, then the organisation. */
export interface CountingPlace {
  organisation: string;
  lot?: { lotId: string; marketId: string } | undefined;
}

export async function countingBook(
  { db }: { db: Transaction },
  { organisation, lot }: CountingPlace,
): Promise<CountingBook> {
  const rows = await db
    .selectFrom('countingSetting')
    .select(['lotId', 'marketId', 'organisationId', 'code', 'value', 'fromDay', 'untilDay', 'source'])
    .where((where) =>
      where.or([
        where.and([
          where('organisationId', '=', organisation),
          where('marketId', 'is', null),
          where('lotId', 'is', null),
        ]),
        ...(lot === undefined ? [] : [where('marketId', '=', lot.marketId)]),
      ]),
    )
    .orderBy('createdAt')
    .execute();
  const revisions = new Map<string, number>();
  const rules = rows.map((row) => {
    const level =
      row.lotId !== null ? ('lot' as const) : row.marketId !== null ? ('market' as const) : ('organisation' as const);
    const key = `${level}/${row.code}/${row.fromDay}`;
    const revision = (revisions.get(key) ?? 0) + 1;
    revisions.set(key, revision);
    const { code, value, fromDay: from, untilDay, source } = row;
    // Checked when it was written; the code tells the shape of the value.
    const rule = { code, value, from, source, revision, ...(untilDay !== null && { until: untilDay }) };
    return { level, lotId: row.lotId, rule: rule as unknown as RuleOf<CountingRules> };
  });
  const at = (level: string) => rules.filter((one) => one.level === level).map(({ rule }) => rule);
  return {
    lot: rules.filter(({ level, lotId }) => level === 'lot' && lotId === lot?.lotId).map(({ rule }) => rule),
    market: at('market'),
    organisation: at('organisation'),
    national: nationalRules,
  };
}
