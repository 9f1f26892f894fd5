/** Hours proposed to the buyer's refusal in the demonstration: one waits, one was accepted, one kept, one taken back. */
import type { ClientBase } from 'pg';
import { daysBefore, insertRows, stableId } from './rows.ts';

interface Line {
  id: string;
  declarationId: string;
  lotId: string;
  marketId: string;
  companyId: string;
  buyerId: string;
  month: string;
  minutes: number;
}

const stories = [
  { state: 'proposed', reason: 'Salaires sans rapport avec les usages locaux', answer: '', days: 3 },
  {
    state: 'accepted',
    reason: 'Personne affectée à un autre chantier ce mois-là',
    answer: 'Constaté sur place',
    days: 24,
  },
  {
    state: 'declined',
    reason: 'Relevé différent de celui du chantier',
    answer: 'Pièces vérifiées, l’écart est expliqué',
    days: 40,
  },
  { state: 'withdrawn', reason: 'Doublon supposé avec un autre lot', answer: '', days: 55 },
] as const;

export async function refusalsOf(
  client: ClientBase,
  { lots, now }: { lots: readonly string[]; now: Date },
): Promise<void> {
  const lines = await validatedLines(client, lots);
  for (const [place, story] of stories.entries()) {
    const line = lines[place];
    if (line === undefined) return;
    const { state, reason, answer, days } = story;
    const id = stableId(`refusal ${state}`);
    const decides = state === 'withdrawn' ? 'nadia.berthelot@relais.example' : 'alain.mercier@metropole.example';
    await insertRows(client, 'hour_refusal', [
      {
        id,
        declaration_id: line.declarationId,
        lot_id: line.lotId,
        market_id: line.marketId,
        company_id: line.companyId,
        month: line.month,
        structure_id: stableId('relais'),
        buyer_id: line.buyerId,
        lines: 1,
        minutes: line.minutes,
        reason,
        state,
        proposed_by: stableId('nadia.berthelot@relais.example'),
        proposer: 'Nadia Berthelot',
        proposed_at: daysBefore(now, days),
        decided_by: state === 'proposed' ? null : stableId(decides),
        decider: state === 'proposed' ? '' : state === 'withdrawn' ? 'Nadia Berthelot' : 'Alain Mercier',
        decided_at: state === 'proposed' ? null : daysBefore(now, days - 2),
        answer,
        version: state === 'proposed' ? 1 : 2,
      },
    ]);
    await insertRows(client, 'hour_refusal_line', [{ refusal_id: id, entry_id: line.id }]);
    if (state === 'accepted') await refuse(client, { line, reason: `Refus de l’acheteur\u00A0: ${reason}` });
  }
}

/** One per declaration, the latest first. */
async function validatedLines(client: ClientBase, lots: readonly string[]): Promise<Line[]> {
  const found = await client.query<Line>(
    `select distinct on (e.month, e.declaration_id) e.id, e.declaration_id as "declarationId", e.lot_id as "lotId", e.market_id as "marketId",
       e.company_id as "companyId", m.buyer_id as "buyerId", e.month, e.counted_minutes as minutes
     from hour_entry e join market m on m.id = e.market_id join declaration d on d.id = e.declaration_id
     where e.lot_id = any($1) and e.state = 'validated' and d.state = 'validated' and e.counted_minutes > 0
     order by e.month desc, e.declaration_id, e.id limit 4`,
    [lots],
  );
  return found.rows;
}

async function refuse(client: ClientBase, { line, reason }: { line: Line; reason: string }): Promise<void> {
  await client.query(
    "update hour_entry set state = 'rejected', counted_minutes = 0, reason = $2, rule_version = '' where id = $1",
    [line.id, reason],
  );
  await client.query(
    `update declaration d set reason = $2, state = case when exists (select from hour_entry e
       where e.declaration_id = d.id and e.state = 'validated') then 'partially-validated' else 'rejected' end where d.id = $1`,
    [line.declarationId, reason],
  );
}
