/** Reads the person whose eligibility is decided, her contracts, and the decisions taken; writes these decisions. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { ContractType } from '#domain/contract-types.ts';
import type { Day } from '#domain/day.ts';
import type { EligibilityDecision } from '#domain/eligibility-standing.ts';
import { isKnown, isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';

export interface FollowedPerson {
  id: string;
  familyName: string;
  givenName: string;
  birthDate: Day | null;
  archivedOn: Day | null;
  /** The prescriber that proposed her, when one did. */
  prescriberId: string | null;
  prescriber: string | null;
}

function person({ db, actor }: Context, id: string) {
  return db
    .selectFrom('person')
    .leftJoin('organisation as prescriber', (join) =>
      join.onRef('prescriber.id', '=', 'person.proposedBy').on('prescriber.kind', '=', 'prescriber'),
    )
    .select(['person.id', 'person.familyName', 'person.givenName', 'person.birthDate', 'person.archivedOn'])
    .select(['prescriber.id as prescriberId', 'prescriber.name as prescriber'])
    .where('person.id', '=', id)
    .where('person.holderId', '=', organisationOf(actor) ?? '')
    .where(isKnown());
}

/** Only one's own: a person of another structure is as good as absent. */
export async function findPerson(ctx: Context, id: string): Promise<FollowedPerson | null> {
  return (await person(ctx, id).executeTakeFirst()) ?? null;
}

export async function lockPerson(ctx: Context, id: string): Promise<FollowedPerson | null> {
  return (await person(ctx, id).where(isPresent()).forUpdate('person').executeTakeFirst()) ?? null;
}

export interface StandingContract {
  id: string;
  lotId: string;
  marketId: string;
  market: string | null;
  type: ContractType;
  startsOn: Day;
  endsOn: Day | null;
  marketEnd: Day | null;
}

/** The latest first. */
export function listContracts({ db, actor }: Context, personId: string): Promise<StandingContract[]> {
  return db
    .selectFrom('employmentContract as c')
    .leftJoin('lot', 'lot.id', 'c.lotId')
    .leftJoin('market', 'market.id', 'c.marketId')
    .select(['c.id', 'c.lotId', 'c.marketId', 'market.object as market', 'c.type', 'c.startsOn'])
    .select(sql<Day | null>`coalesce(c.ended_on, c.planned_end_on)`.as('endsOn'))
    .select(sql<Day | null>`coalesce(lot.ends_on, market.ends_on)`.as('marketEnd'))
    .where('c.personId', '=', personId)
    .where('c.holderId', '=', organisationOf(actor) ?? '')
    .where('c.state', '<>', 'removed')
    .orderBy('c.startsOn', 'desc')
    .orderBy('c.id')
    .execute();
}

export interface DecisionRow extends EligibilityDecision {
  id: string;
  ruleVersion: string;
  decidedOn: Day;
  decidedBy: string | null;
  createdAt: Date;
}

/** Newest first; the first without an end is the one in force. */
export function listDecisions({ db }: Context, personId: string): Promise<DecisionRow[]> {
  return (
    db
      .selectFrom('eligibility')
      .leftJoin('account', 'account.id', 'eligibility.decidedBy')
      .select(['eligibility.id', 'eligibility.verdict', 'eligibility.fromDay', 'eligibility.untilDay'])
      .select(['eligibility.endedOn', 'eligibility.ruleVersion', 'eligibility.decidedOn', 'eligibility.createdAt'])
      .select('account.name as decidedBy')
      .where('eligibility.personId', '=', personId)
      .orderBy('eligibility.createdAt', 'desc')
      // Two of the same instant: the one in force came last.
      .orderBy(sql`eligibility.ended_on is null`, 'desc')
      .orderBy('eligibility.id')
      .execute()
  );
}

export interface NewDecision {
  personId: string;
  holderId: string;
  verdict: 'eligible' | 'not-eligible';
  fromDay: Day;
  untilDay: Day | null;
  ruleCode: string;
  ruleVersion: string;
  decidedOn: Day;
  decidedBy: string | null;
}

export async function insertDecision({ db, now }: Context, decision: NewDecision): Promise<string> {
  const { id } = await db
    .insertInto('eligibility')
    .values({ ...decision, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function setEnd({ db }: Context, { id, endedOn }: { id: string; endedOn: Day | null }): Promise<void> {
  await db.updateTable('eligibility').set({ endedOn }).where('id', '=', id).execute();
}

/** Its reasons, its proofs and their documents go with it. */
export async function deleteDecision({ db }: Context, id: string): Promise<boolean> {
  const gone = await db.deleteFrom('eligibility').where('id', '=', id).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** Were hours of this person validated since? Then they may rest on the decision. */
export async function countedSince(
  { db }: Context,
  { personId, since }: { personId: string; since: Date },
): Promise<boolean> {
  const found = await db
    .selectFrom('hourEntry')
    .innerJoin('declaration', 'declaration.id', 'hourEntry.declarationId')
    .select('hourEntry.id')
    .where('hourEntry.personId', '=', personId)
    .where('hourEntry.countedMinutes', '>', 0)
    .where('declaration.reviewedAt', '>=', since)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
