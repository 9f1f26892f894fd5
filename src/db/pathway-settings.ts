/** The dated settings of a structure's pathways: what it set for itself, over the national defaults. */
import type { RuleOf } from '#domain/dated-rules.ts';
import type { Day } from '#domain/day.ts';
import type { PathwayRules, PathwaySettings } from '#domain/pathway-rules.ts';
import { pathwayCodes, pathwaySettings } from '#domain/pathway-rules.ts';
import type { Transaction } from './transaction.ts';

export async function readPathwaySettings(
  { db }: { db: Transaction },
  { organisation, day }: { organisation: string; day: Day },
): Promise<PathwaySettings> {
  const rows = await db
    .selectFrom('countingSetting')
    .select(['code', 'value', 'fromDay', 'untilDay', 'source'])
    .where('organisationId', '=', organisation)
    .where('marketId', 'is', null)
    .where('lotId', 'is', null)
    .where('code', 'in', pathwayCodes)
    .orderBy('createdAt')
    .execute();
  const set = rows.map(({ code, value, fromDay, untilDay, source }, place) => {
    // Checked when it was written; the code tells the shape of the value. The last written wins.
    const rule = {
      code,
      value,
      from: fromDay,
      source,
      revision: place + 1,
      ...(untilDay !== null && { until: untilDay }),
    };
    return rule as unknown as RuleOf<PathwayRules>;
  });
  return pathwaySettings(set, day);
}
