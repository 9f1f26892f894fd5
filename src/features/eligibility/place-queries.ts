/** Reads and writes where a person lives, her level of training and her numbers. */
import type { Day } from '#domain/day.ts';
import type { NumberKind } from '#domain/personal-numbers.ts';
import type { TrainingLevel } from '#domain/training-level.ts';
import type { Context } from '#http/context.ts';

export interface ResidenceRow {
  label: string;
  postcode: string;
  commune: string;
  communeCode: string;
  longitude: number;
  latitude: number;
  precise: boolean;
  source: string;
  checkedAt: Date;
  version: number;
}

export async function findResidence({ db }: Context, personId: string): Promise<ResidenceRow | null> {
  const found = await db
    .selectFrom('personResidence')
    .select(['label', 'postcode', 'commune', 'communeCode', 'longitude', 'latitude', 'precise', 'source', 'checkedAt'])
    .select('version')
    .where('personId', '=', personId)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return found ?? null;
}

export async function keepResidence(
  { db }: Context,
  { personId, holderId, ...home }: Omit<ResidenceRow, 'version'> & { personId: string; holderId: string },
): Promise<void> {
  await db
    .insertInto('personResidence')
    .values({ personId, holderId, ...home })
    .onConflict((known) =>
      known
        .column('personId')
        .doUpdateSet((row) => ({ ...home, removedAt: null, version: row('personResidence.version', '+', 1) })),
    )
    .execute();
}

/** false: there was nothing to take out, or to put back. */
export async function setResidenceRemoved({ db }: Context, personId: string, removedAt: Date | null): Promise<boolean> {
  const turned = await db
    .updateTable('personResidence')
    .set({ removedAt })
    .where('personId', '=', personId)
    .where('removedAt', removedAt === null ? 'is not' : 'is', null)
    .returning('personId')
    .executeTakeFirst();
  return turned !== undefined;
}

export interface ProfileRow {
  training: TrainingLevel | null;
  unemploymentBracket: string | null;
  examinedOn: Day;
}

export async function findProfile({ db }: Context, personId: string): Promise<ProfileRow | null> {
  const found = await db
    .selectFrom('personProfile')
    .select(['trainingScale', 'trainingValue', 'unemploymentBracket', 'examinedOn'])
    .where('personId', '=', personId)
    .executeTakeFirst();
  if (found === undefined) return null;
  const { trainingScale: scale, trainingValue: value, ...rest } = found;
  return { ...rest, training: scale === null || value === null ? null : { scale, value } };
}

/** What is not told stays as it was. */
export async function keepProfile(
  { db }: Context,
  kept: {
    personId: string;
    holderId: string;
    training?: TrainingLevel | null;
    bracket?: '01' | '02' | '03' | '04' | null;
    examinedOn: Day;
  },
): Promise<void> {
  const { personId, holderId, training = null, bracket = null, examinedOn } = kept;
  const facts = {
    ...(training !== null && { trainingScale: training.scale, trainingValue: training.value }),
    ...(bracket !== null && { unemploymentBracket: bracket }),
    examinedOn,
  };
  await db
    .insertInto('personProfile')
    .values({ personId, holderId, ...facts })
    .onConflict((known) => known.column('personId').doUpdateSet(facts))
    .execute();
}

export interface NumberRow {
  id: string;
  kind: NumberKind;
  value: string;
  createdAt: Date;
}

export function listNumbers({ db }: Context, personId: string): Promise<NumberRow[]> {
  return db
    .selectFrom('personNumber')
    .select(['id', 'kind', 'value', 'createdAt'])
    .where('personId', '=', personId)
    .where('removedAt', 'is', null)
    .orderBy('kind')
    .execute();
}

export async function removeNumber(
  { db, now }: Context,
  { personId, kind }: { personId: string; kind: NumberKind },
): Promise<void> {
  await db
    .updateTable('personNumber')
    .set({ removedAt: now })
    .where('personId', '=', personId)
    .where('kind', '=', kind)
    .where('removedAt', 'is', null)
    .execute();
}

/** The latest taken out of its kind, unless another took its place. */
export async function putBackNumber(
  { db }: Context,
  { personId, kind }: { personId: string; kind: NumberKind },
): Promise<boolean> {
  const standing = await db
    .selectFrom('personNumber')
    .select('id')
    .where('personId', '=', personId)
    .where('kind', '=', kind)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  if (standing !== undefined) return false;
  const put = await db
    .updateTable('personNumber')
    .set({ removedAt: null })
    .where('id', '=', (from) =>
      from
        .selectFrom('personNumber')
        .select('id')
        .where('personId', '=', personId)
        .where('kind', '=', kind)
        .orderBy('removedAt', 'desc')
        .limit(1),
    )
    .returning('id')
    .executeTakeFirst();
  return put !== undefined;
}

export async function insertNumber(
  { db, now }: Context,
  number: { personId: string; holderId: string; kind: NumberKind; value: string; createdBy: string | null },
): Promise<void> {
  await db
    .insertInto('personNumber')
    .values({ ...number, createdAt: now })
    .execute();
}
