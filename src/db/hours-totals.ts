/** Sums of hours: what was folded and what waits to be, read together; and the folding itself, safe with several processes. */
import { sql } from 'kysely';
import type { Transaction } from './transaction.ts';

export interface HoursSum {
  submittedMinutes: number;
  countedMinutes: number;
}

/** The hours of one lot as far as the reader may see them. */
export async function lotHours(db: Transaction, lot: string): Promise<HoursSum> {
  const [sum] = await lotHoursBy(db, { lot, by: 'lot_id' });
  return sum ?? { submittedMinutes: 0, countedMinutes: 0 };
}

/** The same hours by month, company or any other column of the totals. */
export async function lotHoursBy(
  db: Transaction,
  { lot, by }: { lot: string; by: 'lot_id' | 'month' | 'company_id' | 'holder_id' },
): Promise<(HoursSum & { key: string })[]> {
  const found = await sql<HoursSum & { key: string }>`
    select ${sql.ref(by)}::text as key, sum(submitted_minutes)::bigint as submitted_minutes, sum(counted_minutes)::bigint as counted_minutes
    from (
      select ${sql.ref(by)}, submitted_minutes, counted_minutes from hours_total where lot_id = ${lot}
      union all
      select ${sql.ref(by)}, submitted_minutes, counted_minutes from hours_delta where lot_id = ${lot}
    ) kept group by 1 order by 1`.execute(db);
  return found.rows;
}

/**
 * Moves up to `size` deltas into the totals; 0 when none waits. Each delta is held by the one process that deletes it, so
 * that two processes never add it twice, and totals are taken in the order of their key, so that they never wait in a ring.
 */
export async function foldHours(db: Transaction, { size, now }: { size: number; now: Date }): Promise<number> {
  const folded = await sql<{ taken: number }>`
    with taken as (
      delete from hours_delta where id in (
        select id from hours_delta order by id limit ${size} for update skip locked
      ) returning *
    ), summed as (
      select lot_id, market_id, company_id, holder_id, month, contract_type, method,
        sum(submitted_minutes) as submitted_minutes, sum(counted_minutes) as counted_minutes
      from taken group by 1, 2, 3, 4, 5, 6, 7
      order by lot_id, month, company_id, holder_id, contract_type, method
    ), added as (
      insert into hours_total (lot_id, market_id, company_id, holder_id, month, contract_type, method,
        submitted_minutes, counted_minutes, folded_at)
      select lot_id, market_id, company_id, holder_id, month, contract_type, method, submitted_minutes, counted_minutes, ${now}
      from summed
      on conflict (lot_id, month, company_id, holder_id, contract_type, method) do update set
        submitted_minutes = hours_total.submitted_minutes + excluded.submitted_minutes,
        counted_minutes = hours_total.counted_minutes + excluded.counted_minutes, folded_at = excluded.folded_at
    )
    select count(*)::int as taken from taken`.execute(db);
  return folded.rows[0]?.taken ?? 0;
}
