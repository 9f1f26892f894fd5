/** The operations of the demonstration, and the programmes of some of its markets. */
import type { ClientBase } from 'pg';
import { insertRows, stableId } from './rows.ts';
import type { MarketPlan } from './thread-plan.ts';

const operations = [
  {
    key: 'operation-1',
    name: 'Quartier des Tanneurs, renouvellement urbain',
    reference: 'OP-2024-01',
    markets: [1, 3],
  },
  { key: 'operation-2', name: 'Plan écoles', reference: 'OP-2025-04', markets: [2, 5, 7] },
] as const;
const tagged = [
  { market: 1, programme: 'NPNRU' },
  { market: 3, programme: 'NPNRU' },
  { market: 6, programme: 'NPNRU-GUP' },
] as const;

export async function loadOperations(client: ClientBase, markets: readonly MarketPlan[]): Promise<void> {
  for (const { key, name, reference, markets: numbers } of operations) {
    const first = markets[numbers[0] - 1];
    if (first === undefined) continue;
    const row = {
      id: stableId(key),
      name,
      reference,
      keeper_id: stableId(first.facilitator),
      buyer_id: stableId(first.buyer),
    };
    await insertRows(client, 'operation', [row]);
    await client.query('update market set operation_id = $1 where id = any($2)', [
      row.id,
      numbers.map((number) => stableId(`market-${number}`)),
    ]);
  }
  for (const { market, programme } of tagged) {
    await client.query(
      `insert into market_programme (market_id, programme_id)
       select $1, id from programme where organisation_id is null and code = $2`,
      [stableId(`market-${market}`), programme],
    );
  }
}
