/** What a company owes on each of its lots, by when, to whom it speaks, and who works there for it. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { isOwed } from '#domain/declaration-sending.ts';
import type { DeclarationState } from '#domain/declaration-state.ts';
import type { EligibilityDecision } from '#domain/eligibility-standing.ts';
import type { Month } from '#domain/month.ts';
import type { BoardRules } from '#db/board-rules.ts';
import type { LotFacts } from '#db/lot-standing.ts';
import { listLinkParts } from '#db/link-lots.ts';
import { lotStanding } from '#db/lot-standing.ts';
import type { Context } from '#http/context.ts';
import type { PartyRow } from './queries.ts';

export interface OwnParty extends Pick<
  PartyRow,
  | 'id'
  | 'lotId'
  | 'marketId'
  | 'organisationId'
  | 'role'
  | 'contactName'
  | 'contactEmail'
  | 'contactPhone'
  | 'delegateName'
  | 'delegateEmail'
  | 'delegateUntil'
  | 'version'
> {
  lot: string;
  lotNumber: number;
  market: string;
  buyer: string | null;
}

export const ownPerPage = 20;

export interface OwnPlace {
  /** By account the address names the part. */
  id?: string | undefined;
  /** By link the link does, or one of the lots it opens is named. */
  lot?: string | undefined;
}

export async function findOwnParty(ctx: Context, { id, lot }: OwnPlace): Promise<OwnParty | null> {
  if (ctx.actor.kind !== 'link') {
    return id === undefined ? null : ((await ownParties(ctx).where('p.id', '=', id).executeTakeFirst()) ?? null);
  }
  const parties = await listLinkedParties(ctx);
  return (lot === undefined ? parties[0] : parties.find((party) => party.lotId === lot)) ?? null;
}

/** Through a link, the lot it was sent for first, then those with the same contact; by account, the lots of the organisation, a page at a time: one more tells that there are others. */
export async function listOwnParties(ctx: Context, from: number): Promise<OwnParty[]> {
  if (ctx.actor.kind === 'link') return (await listLinkedParties(ctx)).slice(from, from + ownPerPage + 1);
  // A company with two roles on a lot reads it once.
  return ownParties(ctx)
    .distinctOn(['market.object', 'lot.number', 'p.lotId'])
    .orderBy('market.object')
    .orderBy('lot.number')
    .orderBy('p.lotId')
    .orderBy('p.createdAt', 'desc')
    .limit(ownPerPage + 1)
    .offset(from)
    .execute();
}

async function listLinkedParties(ctx: Context): Promise<OwnParty[]> {
  const parts = (await listLinkParts(ctx)).map(({ id }) => id);
  if (parts.length === 0) return [];
  const found = await ownParties(ctx).where('p.id', 'in', parts).execute();
  return found.toSorted((one, other) => parts.indexOf(one.id) - parts.indexOf(other.id));
}

function ownParties({ db, actor }: Context) {
  return db
    .selectFrom('lotParty as p')
    .innerJoin('lot', 'lot.id', 'p.lotId')
    .innerJoin('market', 'market.id', 'p.marketId')
    .leftJoin('organisation as buyer', 'buyer.id', 'market.buyerId')
    .select(['p.id', 'p.lotId', 'p.marketId', 'p.organisationId', 'p.role', 'p.version'])
    .select(['p.contactName', 'p.contactEmail', 'p.contactPhone'])
    .select(['p.delegateName', 'p.delegateEmail', 'p.delegateUntil'])
    .select(['lot.title as lot', 'lot.number as lotNumber', 'market.object as market', 'buyer.name as buyer'])
    .where('p.organisationId', '=', organisationOf(actor) ?? '')
    .where('p.endedOn', 'is', null);
}

