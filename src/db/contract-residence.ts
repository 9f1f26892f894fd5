/** Keeps where a person lived the day she was hired, and whether that was in a priority district: later moves change nothing of it. */
import type { Day } from '#domain/day.ts';
import { districtOf } from './districts.ts';
import type { Transaction } from './transaction.ts';

export interface HiredPerson {
  contractId: string;
  personId: string;
  holderId: string;
  startsOn: Day;
}

/** An answer already known stays; an unknown one is asked again, once the outlines have come. */
export async function keepResidenceAtHire(
  ctx: { db: Transaction; now: Date },
  { contractId, personId, holderId, startsOn }: HiredPerson,
): Promise<void> {
  const { db, now } = ctx;
  const home = await db
    .selectFrom('personResidence')
    .select(['commune', 'communeCode', 'longitude', 'latitude', 'precise'])
    .where('personId', '=', personId)
    .executeTakeFirst();
  if (home === undefined) return;
  const { answer, code, vintage, source } = await districtOf(ctx, { home, day: startsOn });
  const facts = {
    commune: home.commune,
    communeCode: home.communeCode,
    district: answer,
    districtCode: code,
    vintage,
    source,
    takenAt: now,
  };
  await db
    .insertInto('contractResidence')
    .values({ contractId, personId, holderId, ...facts })
    .onConflict((kept) =>
      kept.column('contractId').doUpdateSet(facts).where('contractResidence.district', '=', 'unknown'),
    )
    .execute();
}
