/** One page of the people a structure follows; a search forgives accents, case and the order of the names. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { ContractState } from '#domain/contract-state.ts';
import type { ContractType } from '#domain/contract-types.ts';
import type { Day } from '#domain/day.ts';
import { addDays, parisDay } from '#domain/day.ts';
import type { EligibilityDecision } from '#domain/eligibility-standing.ts';
import { soonDays } from '#domain/eligibility-standing.ts';
import { foldForSearch } from '#domain/text.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage, readCursor, writeCursor } from '#db/keyset.ts';
import { inNameOrder, likePattern, peopleNamed } from '#db/search.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export const peoplePerPage = 50;
export const peopleViews = ['toutes', 'a-decider', 'bientot', 'finies', 'au-travail', 'sans-contrat'] as const;
export type PeopleView = (typeof peopleViews)[number];

export interface PeopleQuery {
  search: string;
  view: PeopleView;
  /** Those who work or worked on the markets of one operation; empty for all. */
  operation: string;
}

export interface ListedPerson {
  id: string;
  familyName: string;
  givenName: string;
  birthDate: Day | null;
  commune: string;
  decision: EligibilityDecision | null;
  contract: {
    id: string;
    type: ContractType;
    state: ContractState;
    endsOn: Day | null;
    company: string;
  } | null;
}

export async function listPeople(
  ctx: Context,
  query: PeopleQuery & Omit<KeysetQuery, 'direction'>,
): Promise<KeysetPage<ListedPerson>> {
  const few = await findFew(ctx, query.search);
  const after = await placeOfCursor(ctx, query.after);
  const before = await placeOfCursor(ctx, query.before);
  const read = () =>
    keysetPage(named(peopleQuery(ctx, query), query.search, few), {
      direction: 'ascending',
      size: query.size,
      after,
      before,
      by: 'person.foldedName',
      id: 'person.id',
      // A name never stands in an address: the place is found again from the id.
      placeOf: ({ id }) => ({ id, value: '' }),
    });
  const page = await (few === null ? inNameOrder(ctx.db, read) : read());
  return { ...page, rows: page.rows.map(listed) };
}

/** Up to this many are looked up one by one; with more, reading in the order of names soon fills a page. */
const mostOneByOne = 500;

/** null: nothing typed, or too many names hold it. */
async function findFew({ db }: Context, search: string): Promise<string[] | null> {
  if (foldForSearch(search) === '') return null;
  const found = await sql<{ ids: string[] }>`select ${peopleNamed(search, mostOneByOne + 1)} as ids`.execute(db);
  const ids = found.rows[0]?.ids ?? [];
  return ids.length > mostOneByOne ? null : ids;
}

function named(rows: ReturnType<typeof peopleQuery>, search: string, ids: readonly string[] | null) {
  if (ids !== null) return rows.where('person.id', '=', sql<string>`any(${ids}::uuid[])`);
  const words = foldForSearch(search).split(' ').filter(Boolean);
  return words.reduce((kept, word) => kept.where('person.foldedName', 'like', likePattern(word)), rows);
}

function peopleQuery({ db, actor, now }: Context, { view, operation }: PeopleQuery) {
  const today = parisDay(now);
  let rows = db
    .selectFrom('person')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('eligibility')
          .select(['verdict', 'fromDay', 'untilDay', 'endedOn'])
          .whereRef('eligibility.personId', '=', 'person.id')
          .orderBy(sql`ended_on is null`, 'desc')
          .orderBy('createdAt', 'desc')
          .limit(1)
          .as('decision'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('employmentContract')
          .leftJoin('organisation', 'organisation.id', 'employmentContract.companyId')
          .select(['employmentContract.id as contractId', 'type', 'state', 'organisation.name as company'])
          .select(sql<Day | null>`coalesce(ended_on, planned_end_on)`.as('endsOn'))
          .whereRef('employmentContract.personId', '=', 'person.id')
          .where('employmentContract.state', '<>', 'removed')
          .orderBy(sql`ended_on is null`, 'desc')
          .orderBy('startsOn', 'desc')
          .limit(1)
          .as('contract'),
      (join) => join.onTrue(),
    )
    .select(['person.id', 'person.familyName', 'person.givenName', 'person.birthDate', 'person.commune'])
    .select(['decision.verdict', 'decision.fromDay', 'decision.untilDay', 'decision.endedOn'])
    .select(['contract.contractId', 'contract.type', 'contract.state', 'contract.endsOn', 'contract.company'])
    .where('person.holderId', '=', organisationOf(actor) ?? '')
    .where(isPresent());
  if (view === 'a-decider') rows = rows.where('decision.verdict', 'is', null);
  if (view === 'sans-contrat') {
    rows = rows.where((where) =>
      where.or([where('contract.state', 'is', null), where('contract.state', '=', 'ended')]),
    );
  }
  if (view === 'au-travail') rows = rows.where('contract.state', 'not in', ['planned', 'ended']);
  if (operation !== '') {
    rows = rows.where(
      sql<boolean>`exists (select from employment_contract c join market m on m.id = c.market_id
        where c.person_id = person.id and m.operation_id = ${operation} and c.state not in ('planned', 'removed'))`,
    );
  }
  if (view === 'bientot') {
    rows = rows
      .where('decision.verdict', '=', 'eligible')
      .where('decision.endedOn', 'is', null)
      .where('decision.untilDay', '>=', today)
      .where('decision.untilDay', '<=', addDays(today, soonDays));
  }
  if (view === 'finies') {
    rows = rows
      .where('decision.verdict', '=', 'eligible')
      .where('decision.endedOn', 'is', null)
      .where('decision.untilDay', '<', today)
      .where('contract.state', 'not in', ['planned', 'ended']);
  }
  return rows;
}

async function placeOfCursor({ db, actor }: Context, cursor: string | undefined): Promise<string | undefined> {
  const place = readCursor(cursor);
  if (place === null) return undefined;
  const row = await db
    .selectFrom('person')
    .select('foldedName')
    .where('id', '=', place.id)
    .where('holderId', '=', organisationOf(actor) ?? '')
    .executeTakeFirst();
  return row && writeCursor({ id: place.id, value: row.foldedName });
}

type Found = Awaited<ReturnType<ReturnType<typeof peopleQuery>['execute']>>[number];

function listed({ verdict, fromDay, untilDay, endedOn, ...row }: Found): ListedPerson {
  const { contractId, type, state, endsOn, company, ...person } = row;
  const known = contractId !== null && type !== null && state !== null;
  return {
    ...person,
    decision: verdict !== null && fromDay !== null ? { verdict, fromDay, untilDay, endedOn } : null,
    contract: known ? { id: contractId, type, state, endsOn, company: company ?? '' } : null,
  };
}
