/** The rules of counting in force at a place: settings kept as data over the national defaults. */
import type { CountingBook, CountingRules } from '#domain/counting-rules.ts';
import type { RuleOf } from '#domain/dated-rules.ts';
import { nationalRules } from '#domain/national-rules.ts';
import type { CountingPlace, PlacedLot, SettingLevel, SettingRow } from './counting-settings.ts';
import { readLotSettings, readSettings } from './counting-settings.ts';
import type { Transaction } from './transaction.ts';

export type { CountingPlace } from './counting-settings.ts';

export async function countingBook(context: { db: Transaction }, place: CountingPlace): Promise<CountingBook> {
  return bookOf(await readSettings(context, place));
}

/** The book of each lot, all of them in two statements. */
export async function countingBooks(
  context: { db: Transaction },
  { organisation, lots }: { organisation: string; lots: readonly PlacedLot[] },
): Promise<Map<string, CountingBook>> {
  const settings = await readLotSettings(context, { organisation, lots });
  return new Map([...settings].map(([lot, rows]) => [lot, bookOf(rows)]));
}

export function bookOf(settings: readonly SettingRow[]): CountingBook {
  const at = (level: SettingLevel) =>
    settings.filter((row) => row.level === level && row.withdrawnAt === null).map(ruleOf);
  return {
    lot: at('lot'),
    market: at('market'),
    buyer: at('buyer'),
    organisation: at('organisation'),
    national: nationalRules,
  };
}

/** Checked when it was written; the code tells the shape of the value. */
function ruleOf({ code, value, fromDay: from, untilDay, source, revision }: SettingRow): RuleOf<CountingRules> {
  const rule = { code, value, from, source, revision, ...(untilDay !== null && { until: untilDay }) };
  return rule as unknown as RuleOf<CountingRules>;
}
