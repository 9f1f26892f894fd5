/** Reads and writes the hours worked by everybody, and what on a lot asks for them: a share, or a programme with a rate. */
import { sql } from 'kysely';
import type { DeclarationState } from '#domain/declaration-state.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import type { Context } from '#http/context.ts';
import type { DeclarantLot } from './declaration-queries.ts';

export interface WorkedMonth {
  minutes: Minutes;
  version: number;
}

export interface WorkedPlace {
  lot: string;
  company: string;
  month: Month;
}

export async function findWorked({ db }: Context, { lot, company, month }: WorkedPlace): Promise<WorkedMonth | null> {
  const row = await db
    .selectFrom('workedMonth')
    .select(['minutes', 'version'])
    .where('lotId', '=', lot)
    .where('companyId', '=', company)
    .where('month', '=', month)
    .executeTakeFirst();
  return row ?? null;
}

/** Two at once on a month nobody typed: the second corrects the first. */
export async function writeWorked(
  { db, now }: Context,
  {
    lot,
    month,
    ...written
  }: {
    lot: DeclarantLot;
    month: Month;
    minutes: Minutes;
    via: 'link' | 'account' | 'api' | 'facilitator';
    declaredBy: string;
  },
): Promise<void> {
  const { lotId, marketId, companyId } = lot;
  const fields = { ...written, declaredAt: now };
  await db
    .insertInto('workedMonth')
    .values({ lotId, marketId, companyId, month, ...fields })
    .onConflict((conflict) =>
      conflict
        .columns(['lotId', 'companyId', 'month'])
        .doUpdateSet((row) => ({ ...fields, version: row('workedMonth.version', '+', 1) })),
    )
    .execute();
}

/** The lot owes a share of all hours, or its market answers to a programme with a rate; and this company works there. */
export async function asksWorked(
  { db }: Context,
  { lot, company }: { lot: string; company: string },
): Promise<boolean> {
  const found = await sql<{ asks: boolean }>`select (exists (select from commitment c where c.lot_id = ${lot}
        and c.kind = 'share' and c.state not in ('draft', 'proposed', 'waived', 'closed'))
      or exists (select from lot l join market_programme t on t.market_id = l.market_id
        join programme p on p.id = t.programme_id where l.id = ${lot} and p.target_basis_points is not null))
    and (exists (select from lot_party p where p.lot_id = ${lot} and p.organisation_id = ${company} and p.role <> 'inclusion')
      or exists (select from employment_contract c where c.lot_id = ${lot} and c.company_id = ${company})) as asks`.execute(
    db,
  );
  return found.rows[0]?.asks ?? false;
}

/** Insertion hours worked that month by the people at work for the company, whoever declares them. */
export async function insertionMinutes({ db }: Context, { lot, company, month }: WorkedPlace): Promise<Minutes> {
  const found = await sql<{ minutes: number }>`
    select coalesce(sum(e.worked_minutes), 0)::int as minutes
    from hour_entry e join employment_contract c on c.id = e.contract_id
    where e.lot_id = ${lot} and e.month = ${month} and e.state <> 'rejected' and c.company_id = ${company}`.execute(db);
  return Math.max(0, found.rows[0]?.minutes ?? 0);
}

export interface WorkedRow {
  companyId: string;
  company: string;
  month: Month;
  /** null: the month was declared, the total is missing. */
  minutes: Minutes | null;
  declaredBy: string;
  declaredAt: Date | null;
  state: DeclarationState | null;
}

