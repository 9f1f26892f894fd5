/** Contracts that end soon, what is proposed after them, and the lots where the next one may be. */
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { addDays, parisDay } from '#domain/day.ts';
import type { NextStep } from '#domain/next-contract.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export interface EndingContract {
  contractId: string;
  personId: string;
  givenName: string;
  familyName: string;
  company: string;
  market: string;
  type: string;
  endsOn: Day;
  step: NextStep | null;
  proposedOn: Day | null;
  prescriber: string | null;
  alertedOn: Day | null;
}

const most = 200;

/** Fixed-term, still running, followed by nothing yet, from their notice on. */
export async function listEndings(
  { db, actor, now }: Context,
  { noticeDays, proposed }: { noticeDays: number; proposed: boolean },
): Promise<EndingContract[]> {
  const today = parisDay(now);
  const found = await sql<EndingContract>`
    select c.id as contract_id, p.id as person_id, p.given_name, p.family_name, coalesce(o.name, '') as company,
      coalesce(m.object, '') as market, c.type, c.planned_end_on as ends_on, n.step, n.proposed_on,
      (select max(a.alerted_on) from contract_alert a where a.contract_id = c.id and a.ends_on = c.planned_end_on) as alerted_on,
      (select string_agg(r.name, ', ') from prescriber_of(p.id) r) as prescriber
    from employment_contract c join person p on p.id = c.person_id
      left join organisation o on o.id = c.company_id left join market m on m.id = c.market_id
      left join next_contract n on n.contract_id = c.id and n.withdrawn_at is null
    where c.holder_id = ${organisationOf(actor)} and ${isPresent('p')} and c.state not in ('ended', 'removed', 'planned')
      and c.planned_end_on between ${today}::date and ${addDays(today, noticeDays)}::date
      and not exists (select from employment_contract f where f.person_id = c.person_id and f.state <> 'removed'
        and f.id <> c.id and f.starts_on > c.starts_on and (f.planned_end_on is null or f.planned_end_on > c.planned_end_on))
      and (n.id is not null) = ${proposed}
    order by c.planned_end_on, p.folded_name, c.id limit ${most}`.execute(db);
  return found.rows;
}

export async function lockWalked({ db, actor }: Context, contract: string) {
  const row = await db
    .selectFrom('employmentContract')
    .select(['id', 'personId', 'holderId', 'state'])
    .where('id', '=', contract)
    .where('holderId', '=', organisationOf(actor) ?? '')
    .where('state', '<>', 'removed')
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function findProposed({ db }: Context, contract: string) {
  const row = await db
    .selectFrom('nextContract')
    .select(['id', 'step', 'lotId', 'words', 'proposedOn'])
    .where('contractId', '=', contract)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertProposed(
  { db, actor, now }: Context,
  next: {
    holderId: string;
    personId: string;
    contractId: string;
    step: NextStep;
    lotId: string | null;
    words: string;
    proposedOn: Day;
  },
): Promise<string> {
  const { id } = await db
    .insertInto('nextContract')
    .values({ ...next, accountId: accountOf(actor), createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function withdrawProposed({ db, now }: Context, id: string): Promise<void> {
  await db.updateTable('nextContract').set({ withdrawnAt: now }).where('id', '=', id).execute();
}

export interface OpenLot {
  id: string;
  label: string;
  market: string;
}

/** Where the structure follows hours that are still due. */
export async function listOpenLots({ db, actor }: Context): Promise<OpenLot[]> {
  const found = await sql<{ id: string; number: number; title: string; market: string }>`
    select l.id, l.number, l.title, m.object as market from lot l join market m on m.id = l.market_id
    where l.state in ('notified', 'running') and l.id in (select lot_id from lot_access
      where organisation_id = ${organisationOf(actor)} and capacity in ('facilitator', 'keeper'))
    order by m.object, l.number limit ${most}`.execute(db);
  return found.rows.map(({ id, number, title, market }) => ({ id, market, label: `Lot ${number}, ${title}` }));
}
