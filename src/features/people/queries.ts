/** Reads and writes the people a structure follows; reads the decisions on their eligibility. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { EligibilityDecision } from '#domain/eligibility-standing.ts';
import type { PersonIdentity } from '#domain/lookalike.ts';
import { likeness } from '#domain/lookalike.ts';
import { foldedName } from '#db/person.ts';
import { isKnown, isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';
import type { EditPersonInput } from './input.ts';

export interface PersonRow extends PersonIdentity {
  id: string;
  commune: string;
  email: string;
  phone: string;
  version: number;
  createdAt: Date;
  proposedBy: string | null;
  /** Put aside on this day: read only. */
  archivedOn: Day | null;
}

const columns = [
  'person.id',
  'person.familyName',
  'person.givenName',
  'person.birthDate',
  'person.commune',
  'person.email',
  'person.phone',
  'person.version',
  'person.createdAt',
  'person.proposedBy',
  'person.archivedOn',
] as const;

/** Only one's own: a person of another structure is as good as absent. */
export async function findPerson({ db, actor }: Context, id: string): Promise<PersonRow | null> {
  const row = await db
    .selectFrom('person')
    .select(columns)
    .where('person.id', '=', id)
    .where('person.holderId', '=', organisationOf(actor) ?? '')
    .where(isKnown())
    .executeTakeFirst();
  return row ?? null;
}

export async function lockPerson({ db, actor }: Context, id: string): Promise<PersonRow | null> {
  const row = await db
    .selectFrom('person')
    .select(columns)
    .where('person.id', '=', id)
    .where('person.holderId', '=', organisationOf(actor) ?? '')
    .where(isPresent())
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function updatePerson({ db }: Context, { id, version, ...fields }: EditPersonInput): Promise<void> {
  await db
    .updateTable('person')
    .set({ ...fields, foldedName: foldedName(fields), version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/** Taken away, and still to be put back. */
export async function findRemovedPerson({ db, actor }: Context, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .where('holderId', '=', organisationOf(actor) ?? '')
    .where('removedAt', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function setRemoved({ db }: Context, id: string, removedAt: Date | null): Promise<void> {
  await db.updateTable('person').set({ removedAt }).where('id', '=', id).execute();
}

export type Lookalike = PersonRow & { likeness: 'same' | 'close' };

const lookalikesShown = 5;

/** Those of one's own structure who may be this person; the database narrows, the rule decides. */
export async function findLookalikes(
  { db, actor }: Context,
  identity: PersonIdentity & { except?: string },
): Promise<Lookalike[]> {
  const folded = foldedName(identity);
  let near = db
    .selectFrom('person')
    .select(columns)
    .where('person.holderId', '=', organisationOf(actor) ?? '')
    .where(isPresent())
    .where((where) =>
      where.or([
        sql<boolean>`similarity(person.folded_name, ${folded}) >= 0.4`,
        ...(identity.birthDate === null ? [] : [where('person.birthDate', '=', identity.birthDate)]),
      ]),
    );
  if (identity.except !== undefined) near = near.where('person.id', '<>', identity.except);
  const rows = await near
    .orderBy(sql`similarity(person.folded_name, ${folded})`, 'desc')
    .limit(50)
    .execute();
  return rows
    .flatMap((row) => {
      const alike = likeness(identity, row);
      return alike === null ? [] : [{ ...row, likeness: alike }];
    })
    .slice(0, lookalikesShown);
}

export interface DecisionRow extends EligibilityDecision {
  id: string;
  ruleCode: string;
  ruleVersion: string;
  decidedOn: Day;
  decidedBy: string | null;
}

/** Newest first; the first without an end is the one in force. */
export function listDecisions({ db }: Context, person: string): Promise<DecisionRow[]> {
  return db
    .selectFrom('eligibility')
    .leftJoin('account', 'account.id', 'eligibility.decidedBy')
    .select([
      'eligibility.id',
      'eligibility.verdict',
      'eligibility.fromDay',
      'eligibility.untilDay',
      'eligibility.endedOn',
      'eligibility.ruleCode',
      'eligibility.ruleVersion',
      'eligibility.decidedOn',
      'account.name as decidedBy',
    ])
    .where('eligibility.personId', '=', person)
    .orderBy('eligibility.createdAt', 'desc')
    .orderBy('eligibility.id')
    .execute();
}

export function currentDecision<Row extends { endedOn: Day | null }>(decisions: readonly Row[]): Row | null {
  return decisions.find(({ endedOn }) => endedOn === null) ?? decisions[0] ?? null;
}
