/** The visits of the day of one person, with no more than what finding them asks: this list travels without network. */
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { addDays, parisDay } from '#domain/day.ts';
import type { VisitKind, VisitSignal, VisitState } from '#domain/visit-state.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export interface FieldVisit {
  id: string;
  kind: VisitKind;
  dueOn: Day;
  state: VisitState;
  signal: VisitSignal | null;
  version: number;
  givenName: string;
  initial: string;
  job: string;
  company: string;
  place: string;
  /** Day of the next visit on the same contract. */
  nextOn: Day | null;
}

/** Choice of Guichet: older ones are found in the list, on the desk. */
const missedDays = 30;
const most = 30;

/** Hers, and those nobody has taken yet. */
export function listDue({ db, actor, now }: Context): Promise<FieldVisit[]> {
  const today = parisDay(now);
  return read(
    db,
    sql`v.holder_id = ${organisationOf(actor)} and v.state in ('planned', 'moved')
      and v.due_on between ${addDays(today, -missedDays)}::date and ${today}::date
      and (v.account_id = ${accountOf(actor)} or v.account_id is null)`,
  );
}

export function listNotedToday({ db, actor, now }: Context): Promise<FieldVisit[]> {
  const today = parisDay(now);
  return read(
    db,
    sql`v.holder_id = ${organisationOf(actor)} and exists (select from visit_note n where n.visit_id = v.id
      and n.account_id = ${accountOf(actor)} and n.noted_on = ${today}::date and n.standing = 'kept')`,
  );
}

async function read(db: Context['db'], which: ReturnType<typeof sql>): Promise<FieldVisit[]> {
  const found = await sql<FieldVisit>`
    select v.id, v.kind, v.due_on, v.state, v.signal, v.version, p.given_name, left(p.family_name, 1) as initial,
      c.job, coalesce(o.name, '') as company, coalesce(m.place, '') as place,
      (select min(n.due_on) from visit n where n.contract_id = v.contract_id and n.id <> v.id
        and n.state in ('planned', 'moved') and n.due_on > v.due_on) as next_on
    from visit v join person p on p.id = v.person_id join employment_contract c on c.id = v.contract_id
      left join organisation o on o.id = c.company_id left join market m on m.id = c.market_id
    where ${which} and ${isPresent('p')} order by v.due_on desc, v.id limit ${most}`.execute(db);
  return found.rows;
}