/** Every month opened or told, the latest first, for the companies at work on the lot. */
export async function listWorked({ db }: Context, lot: string): Promise<WorkedRow[]> {
  const found = await sql<WorkedRow>`
    select k.company_id, coalesce(o.name, 'Entreprise') as company, k.month, w.minutes, coalesce(w.declared_by, '') as declared_by,
      w.declared_at, d.state
    from (
      select company_id, month from worked_month where lot_id = ${lot}
      union
      select d.company_id, d.month from declaration d where d.lot_id = ${lot} and (
        exists (select from lot_party p where p.lot_id = ${lot} and p.organisation_id = d.company_id and p.role <> 'inclusion')
        or exists (select from employment_contract c where c.lot_id = ${lot} and c.company_id = d.company_id))
    ) k
    left join worked_month w on w.lot_id = ${lot} and w.company_id = k.company_id and w.month = k.month
    left join declaration d on d.lot_id = ${lot} and d.company_id = k.company_id and d.month = k.month
    left join organisation o on o.id = k.company_id
    order by k.month desc, company limit 400`.execute(db);
  return found.rows;
}

export async function lotWorkedMinutes({ db }: Context, lot: string): Promise<Minutes> {
  const found = await sql<{ minutes: number }>`select lot_worked_minutes(${lot}) as minutes`.execute(db);
  return found.rows[0]?.minutes ?? 0;
}

/** Insertion hours of the months whose total is known: a rate compares the same months. */
export async function countedInKnownMonths({ db }: Context, lot: string): Promise<Minutes> {
  const found = await sql<{ minutes: number }>`select coalesce(sum(counted_minutes), 0)::bigint as minutes from (
      select month, counted_minutes from hours_total where lot_id = ${lot}
      union all select month, counted_minutes from hours_delta where lot_id = ${lot}
    ) kept where exists (select from worked_month w where w.lot_id = ${lot} and w.month = kept.month)`.execute(db);
  return found.rows[0]?.minutes ?? 0;
}

export interface WorkRate {
  /** The commitment itself, or the programme by its name. */
  name: string;
  basisPoints: number;
  targetPublic: string;
  owed: boolean;
}

/** The rates that read these hours: what the lot owes, then what the programmes of its market aim at. */
export async function listRates({ db }: Context, lot: string): Promise<WorkRate[]> {
  const found = await sql<WorkRate>`
    select 'Engagement du lot' as name, v.share_basis_points as basis_points, '' as target_public, true as owed
    from commitment c cross join lateral (
      select share_basis_points from commitment_version v where v.commitment_id = c.id and v.signed_on is not null
        and v.from_day <= paris_today() order by v.number desc limit 1
    ) v
    where c.lot_id = ${lot} and c.kind = 'share' and c.state not in ('draft', 'proposed', 'waived')
      and v.share_basis_points is not null
    union all
    select p.name, p.target_basis_points, p.target_public, false
    from lot l join market_programme t on t.market_id = l.market_id join programme p on p.id = t.programme_id
    where l.id = ${lot} and p.target_basis_points is not null
    order by 4 desc, 1`.execute(db);
  return found.rows;
}

export interface MissingWorked {
  lotId: string;
  month: Month;
  object: string;
  lotNumber: number;
}

/** Months the company already declared without the total that is asked there. */
export async function listMissingWorked({ db }: Context, company: string): Promise<MissingWorked[]> {
  const found = await sql<MissingWorked>`
    select d.lot_id, d.month, m.object, l.number as lot_number
    from declaration d join lot l on l.id = d.lot_id join market m on m.id = d.market_id
    where d.company_id = ${company} and d.state in ('submitted', 'under-review', 'validated', 'partially-validated', 'rejected')
      and not exists (select from worked_month w where w.lot_id = d.lot_id and w.company_id = d.company_id and w.month = d.month)
      and (exists (select from lot_party p where p.lot_id = d.lot_id and p.organisation_id = d.company_id and p.role <> 'inclusion')
        or exists (select from employment_contract c where c.lot_id = d.lot_id and c.company_id = d.company_id))
      and (exists (select from commitment c where c.lot_id = d.lot_id and c.kind = 'share'
          and c.state not in ('draft', 'proposed', 'waived', 'closed'))
        or exists (select from market_programme t join programme p on p.id = t.programme_id
          where t.market_id = d.market_id and p.target_basis_points is not null))
    order by d.month, m.object, l.number limit 12`.execute(db);
  return found.rows;
}
