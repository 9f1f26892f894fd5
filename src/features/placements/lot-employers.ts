/** Who may employ on a lot: its parties still present. */
import type { Context } from '#http/context.ts';

export interface LotEmployer {
  id: string;
  name: string;
  inclusion: boolean;
}

/** Who may employ on this lot: its parties still present. */
export async function listEmployers({ db }: Context, lot: string): Promise<LotEmployer[]> {
  const rows = await db
    .selectFrom('lotParty')
    .innerJoin('organisation', 'organisation.id', 'lotParty.organisationId')
    .select(['organisation.id', 'organisation.name', 'lotParty.role'])
    .where('lotParty.lotId', '=', lot)
    .where('lotParty.endedOn', 'is', null)
    .orderBy('organisation.name')
    .execute();
  const named = rows.map(({ role, ...row }) => ({ ...row, inclusion: role === 'inclusion' }));
  return [...new Map(named.map((row) => [row.id, row])).values()];
}
