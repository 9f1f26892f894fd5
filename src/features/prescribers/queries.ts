/** Reads and writes the prescribers a structure works with; a prescriber's other structures are unknown here. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { PrescriberKind } from '#domain/prescriber-kinds.ts';
import { openReferralStates } from '#domain/referral-state.ts';
import type { Context } from '#http/context.ts';

export interface PartnerRow {
  id: string;
  prescriberId: string;
  name: string;
  city: string;
  kind: PrescriberKind;
  endedAt: Date | null;
  version: number;
}

export interface ListedPartner extends PartnerRow {
  open: number;
  all: number;
}

function partners({ db, actor }: Context) {
  return db
    .selectFrom('prescriberPartner')
    .innerJoin('organisation', 'organisation.id', 'prescriberPartner.prescriberId')
    .select([
      'prescriberPartner.id',
      'prescriberPartner.prescriberId',
      'organisation.name',
      'organisation.city',
      'prescriberPartner.kind',
      'prescriberPartner.endedAt',
      'prescriberPartner.version',
    ])
    .where('prescriberPartner.holderId', '=', organisationOf(actor) ?? '');
}

export function listPartners(ctx: Context): Promise<ListedPartner[]> {
  return partners(ctx)
    .select((row) => [
      row
        .selectFrom('referral')
        .select(sql<number>`count(*)::integer`.as('n'))
        .whereRef('referral.prescriberId', '=', 'prescriberPartner.prescriberId')
        .whereRef('referral.holderId', '=', 'prescriberPartner.holderId')
        .where('referral.state', 'in', openReferralStates)
        .$asScalar()
        .$notNull()
        .as('open'),
      row
        .selectFrom('referral')
        .select(sql<number>`count(*)::integer`.as('n'))
        .whereRef('referral.prescriberId', '=', 'prescriberPartner.prescriberId')
        .whereRef('referral.holderId', '=', 'prescriberPartner.holderId')
        .$asScalar()
        .$notNull()
        .as('all'),
    ])
    .orderBy(sql`prescriber_partner.ended_at is not null`)
    .orderBy('organisation.name')
    .execute();
}

export async function findPartner(ctx: Context, id: string): Promise<PartnerRow | null> {
  return (await partners(ctx).where('prescriberPartner.id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockPartner(ctx: Context, id: string): Promise<PartnerRow | null> {
  const row = await partners(ctx)
    .where('prescriberPartner.id', '=', id)
    .forUpdate('prescriberPartner')
    .executeTakeFirst();
  return row ?? null;
}

export async function findPartnerOf(ctx: Context, prescriber: string): Promise<PartnerRow | null> {
  return (await partners(ctx).where('prescriberPartner.prescriberId', '=', prescriber).executeTakeFirst()) ?? null;
}

export async function insertPartner(
  { db, actor, now }: Context,
  { prescriberId, kind }: { prescriberId: string; kind: PrescriberKind },
): Promise<string> {
  const { id } = await db
    .insertInto('prescriberPartner')
    .values({ holderId: organisationOf(actor) ?? '', prescriberId, kind, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updatePartner(
  { db }: Context,
  { id, version, ...fields }: { id: string; version: number; kind?: PrescriberKind; endedAt?: Date | null },
): Promise<void> {
  await db
    .updateTable('prescriberPartner')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export interface ReferentRow {
  id: string;
  name: string;
  email: string;
  phone: string;
  accountId: string | null;
  /** Written down by this structure. */
  own: boolean;
  candidates: number;
}

/** Those who sent somebody here, and those this structure wrote down itself. */
export function listReferents({ db, actor }: Context, prescriber: string): Promise<ReferentRow[]> {
  const own = organisationOf(actor) ?? '';
  return db
    .selectFrom('referent')
    .select(['id', 'name', 'email', 'phone', 'accountId'])
    .select(sql<boolean>`coalesce(added_by = ${own}, false)`.as('own'))
    .select((row) =>
      row
        .selectFrom('referral')
        .select(sql<number>`count(*)::integer`.as('n'))
        .whereRef('referral.referentId', '=', 'referent.id')
        .where('referral.holderId', '=', own)
        .$asScalar()
        .$notNull()
        .as('candidates'),
    )
    .where('prescriberId', '=', prescriber)
    .where('endedAt', 'is', null)
    .orderBy('name')
    .execute();
}
