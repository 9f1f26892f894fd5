/** The rules of eligibility in force for a structure: its settings, kept as dated data, over the national defaults. */
import type { RuleOf } from '#domain/dated-rules.ts';
import type { EligibilityBook, EligibilityRules } from '#domain/eligibility-rules.ts';
import { nationalEligibilityRules } from '#domain/eligibility-rules.ts';
import type { Transaction } from './transaction.ts';

export async function eligibilityBook(
  { db }: { db: Transaction },
  organisation: string | null,
): Promise<EligibilityBook> {
  const rows = await db
    .selectFrom('eligibilitySetting')
    .select(['code', 'value', 'fromDay', 'untilDay', 'source'])
    .where('organisationId', '=', organisation)
    .orderBy('createdAt')
    .execute();
  const own = rows.map(({ code, value, fromDay: from, untilDay, source }, place) => {
    const rule = { code, value, from, source, revision: place + 1, ...(untilDay !== null && { until: untilDay }) };
    // Checked when it was written; the code tells the shape of the value.
    return rule as unknown as RuleOf<EligibilityRules>;
  });
  return { organisation: own, national: nationalEligibilityRules };
}
