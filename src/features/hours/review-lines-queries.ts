/** Reads the lines of declarations with all that counting and checking must know around them, many declarations at once. */
import { sql } from 'kysely';
import type { ContractType, ExecutionMethod } from '#domain/contract-types.ts';
import type { Day } from '#domain/day.ts';
import type { DayWorked } from '#domain/hours-line.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Month } from '#domain/month.ts';
import type { Context } from '#http/context.ts';

export interface LineRow {
  id: number;
  declarationId: string;
  lotId: string;
  marketId: string;
  companyId: string;
  holderId: string;
  personId: string;
  contractId: string;
  month: Month;
  workedMinutes: Minutes;
  trainingMinutes: Minutes;
  days: DayWorked[] | null;
  state: 'submitted' | 'validated' | 'rejected' | 'locked';
  reason: string;
  countedMinutes: Minutes;
  ruleVersion: string;
  correctsId: number | null;
  /** A counter-entry cancels it. */
  cancelled: boolean;
  /** A proposal to refuse it waits for the buyer. */
  proposed: boolean;
  /** The buyer refused it, and it was not sent again. */
  refusedByBuyer: boolean;
  givenName: string;
  familyName: string;
  job: string;
  type: ContractType;
  method: ExecutionMethod;
  employerId: string;
  employerName: string;
  /** The company at work, whoever employs. */
  workplaceId: string;
  startsOn: Day;
  plannedEndOn: Day | null;
  endedOn: Day | null;
  removed: boolean;
  firstClauseStart: Day;
  decidedOn: Day | null;
  eligibleFrom: Day | null;
  eligibleUntil: Day | null;
  notifiedOn: Day | null;
  lotEndsOn: Day | null;
}

export async function listLines({ db }: Context, declarations: readonly string[]): Promise<LineRow[]> {
  if (declarations.length === 0) return [];
  const found = await sql<LineRow>`
    select e.id, e.declaration_id, e.lot_id, e.market_id, e.company_id, e.holder_id, e.person_id, e.contract_id, e.month,
      e.worked_minutes, e.training_minutes, e.days, e.state, e.reason, e.counted_minutes, e.rule_version, e.corrects_id,
      exists (select from hour_entry counter where counter.corrects_id = e.id) as cancelled,
      exists (select from hour_refusal_line i join hour_refusal r on r.id = i.refusal_id
        where i.entry_id = e.id and r.state = 'proposed') as proposed,
      e.state = 'rejected' and exists (select from hour_refusal_line i join hour_refusal r on r.id = i.refusal_id
        where i.entry_id = e.id and r.state = 'accepted') as refused_by_buyer,
      p.given_name, p.family_name, c.job, c.type, c.method, c.employer_id, coalesce(o.name, '') as employer_name,
      c.company_id as workplace_id, c.starts_on, c.planned_end_on, c.ended_on, c.state = 'removed' as removed,
      (select min(starts_on) from employment_contract f
        where f.person_id = e.person_id and f.state <> 'removed') as first_clause_start,
      g.decided_on, g.from_day as eligible_from, g.until_day as eligible_until,
      coalesce(l.notified_on, m.notified_on) as notified_on, coalesce(l.ends_on, m.ends_on) as lot_ends_on
    from hour_entry e
    join employment_contract c on c.id = e.contract_id
    join person p on p.id = e.person_id
    join lot l on l.id = e.lot_id join market m on m.id = e.market_id
    left join organisation o on o.id = c.employer_id
    left join lateral (
      select verdict, ended_on, decided_on, from_day, until_day from eligibility
      where person_id = e.person_id order by decided_on desc, created_at desc limit 1
    ) g on g.verdict = 'eligible' and g.ended_on is null
    where e.declaration_id = any(${declarations}::uuid[])
    order by p.family_name, p.given_name, e.id`.execute(db);
  return found.rows.map((row) => ({ ...row, firstClauseStart: row.firstClauseStart ?? row.startsOn }));
}

export interface KnownLine {
  id: number;
  personId: string;
  contractId: string;
  lotId: string;
  month: Month;
  minutes: Minutes;
  trainingMinutes: Minutes;
  days: DayWorked[] | null;
  counts: boolean;
  startsOn: Day;
  plannedEndOn: Day | null;
  endedOn: Day | null;
}

/** Every line of these people that still stands: neither refused nor cancelled. */
export async function listKnownLines({ db }: Context, people: readonly string[]): Promise<KnownLine[]> {
  if (people.length === 0) return [];
  const found = await sql<KnownLine>`
    select e.id, e.person_id, e.contract_id, e.lot_id, e.month, e.worked_minutes + e.training_minutes as minutes,
      e.training_minutes, e.days, e.state in ('validated', 'locked') as counts, c.starts_on, c.planned_end_on, c.ended_on
    from hour_entry e join employment_contract c on c.id = e.contract_id
    where e.person_id = any(${people}::uuid[]) and e.state <> 'rejected' and e.worked_minutes + e.training_minutes > 0
      and not exists (select from hour_entry counter where counter.corrects_id = e.id)`.execute(db);
  return found.rows;
}
