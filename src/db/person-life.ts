/** What the retention of people depends on: their last contact, what must still be proved, what is frozen. Runs as privacy. */
import { sql } from 'kysely';
import type { Day } from '#domain/day.ts';
import type { PersonLife, RetentionMonths } from '#domain/retention-rules.ts';
import { graveCriteria, monthsInForce } from '#domain/retention-rules.ts';
import type { PersonalTable } from './personal-tables.ts';
import { readPersonalTables } from './personal-tables.ts';
import type { Transaction } from './transaction.ts';

export interface LivedPerson extends PersonLife {
  id: string;
  holderId: string;
}

/** Kept for the law, not because somebody met her. */
const notContacts = ['legal_hold', 'retention_notice', 'hours_certificate', 'person_access'];

/**
 * People not anonymous yet, in the order of their numbers. A contact is whatever was written about her in any table
 * that refers to her, a contract while it lasts, or a day told by whoever follows her.
 */
export async function readLives(
  db: Transaction,
  { after, size, today, only = null }: { after: string | null; size: number; today: Day; only?: string | null },
): Promise<LivedPerson[]> {
  const tables = (await readPersonalTables(db)).filter(isContact);
  const contacts = tables.map(
    ({ name, leadsBy }) => sql`(select max(created_at)::date from ${sql.id(name)} where ${sql.id(leadsBy)} = p.id)`,
  );
  const found = await sql<LivedPerson>`
    select p.id, p.holder_id, p.archived_on is not null as archived,
      greatest(p.created_at::date, p.last_contact_on, worked.last, ${sql.join([...contacts, sql`null`])})::text as last_contact_on,
      exists (select from obstacle where person_id = p.id) as obstacles, grave.until_day as grave_until,
      worked.some as hired, coalesce(proved.proofs, '[]') as proofs
    from person p
    left join lateral (
      select count(*) > 0 as some, max(case when c.ended_on is not null then c.ended_on
        when c.planned_end_on is not null then least(c.planned_end_on, ${today}::date) else ${today}::date end) as last
      from employment_contract c where c.person_id = p.id and c.state <> 'removed'
    ) worked on true
    left join lateral (
      select json_agg(distinct jsonb_build_object('endsOn', coalesce(l.ends_on, m.ends_on, ${today}::date), 'works', m.ccag = 'works')) as proofs
      from hour_entry e join lot l on l.id = e.lot_id join market m on m.id = e.market_id
      where e.person_id = p.id and e.counted_minutes > 0
    ) proved on true
    left join lateral (
      select min(greatest(least(e.until_day, e.ended_on), sealed.last)) as until_day
      from eligibility_reason r join eligibility e on e.id = r.eligibility_id
      left join lateral (select ${today}::date as last where exists (select from hour_entry h
        where h.person_id = p.id and h.state not in ('locked', 'rejected')
          and (h.month || '-01')::date between e.from_day and coalesce(least(e.until_day, e.ended_on), ${today}::date))) sealed on true
      where r.person_id = p.id and r.criterion = any(${[...graveCriteria]})
    ) grave on true
    where p.anonymised_at is null and p.removed_at is null and (${only}::uuid is null or p.id = ${only}::uuid)
      and (${after}::uuid is null or p.id > ${after}::uuid)
    order by p.id limit ${size}`.execute(db);
  return found.rows;
}

function isContact({ name, depth, columns }: PersonalTable): boolean {
  return depth === 1 && !notContacts.includes(name) && columns.some((column) => column.name === 'created_at');
}

export async function readMonths(db: Transaction, organisation: string): Promise<RetentionMonths> {
  const found = await sql<{ rule: string; months: number }>`
    select distinct on (rule) rule, months from retention_setting where organisation_id = ${organisation}::uuid
    order by rule, created_at desc`.execute(db);
  return monthsInForce(found.rows);
}

export interface Frozen {
  /** A hold is never without its last day; a request waits for its answer. */
  until: Day | null;
  reason: string;
}

/** null: nothing prevents the erasure. `except` is the request being answered. */
export async function findFreeze(
  db: Transaction,
  { person, today, except = null }: { person: string; today: Day; except?: string | null },
): Promise<Frozen | null> {
  const held = await sql<Frozen>`
    select until_day as until, reason from legal_hold
    where lifted_on is null and until_day >= ${today}::date and (person_id = ${person}::uuid
      or market_id in (select market_id from employment_contract where person_id = ${person}::uuid and state <> 'removed'))
    order by until_day desc limit 1`.execute(db);
  if (held.rows[0] !== undefined) return held.rows[0];
  const asked = await sql<{ id: string }>`select id from rights_request
    where person_id = ${person}::uuid and state in ('received', 'under-review') and id::text is distinct from ${except} limit 1`.execute(
    db,
  );
  return asked.rows[0] === undefined ? null : { until: null, reason: 'Une demande attend sa réponse' };
}
