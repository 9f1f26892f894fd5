/** The history of a market: the journal of one's own organisation, and the steps every side may read. */
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { MarketState } from '#domain/market-state.ts';
import type { Context } from '#http/context.ts';

export interface HistoryEvent {
  at: Date;
  action: string;
  entry: string;
  name: string | null;
  undoAction: string | null;
}

/** Read one more than is shown: whether there is more to see. */
export const historyShown = 20;

/** As far back as a page can be read. */
export const historyWhole = 1000;

/** The undo offered in a message is offered here too, to whom it was offered. */
export async function listEvents(
  { db, actor, now }: Context,
  { marketId, lotIds, most }: { marketId: string; lotIds: readonly string[]; most: number },
): Promise<HistoryEvent[]> {
  const found = await sql<HistoryEvent>`
    select e.at, e.action, e.entry, a.name, n.undo_action
    from (
      select at, action, entry, account_id from audit_event
      where organisation_id = ${organisationOf(actor)} and (
        (subject_type = 'market' and subject_id = ${marketId})
        or (subject_type = 'lot' and subject_id = any(${lotIds}))
        or (subject_type = 'lot-party' and subject_id in (select p.id::text from lot_party p where p.market_id = ${marketId}))
        or (subject_type = 'lot-assignment' and subject_id in (select s.id::text from lot_assignment s where s.market_id = ${marketId}))
        or (subject_type = 'tranche' and subject_id in (select t.id::text from tranche t where t.market_id = ${marketId}))
        or (subject_type = 'document' and subject_id in (select f.id::text from document f where f.market_id = ${marketId} and f.declaration_id is null))
        or (subject_type = 'commitment' and subject_id in (select c.id::text from commitment c where c.market_id = ${marketId}))
        or (subject_type = 'globalisation' and subject_id in (select g.globalisation_id::text from globalisation_lot g where g.market_id = ${marketId}))
        or (subject_type = 'counting-setting' and subject_id in (select s.id::text from counting_setting s where s.market_id = ${marketId}))
        or (subject_type = 'declaration' and subject_id in (select d.id::text from declaration d where d.market_id = ${marketId})))
      order by at desc limit ${most}
    ) e
    left join account a on a.id = e.account_id
    left join notice n on n.account_id = e.account_id and n.created_at = e.at and n.undo_action is not null
      and n.undo_until > ${now} and n.account_id = ${accountOf(actor)}
    order by e.at desc`.execute(db);
  return found.rows;
}

export interface StepRow {
  state: MarketState;
  onDay: Day;
  reason: string;
  createdAt: Date;
  name: string | null;
}

export async function listSteps(
  { db }: Context,
  { marketId, most }: { marketId: string; most: number },
): Promise<StepRow[]> {
  const found = await sql<StepRow>`
    select s.state, s.on_day, s.reason, s.created_at, a.name from market_step s left join account a on a.id = s.account_id
    where s.market_id = ${marketId} order by s.created_at desc limit ${most}`.execute(db);
  return found.rows;
}
