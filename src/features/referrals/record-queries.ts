/** What the structure looks up before noting a proposal on somebody it follows. */
import { organisationOf } from '#domain/actor.ts';
import type { PrescriberKind } from '#domain/prescriber-kinds.ts';
import { openReferralStates } from '#domain/referral-state.ts';
import type { TypedIdentity } from '#db/person.ts';
import type { Day } from '#domain/day.ts';
import { isKnown } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';
import type { DeskReferral } from './desk-queries.ts';
import { referralColumns } from './queries.ts';

export async function findHeldPerson(
  { db, actor }: Context,
  id: string,
): Promise<(TypedIdentity & { id: string; archivedOn: Day | null }) | null> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'archivedOn', 'familyName', 'givenName', 'birthDate', 'commune', 'email', 'phone'])
    .where('id', '=', id)
    .where(isKnown())
    .where('holderId', '=', organisationOf(actor) ?? '')
    .executeTakeFirst();
  return row ?? null;
}

export async function isActivePartner({ db, actor }: Context, prescriber: string): Promise<boolean> {
  const row = await db
    .selectFrom('prescriberPartner')
    .select('id')
    .where('holderId', '=', organisationOf(actor) ?? '')
    .where('prescriberId', '=', prescriber)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function hasOpenOf(
  { db, actor }: Context,
  { person, prescriber }: { person: string; prescriber: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('referral')
    .select('id')
    .where('holderId', '=', organisationOf(actor) ?? '')
    .where('personId', '=', person)
    .where('prescriberId', '=', prescriber)
    .where('state', 'in', openReferralStates)
    .executeTakeFirst();
  return row !== undefined;
}

export async function findReferentByMail(
  { db }: Context,
  { prescriberId, email }: { prescriberId: string; email: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('referent')
    .select('id')
    .where('prescriberId', '=', prescriberId)
    .where('email', '=', email)
    .where('endedAt', 'is', null)
    .orderBy('accountId')
    .executeTakeFirst();
  return row?.id ?? null;
}

export function listPartners({ db, actor }: Context): Promise<{ id: string; name: string; kind: PrescriberKind }[]> {
  return db
    .selectFrom('prescriberPartner')
    .innerJoin('organisation', 'organisation.id', 'prescriberPartner.prescriberId')
    .select(['organisation.id', 'organisation.name', 'prescriberPartner.kind'])
    .where('prescriberPartner.holderId', '=', organisationOf(actor) ?? '')
    .where('prescriberPartner.endedAt', 'is', null)
    .orderBy('organisation.name')
    .execute();
}

export function listReferralsOf({ db, actor }: Context, person: string): Promise<DeskReferral[]> {
  return db
    .selectFrom('referral')
    .innerJoin('organisation', 'organisation.id', 'referral.prescriberId')
    .innerJoin('prescriberPartner', (join) =>
      join
        .onRef('prescriberPartner.prescriberId', '=', 'referral.prescriberId')
        .onRef('prescriberPartner.holderId', '=', 'referral.holderId'),
    )
    .select(referralColumns)
    .select(['organisation.name as prescriber', 'prescriberPartner.kind'])
    .where('referral.holderId', '=', organisationOf(actor) ?? '')
    .where('referral.personId', '=', person)
    .orderBy('referral.createdAt', 'desc')
    .limit(50)
    .execute();
}
