/** Writes settings: added, ended, taken back, never rewritten. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { Context } from '#http/context.ts';

export async function insertSetting(
  { db, now }: Context,
  {
    value,
    ...row
  }: {
    organisationId: string;
    marketId: string | null;
    lotId: string | null;
    code: string;
    value: unknown;
    fromDay: Day;
    source: string;
    createdBy: string | null;
  },
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('countingSetting')
    .values({ id, ...row, value: sql`${JSON.stringify(value)}::jsonb`, createdAt: now })
    .execute();
  return id;
}

export async function updateSetting(
  { db }: Context,
  { id, ...fields }: { id: string; untilDay?: Day | null; withdrawnAt?: Date | null },
): Promise<void> {
  await db.updateTable('countingSetting').set(fields).where('id', '=', id).execute();
}
