/** Reads the declarations a rule may count anew: not sealed, on the lots it holds for. */
import { sql } from 'kysely';
import type { Context } from '#http/context.ts';

/** A lot, a whole market, or every lot the actor's structure leads on. */
export interface RecountScope {
  market: string | null;
  lot: string | null;
}

/** Above, the answer is said to be partial: a structure recounts market by market. */
const mostDeclarations = 3000;

export async function listRecountable(
  { db }: Context,
  { market, lot }: RecountScope,
): Promise<{ declarations: string[]; partial: boolean }> {
  const place =
    market === null
      ? sql`exists (select from lot_assignment led where led.lot_id = d.lot_id and led.role = 'lead'
          and led.organisation_id = current_organisation() and (led.until_day is null or led.until_day >= paris_today()))`
      : sql`d.market_id = ${market} and (${lot}::uuid is null or d.lot_id = ${lot}::uuid)`;
  const found = await sql<{ id: string }>`
    select d.id from declaration d
    where ${place} and exists (select from hour_entry e
      where e.declaration_id = d.id and e.state in ('submitted', 'validated') and e.corrects_id is null)
      and exists (select from lot_access a where a.lot_id = d.lot_id
        and a.organisation_id = current_organisation() and a.capacity = 'facilitator')
    order by d.month desc, d.id limit ${mostDeclarations + 1}`.execute(db);
  const ids = found.rows.map(({ id }) => id);
  return { declarations: ids.slice(0, mostDeclarations), partial: ids.length > mostDeclarations };
}