export async function readStandings(
  { db }: Context,
  rules: BoardRules,
  lots: readonly string[],
): Promise<Map<string, LotFacts>> {
  if (lots.length === 0) return new Map();
  const standing = lotStanding(rules, sql`l.id = any(${[...lots]}::uuid[])`);
  const found = await sql<LotFacts>`select * from (${standing}) standing`.execute(db);
  return new Map(found.rows.map((row) => [row.lotId, row]));
}

export interface OwnPledge {
  lotId: string;
  expected: string;
}

/** What is asked there without hours, once agreed. */
export async function listPledges({ db }: Context, lots: readonly string[]): Promise<OwnPledge[]> {
  if (lots.length === 0) return [];
  const found = await sql<OwnPledge>`select lot_id, qualitative as expected from commitment
    where lot_id = any(${[...lots]}::uuid[]) and kind = 'qualitative' and qualitative <> ''
      and state not in ('draft', 'proposed', 'waived', 'closed') order by created_at, id`.execute(db);
  return found.rows;
}

export interface Adviser {
  lotId: string;
  name: string | null;
  email: string | null;
  phone: string | null;
}

/** Whom to call: the structure that leads on each lot. */
export async function listAdvisers({ db }: Context, lots: readonly string[], today: Day): Promise<Adviser[]> {
  if (lots.length === 0) return [];
  return db
    .selectFrom('lotAssignment')
    .innerJoin('organisation', 'organisation.id', 'lotAssignment.organisationId')
    .select(['lotAssignment.lotId', 'organisation.name', 'organisation.email', 'organisation.phone'])
    .where('lotAssignment.lotId', 'in', lots)
    .where('lotAssignment.role', '=', 'lead')
    .where((where) => where.or([where('untilDay', 'is', null), where('untilDay', '>=', today)]))
    .execute();
}

export interface OwedMonth {
  lotId: string;
  month: Month;
  state: DeclarationState;
  dueOn: Day;
}

/** Months already asked for and not settled, the oldest first. */
export async function listOwedMonths({ db, actor }: Context, lots: readonly string[]): Promise<OwedMonth[]> {
  if (lots.length === 0) return [];
  const rows = await db
    .selectFrom('declaration')
    .select(['lotId', 'month', 'state', 'dueOn'])
    .where('companyId', '=', organisationOf(actor) ?? '')
    .where('lotId', 'in', lots)
    .orderBy('month')
    .execute();
  return rows.filter(({ state }) => isOwed(state));
}

export interface OwnWorker {
  lotId: string;
  familyName: string;
  givenName: string;
  job: string;
  decision: EligibilityDecision | null;
}

/** The people at work on these lots for this company: their name, and whether and until when their hours count. */
export async function listOwnWorkers({ db, actor }: Context, lots: readonly string[]): Promise<OwnWorker[]> {
  if (lots.length === 0) return [];
  const own = organisationOf(actor) ?? '';
  const rows = await db
    .selectFrom('employmentContract as c')
    .innerJoin('person', 'person.id', 'c.personId')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('eligibility')
          .select(['verdict', 'fromDay', 'untilDay', 'endedOn'])
          .whereRef('eligibility.personId', '=', 'c.personId')
          .orderBy(sql`ended_on is null`, 'desc')
          .orderBy('createdAt', 'desc')
          .limit(1)
          .as('decision'),
      (join) => join.onTrue(),
    )
    .select(['c.lotId', 'person.familyName', 'person.givenName', 'c.job'])
    .select(['decision.verdict', 'decision.fromDay', 'decision.untilDay', 'decision.endedOn'])
    .where('c.lotId', 'in', lots)
    .where('c.state', 'not in', ['ended', 'removed'])
    .where((where) => where.or([where('c.companyId', '=', own), where('c.employerId', '=', own)]))
    .orderBy('person.familyName')
    .orderBy('person.givenName')
    .execute();
  return rows.map(({ verdict, fromDay, untilDay, endedOn, ...worker }) => ({
    ...worker,
    decision: verdict !== null && fromDay !== null ? { verdict, fromDay, untilDay, endedOn } : null,
  }));
}
