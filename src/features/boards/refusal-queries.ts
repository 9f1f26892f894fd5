/** Hours proposed to the buyer's refusal on some markets, for whoever may read them. */
import { sql } from 'kysely';
import type { Month } from '#domain/month.ts';
import type { Context } from '#http/context.ts';

export interface WaitingRefusal {
  id: string;
  month: Month;
  lotNumber: number;
  company: string;
  proposedAt: Date;
}

export async function listWaitingRefusals({ db }: Context, markets: readonly string[]): Promise<WaitingRefusal[]> {
  if (markets.length === 0) return [];
  const found = await sql<WaitingRefusal>`
    select r.id, r.month, l.number as lot_number, coalesce(o.name, 'Entreprise') as company, r.proposed_at
    from hour_refusal r join lot l on l.id = r.lot_id left join organisation o on o.id = r.company_id
    where r.market_id = any(${markets}::uuid[]) and r.state = 'proposed' order by r.proposed_at limit 20`.execute(db);
  return found.rows;
}
