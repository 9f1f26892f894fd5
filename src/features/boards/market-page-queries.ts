/** Reads one market and what hangs on it; row security keeps to what the organisation may see of it. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { addDays, parisDay } from '#domain/day.ts';
import type { DeclarationState } from '#domain/declaration-state.ts';
import { soonDays } from '#domain/eligibility-standing.ts';
import type { MarketState } from '#domain/market-state.ts';
import type { ClauseVehicle, GeneralConditions, MarketKind } from '#domain/market-words.ts';
import type { Month } from '#domain/month.ts';
import { waitsForMe } from '#db/review-turn.ts';
import type { Context } from '#http/context.ts';

export interface MarketHead {
  id: string;
  reference: string;
  object: string;
  buyer: string;
  boughtFor: string;
  place: string;
  departmentCode: string;
  startsOn: string | null;
  endsOn: string | null;
  state: MarketState;
  stateSince: Date;
  programmes: string[];
  operationId: string | null;
  operation: string | null;
  parentId: string | null;
  /** The framework agreement it carries out. */
  parent: string | null;
  kind: MarketKind;
  vehicle: ClauseVehicle;
  cpv: string;
  ccag: GeneralConditions;
  derogatesCcag: boolean;
  communeCode: string;
  consultationOn: string | null;
  notifiedOn: string | null;
}

export async function findMarketHead({ db }: Context, id: string): Promise<MarketHead | null> {
  const found = await sql<MarketHead>`
    select m.id, m.reference, m.object, coalesce(o.name, '') as buyer, m.bought_for, m.place, m.department_code,
      m.starts_on, m.ends_on, m.state, m.state_since,
      array(select p.name::text from market_programme tied join programme p on p.id = tied.programme_id
        where tied.market_id = m.id order by p.name) as programmes, op.id as operation_id, op.name as operation,
      above.id as parent_id, above.object as parent, m.kind, m.vehicle, m.cpv, m.ccag, m.derogates_ccag, m.commune_code,
      m.consultation_on, m.notified_on
    from market m left join organisation o on o.id = m.buyer_id left join operation op on op.id = m.operation_id
    left join market above on above.id = m.parent_id where m.id = ${id}`.execute(db);
  return found.rows[0] ?? null;
}

export interface PartyRow {
  lotId: string;
  organisationId: string;
  name: string;
  role: 'holder' | 'lead' | 'joint' | 'subcontractor' | 'inclusion';
}

export async function listParties({ db }: Context, marketId: string): Promise<PartyRow[]> {
  const found = await sql<PartyRow>`
    select p.lot_id, p.organisation_id, coalesce(o.name, 'Entreprise') as name, p.role
    from lot_party p left join organisation o on o.id = p.organisation_id
    where p.market_id = ${marketId} and p.ended_on is null
    order by array_position(array['holder', 'lead', 'joint', 'subcontractor', 'inclusion'], p.role), o.name`.execute(
    db,
  );
  return found.rows;
}

export interface MonthRow {
  lotId: string;
  month: Month;
  done: number;
  submitted: number;
}

export async function listMonths({ db }: Context, marketId: string): Promise<MonthRow[]> {
  const found = await sql<MonthRow>`
    select lot_id, month, sum(counted_minutes)::bigint as done, sum(submitted_minutes)::bigint as submitted from (
      select lot_id, month, counted_minutes, submitted_minutes from hours_total where market_id = ${marketId}
      union all
      select d.lot_id, d.month, d.counted_minutes, d.submitted_minutes from hours_delta d
        where d.lot_id in (select l.id from lot l where l.market_id = ${marketId})
    ) counted group by lot_id, month order by month`.execute(db);
  return found.rows;
}

export interface DeclarationRow {
  id: string;
  lotId: string;
  lotNumber: number;
  companyId: string;
  company: string;
  companyKind: string;
  month: Month;
  state: DeclarationState;
  dueOn: string;
  submittedAt: Date | null;
  /** Lines of the reader's own people wait for her. */
  waitsForMe: boolean;
}

/** Waits for somebody, the most urgent first. */
export const waitingStates: readonly DeclarationState[] = [
  'late',
  'rejected',
  'submitted',
  'under-review',
  'partially-validated',
  'expected',
];

const openShown = 300;
const settledShown = 60;

