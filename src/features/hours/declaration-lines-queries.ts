/** Reads who works on a lot for the declarant, what was declared for her, and what the checks must know around it. */
import { sql } from 'kysely';
import type { ContractType, ExecutionMethod } from '#domain/contract-types.ts';
import type { Month } from '#domain/month.ts';
import type { Context } from '#http/context.ts';

export interface ContractRow {
  id: string;
  personId: string;
  givenName: string;
  familyName: string;
  holderId: string;
  employerId: string;
  employerName: string;
  companyId: string;
  job: string;
  type: ContractType;
  method: ExecutionMethod;
  startsOn: string;
  plannedEndOn: string | null;
  endedOn: string | null;
  removed: boolean;
  eligibleFrom: string | null;
  eligibleUntil: string | null;
}

/** Every contract of this lot where the company employs or hosts; removed ones too, so that they can be told apart. */
export async function listContracts(
  { db }: Context,
  { lot, company }: { lot: string; company: string },
): Promise<ContractRow[]> {
  const found = await sql<ContractRow>`
    select c.id, c.person_id, p.given_name, p.family_name, c.holder_id, c.employer_id, coalesce(o.name, '') as employer_name,
      c.company_id, c.job, c.type, c.method, c.starts_on, c.planned_end_on, c.ended_on, c.state = 'removed' as removed,
      e.from_day as eligible_from, e.until_day as eligible_until
    from employment_contract c
    join person p on p.id = c.person_id
    left join organisation o on o.id = c.employer_id
    left join lateral (
      select from_day, coalesce(until_day, '9999-12-31'::date) as until_day, verdict, ended_on
      from eligibility where person_id = c.person_id order by decided_on desc, created_at desc limit 1
    ) e on e.verdict = 'eligible' and e.ended_on is null
    where c.lot_id = ${lot} and ${company} in (c.company_id, c.employer_id)
    order by p.given_name, p.family_name, c.starts_on, c.id`.execute(db);
  return found.rows;
}

export interface EntryRow {
  contractId: string;
  personId: string;
  lotId: string;
  companyId: string;
  companyName: string;
  month: Month;
  workedMinutes: number;
  trainingMinutes: number;
  days: { day: string; minutes: number }[] | null;
  state: 'submitted' | 'validated' | 'rejected' | 'locked';
  reason: string;
}

/** What was declared on this lot in these months, by whomever. */
export async function listEntries(
  { db }: Context,
  { lot, months }: { lot: string; months: readonly Month[] },
): Promise<EntryRow[]> {
  const rows = await db
    .selectFrom('hourEntry')
    .leftJoin('organisation', 'organisation.id', 'hourEntry.companyId')
    .select((row) => [
      'hourEntry.contractId',
      'hourEntry.personId',
      'hourEntry.lotId',
      'hourEntry.companyId',
      row.fn.coalesce('organisation.name', sql.lit('')).as('companyName'),
      'hourEntry.month',
      'hourEntry.workedMinutes',
      'hourEntry.trainingMinutes',
      sql<EntryRow['days']>`hour_entry.days`.as('days'),
      'hourEntry.state',
      'hourEntry.reason',
    ])
    .where('hourEntry.lotId', '=', lot)
    .where('hourEntry.month', 'in', [...months])
    .where('hourEntry.correctsId', 'is', null)
    .execute();
  return rows;
}

export interface ElsewhereRow {
  contractId: string;
  personId: string;
  lotId: string;
  minutes: number;
  trainingMinutes: number;
  days: { day: string; minutes: number }[] | null;
  startsOn: string;
  endsOn: string | null;
}

/** The same people, the same month, in the other lots the actor may see. */
export async function listElsewhere(
  { db }: Context,
  { lot, month, people }: { lot: string; month: Month; people: readonly string[] },
): Promise<ElsewhereRow[]> {
  if (people.length === 0) return [];
  const rows = await db
    .selectFrom('hourEntry')
    .innerJoin('employmentContract', 'employmentContract.id', 'hourEntry.contractId')
    .select((row) => [
      'hourEntry.contractId',
      'hourEntry.personId',
      'hourEntry.lotId',
      sql<number>`worked_minutes + training_minutes`.as('minutes'),
      'hourEntry.trainingMinutes',
      sql<ElsewhereRow['days']>`hour_entry.days`.as('days'),
      'employmentContract.startsOn',
      row.fn.coalesce('employmentContract.endedOn', 'employmentContract.plannedEndOn').as('endsOn'),
    ])
    .where('hourEntry.month', '=', month)
    .where('hourEntry.lotId', '<>', lot)
    .where('hourEntry.personId', 'in', [...new Set(people)])
    .where('hourEntry.correctsId', 'is', null)
    .where('hourEntry.state', '<>', 'rejected')
    .execute();
  return rows;
}

/** Who takes part in a lot, and who is a structure that lends or works there. */
export function listParties({ db }: Context, lot: string): Promise<{ organisationId: string; role: string }[]> {
  return db.selectFrom('lotParty').select(['organisationId', 'role']).where('lotId', '=', lot).execute();
}
