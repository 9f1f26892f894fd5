/** Counts what waits on the main thread for the actor's organisation; row security applies, nothing is written. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { DeclarationState } from '#domain/declaration-state.ts';
import type { MarketState } from '#domain/market-state.ts';
import { addDays, parisDay } from '#domain/day.ts';
import { soonDays } from '#domain/eligibility-standing.ts';
import type { Month } from '#domain/month.ts';
import { readBoardRules } from '#db/board-rules.ts';
import { lotStanding } from '#db/lot-standing.ts';
import { waitsForMe } from '#db/review-turn.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

/** Days after which a declaration has waited long. */
export const longWait = 15;

export interface ReviewCounts {
  toReview: number;
  longWaiting: number;
  late: number;
}

export async function countDeclarations({ db, now }: Context): Promise<ReviewCounts> {
  const found = await sql<ReviewCounts>`select
      count(*) filter (where ${waitsForMe}) as to_review,
      count(*) filter (where submitted_at < ${new Date(now.getTime() - longWait * 86_400_000)} and ${waitsForMe}) as long_waiting,
      count(*) filter (where state = 'late') as late
    from declaration d where state in ('expected', 'late', 'submitted', 'under-review', 'rejected')`.execute(db);
  return found.rows[0] ?? { toReview: 0, longWaiting: 0, late: 0 };
}

/** Followed, at work or proposed, and nobody said yet whether the clause counts them. */
export async function countUndecided({ db, actor }: Context): Promise<number> {
  const found = await sql<{ count: number }>`select count(*) as count from person p
    where p.holder_id = ${organisationOf(actor)} and ${isPresent('p')}
      and not exists (select from eligibility e where e.person_id = p.id)`.execute(db);
  return found.rows[0]?.count ?? 0;
}

export interface EndingCounts {
  ending: number;
  over: number;
}

/** Of those at work today: whose window ends within three months, and whose window is over. */
export async function countEnding({ db, actor, now }: Context): Promise<EndingCounts> {
  const today = parisDay(now);
  const found = await sql<EndingCounts>`select
      count(*) filter (where e.until_day between ${today}::date and ${addDays(today, soonDays)}::date) as ending,
      count(*) filter (where e.until_day < ${today}::date) as over
    from eligibility e where e.holder_id = ${organisationOf(actor)} and e.verdict = 'eligible' and e.ended_on is null
      and e.until_day <= ${addDays(today, soonDays)}::date
      and exists (select from person where person.id = e.person_id and ${isPresent()})
      and exists (select from employment_contract c where c.person_id = e.person_id and c.ended_on is null
        and c.state not in ('planned', 'removed', 'ended'))`.execute(db);
  return found.rows[0] ?? { ending: 0, over: 0 };
}

export async function countMarketsToWatch(ctx: Context): Promise<number> {
  const rules = await readBoardRules(ctx);
  const running = sql`m.state = 'running'`;
  const found = await sql<{ count: number }>`select count(distinct market_id) as count
    from (${lotStanding(rules, running)}) standing where status in ('late', 'to-watch')`.execute(ctx.db);
  return found.rows[0]?.count ?? 0;
}

export async function countMarketsIn({ db }: Context, states: readonly MarketState[]): Promise<number> {
  const found = await sql<{ count: number }>`select count(*) as count from market
    where state in (${sql.join(states)})`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** Agreements that wait for the actor's own organisation to sign or refuse. */
export async function countAgreementsToSign({ db, actor }: Context): Promise<number> {
  const found = await sql<{ count: number }>`select count(*) as count
    from globalisation_signature s join globalisation g on g.id = s.globalisation_id
    where s.organisation_id = ${organisationOf(actor)} and s.decision = 'waiting' and g.withdrawn_at is null`.execute(
    db,
  );
  return found.rows[0]?.count ?? 0;
}

export interface OwnDeclaration {
  id: string;
  month: Month;
  state: DeclarationState;
  dueOn: string;
  object: string;
  lotNumber: number;
}

/** More are told by their number, with the page that has them all. */
export const ownShown = 12;

/** What a company still owes or must correct; a month not over is not asked yet. */
export async function listOwnDeclarations({ db, actor, now }: Context): Promise<OwnDeclaration[]> {
  const found = await sql<OwnDeclaration>`
    select d.id, d.month, d.state, d.due_on, m.object, l.number as lot_number
    from declaration d join lot l on l.id = d.lot_id join market m on m.id = d.market_id
    where d.company_id = ${organisationOf(actor)} and d.state in ('expected', 'late', 'rejected', 'partially-validated')
      and (d.state <> 'expected' or d.due_on <= ${addDays(parisDay(now), 31)}::date)
    order by array_position(array['rejected', 'late', 'partially-validated', 'expected'], d.state), d.due_on, m.object, l.number
    limit ${ownShown + 1}`.execute(db);
  return found.rows;
}

/** Proposals that wait for the buyer's answer. */
export async function countRefusals({ db, actor }: Context): Promise<number> {
  const found = await sql<{ count: number }>`select count(*) as count from hour_refusal
    where buyer_id = ${organisationOf(actor)} and state = 'proposed'`.execute(db);
  return found.rows[0]?.count ?? 0;
}