/** Whatever is still open, the most urgent first, then the last six months settled; states only, never a person. */
export async function listDeclarations({ db }: Context, marketId: string): Promise<DeclarationRow[]> {
  const columns = sql`d.id, d.lot_id, l.number as lot_number, d.company_id, coalesce(o.name, 'Entreprise') as company,
    coalesce(o.kind, 'company') as company_kind, d.month, d.state, d.due_on, d.submitted_at, ${waitsForMe} as waits_for_me`;
  const tables = sql`declaration d join lot l on l.id = d.lot_id left join organisation o on o.id = d.company_id`;
  const urgency = sql`array_position(array[${sql.join(waitingStates)}]::text[], d.state)`;
  const open = await sql<DeclarationRow>`
    select ${columns} from ${tables} where d.market_id = ${marketId} and d.state in (${sql.join(waitingStates)})
    order by ${urgency}, d.due_on, l.number, o.name, d.id limit ${openShown}`.execute(db);
  const settled = await sql<DeclarationRow>`
    select ${columns} from ${tables} where d.market_id = ${marketId} and d.state not in (${sql.join(waitingStates)})
      and d.month >= (select to_char(to_date(max(last.month), 'YYYY-MM') - interval '5 months', 'YYYY-MM')
        from declaration last where last.market_id = ${marketId})
    order by d.month desc, l.number, o.name, d.id limit ${settledShown}`.execute(db);
  return [...open.rows, ...settled.rows];
}

/** By lot, the first month whose hours are not known whole yet: the forecast stops before it. */
export async function listFirstOpenMonths({ db }: Context, marketId: string): Promise<Map<string, Month>> {
  const found = await sql<{ lotId: string; month: Month }>`
    select lot_id, min(month) as month from declaration
    where market_id = ${marketId} and state in ('expected', 'late', 'submitted', 'under-review', 'rejected')
    group by lot_id`.execute(db);
  return new Map(found.rows.map(({ lotId, month }) => [lotId, month]));
}

/** Whoever looks after the market knows how many; a company counts those who work for it. */
export async function countPeople(
  { db }: Context,
  { marketId, ownOnly }: { marketId: string; ownOnly: boolean },
): Promise<number> {
  const found = ownOnly
    ? await sql<{ count: number }>`select count(distinct person_id) as count from employment_contract
        where market_id = ${marketId} and state not in ('planned', 'removed')`.execute(db)
    : await sql<{ count: number }>`select people_on_markets(${marketId}) as count`.execute(db);
  return found.rows[0]?.count ?? 0;
}

export interface WorkerRow {
  contractId: string;
  personId: string;
  givenName: string;
  familyName: string;
  company: string;
  job: string;
  type: string;
  startsOn: string;
  endsOn: string | null;
  state: string;
  counted: number;
}

export const workersShown = 50;

/** Asked only for those who may read persons: the structure that follows them. The holder and the person are said to the indexes too. */
export async function listWorkers({ db, actor }: Context, marketId: string): Promise<WorkerRow[]> {
  const found = await sql<WorkerRow>`
    select c.id as contract_id, p.id as person_id, p.given_name, p.family_name, coalesce(o.name, '') as company, c.job, c.type,
      c.starts_on, coalesce(c.ended_on, c.planned_end_on) as ends_on, c.state,
      coalesce((select sum(e.counted_minutes) from hour_entry e
        where e.person_id = c.person_id and e.contract_id = c.id and e.market_id = c.market_id), 0)::bigint as counted
    from employment_contract c join person p on p.id = c.person_id left join organisation o on o.id = c.company_id
    where c.market_id = ${marketId} and c.state <> 'removed' and c.holder_id = ${organisationOf(actor)}
      and p.holder_id = c.holder_id
    order by c.ended_on is not null, p.folded_name, c.starts_on limit ${workersShown}`.execute(db);
  return found.rows;
}

export interface UnvalidatedCounts {
  waiting: number;
  ending: number;
}

/** People of the market whose hours count for nothing, and those whose eligibility ends within three months. */
export async function countUnvalidated({ db, actor, now }: Context, marketId: string): Promise<UnvalidatedCounts> {
  const today = parisDay(now);
  const found = await sql<UnvalidatedCounts>`
    select count(*) filter (where not counts) as waiting,
      count(*) filter (where counts and at_work and until_day <= ${addDays(today, soonDays)}::date) as ending
    from (select c.person_id, bool_or(c.ended_on is null) as at_work, max(d.until_day) as until_day,
        bool_or(coalesce(d.verdict = 'eligible' and d.ended_on is null and coalesce(d.until_day, ${today}::date) >= ${today}::date, false)) as counts
      from employment_contract c
      left join lateral (select verdict, ended_on, until_day from eligibility
        where person_id = c.person_id order by ended_on is null desc, created_at desc limit 1) d on true
      where c.market_id = ${marketId} and c.holder_id = ${organisationOf(actor)} and c.state <> 'removed'
        and (c.ended_on is null or d.verdict is distinct from 'eligible' or d.ended_on is not null)
      group by c.person_id) people`.execute(db);
  return found.rows[0] ?? { waiting: 0, ending: 0 };
}

export interface DocumentRow {
  id: string;
  kind: string;
  name: string;
  createdAt: Date;
  versions: number;
}

export async function listDocuments({ db }: Context, marketId: string): Promise<DocumentRow[]> {
  const found = await sql<DocumentRow>`
    select d.id, d.kind, d.name, d.created_at,
      (select count(*) from document_version v where v.document_id = d.id) as versions
    from document d where d.market_id = ${marketId} and d.declaration_id is null and d.archived_at is null
    order by d.created_at desc limit 30`.execute(db);
  return found.rows;
}
