/** Reads and writes work contracts: who employs, where, on which lot, and the hours behind each. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { ContractState, EndReason } from '#domain/contract-state.ts';
import type { ContractType, ExecutionMethod } from '#domain/contract-types.ts';
import type { Day } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import { followContract } from '#db/contract-follow.ts';
import type { Context } from '#http/context.ts';

export interface ContractRow {
  id: string;
  personId: string;
  holderId: string;
  lotId: string;
  marketId: string;
  employerId: string;
  companyId: string;
  method: ExecutionMethod;
  type: ContractType;
  job: string;
  romeCode: string;
  weeklyMinutes: Minutes;
  startsOn: Day;
  trialEndsOn: Day | null;
  plannedEndOn: Day | null;
  endedOn: Day | null;
  endReason: EndReason | null;
  state: ContractState;
  followsId: string | null;
  version: number;
  employer: string | null;
  company: string | null;
  lot: string | null;
  lotNumber: number | null;
  market: string | null;
  marketEnd: Day | null;
}

function contracts({ db, actor }: Context) {
  return db
    .selectFrom('employmentContract as c')
    .leftJoin('lot', 'lot.id', 'c.lotId')
    .leftJoin('market', 'market.id', 'c.marketId')
    .leftJoin('organisation as employer', 'employer.id', 'c.employerId')
    .leftJoin('organisation as company', 'company.id', 'c.companyId')
    .selectAll('c')
    .select([
      'employer.name as employer',
      'company.name as company',
      'lot.title as lot',
      'lot.number as lotNumber',
      'market.object as market',
    ])
    .select(sql<Day | null>`coalesce(lot.ends_on, market.ends_on)`.as('marketEnd'))
    .where('c.holderId', '=', organisationOf(actor) ?? '');
}

export async function listContracts(ctx: Context, person: string): Promise<ContractRow[]> {
  return contracts(ctx).where('c.personId', '=', person).orderBy('c.startsOn', 'desc').orderBy('c.id').execute();
}

export async function findContract(ctx: Context, id: string): Promise<ContractRow | null> {
  return (await contracts(ctx).where('c.id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockContract(ctx: Context, id: string): Promise<ContractRow | null> {
  return (await contracts(ctx).where('c.id', '=', id).forUpdate('c').executeTakeFirst()) ?? null;
}

export type ContractChange = Partial<
  Pick<
    ContractRow,
    | 'job'
    | 'romeCode'
    | 'weeklyMinutes'
    | 'startsOn'
    | 'trialEndsOn'
    | 'plannedEndOn'
    | 'endedOn'
    | 'endReason'
    | 'state'
  >
>;

/** Every change of a contract raises its version, so that two people never overwrite each other, and redraws what follows from it. */
export async function updateContract(ctx: Context, id: string, change: ContractChange): Promise<void> {
  await ctx.db
    .updateTable('employmentContract')
    .set((row) => ({ ...change, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await followContract(ctx, id);
}

export async function declaredMonths({ db }: Context, contract: string): Promise<Month[]> {
  const rows = await db
    .selectFrom('hourEntry')
    .select('month')
    .distinct()
    .where('contractId', '=', contract)
    .where('state', '<>', 'rejected')
    .orderBy('month')
    .execute();
  return rows.map(({ month }) => month);
}

export async function hasHours({ db }: Context, contract: string): Promise<boolean> {
  const row = await db.selectFrom('hourEntry').select('id').where('contractId', '=', contract).executeTakeFirst();
  return row !== undefined;
}

export interface FollowedLot {
  lotId: string;
  marketId: string;
  label: string;
  market: string;
}

/** The lots this structure follows, as facilitator or because it keeps their market. */
export async function listFollowedLots({ db, actor }: Context): Promise<FollowedLot[]> {
  const rows = await db
    .selectFrom('lot')
    .innerJoin('market', 'market.id', 'lot.marketId')
    .select(['lot.id as lotId', 'lot.marketId', 'lot.number', 'lot.title', 'market.object as market'])
    .where('lot.state', 'not in', ['closed', 'no-clause', 'unsuccessful'])
    .where('lot.id', 'in', (from) =>
      from
        .selectFrom('lotAccess')
        .select('lotId')
        .where('organisationId', '=', organisationOf(actor) ?? '')
        .where('capacity', 'in', ['facilitator', 'keeper']),
    )
    .orderBy('market.object')
    .orderBy('lot.number')
    .execute();
  return rows.map(({ number, title, ...row }) => ({ ...row, label: `Lot ${number}, ${title}` }));
}

export interface LotCompany {
  lotId: string;
  organisationId: string;
  name: string;
  inclusion: boolean;
}

/** Who may employ or take in on these lots: their parties still present. */
export async function listLotCompanies({ db }: Context, lots: readonly string[]): Promise<LotCompany[]> {
  if (lots.length === 0) return [];
  const rows = await db
    .selectFrom('lotParty')
    .innerJoin('organisation', 'organisation.id', 'lotParty.organisationId')
    .select(['lotParty.lotId', 'lotParty.organisationId', 'organisation.name', 'lotParty.role'])
    .where('lotParty.lotId', 'in', lots)
    .where('lotParty.endedOn', 'is', null)
    .orderBy('organisation.name')
    .execute();
  return rows.map(({ role, ...row }) => ({ ...row, inclusion: role === 'inclusion' }));
}

/** A contract is followed once: renewed or converted, not both. */
export async function hasFollower({ db }: Context, contract: string): Promise<boolean> {
  const row = await db
    .selectFrom('employmentContract')
    .select('id')
    .where('followsId', '=', contract)
    .where('state', '<>', 'removed')
    .executeTakeFirst();
  return row !== undefined;
}
