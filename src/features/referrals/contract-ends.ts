/** When the work of a referent's candidates ends: the database gives a prescriber this and little more of a contract. */
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { Context } from '#http/context.ts';

/** By person, the day her work ends as planned; who works without an end is not in it. */
export async function listContractEnds({ db }: Context): Promise<Map<string, Day>> {
  const found = await sql<{ personId: string; endsOn: Day }>`select person_id, max(ends_on) as ends_on
    from prescribed_contracts() where state not in ('ended', 'planned') group by person_id
    having bool_and(ends_on is not null)`.execute(db);
  return new Map(found.rows.map(({ personId, endsOn }) => [personId, endsOn]));
}
