/** Reads and writes proposals: a prescriber her own, a structure those it receives; row security keeps to them. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import { matchIdentity, nameKey } from '#domain/identity-match.ts';
import type { PersonIdentity } from '#domain/lookalike.ts';
import { openReferralStates } from '#domain/referral-state.ts';
import type { ReferralState } from '#domain/referral-state.ts';
import { foldedName } from '#db/person.ts';
import type { Context } from '#http/context.ts';
import type { ProposedLine } from './input.ts';

export interface ReferralRow extends PersonIdentity {
  id: string;
  personId: string;
  holderId: string;
  prescriberId: string;
  referentId: string;
  commune: string;
  email: string;
  phone: string;
  claims: string[];
  wishCode: string;
  availableFrom: Day | null;
  informedOn: Day;
  source: string;
  state: ReferralState;
  since: Day;
  reason: string;
  acceptedAt: Date | null;
  meetOn: Day | null;
  closedAt: Date | null;
  /** What the prescriber said was handed or renewed; '' for nothing yet. */
  proofKind: string;
  proofDatedOn: Day | null;
  proofSaidAt: Date | null;
  beforeStep: unknown;
  version: number;
  createdAt: Date;
}

export const referralColumns = [
  'referral.id',
  'referral.personId',
  'referral.holderId',
  'referral.prescriberId',
  'referral.referentId',
  'referral.familyName',
  'referral.givenName',
  'referral.birthDate',
  'referral.commune',
  'referral.email',
  'referral.phone',
  'referral.claims',
  'referral.wishCode',
  'referral.availableFrom',
  'referral.informedOn',
  'referral.source',
  'referral.state',
  'referral.since',
  'referral.reason',
  'referral.acceptedAt',
  'referral.meetOn',
  'referral.closedAt',
  'referral.proofKind',
  'referral.proofDatedOn',
  'referral.proofSaidAt',
  'referral.beforeStep',
  'referral.version',
  'referral.createdAt',
] as const;

export type ReferralSide = 'prescriberId' | 'holderId';

export async function findReferral(
  { db, actor }: Context,
  { id, side }: { id: string; side: ReferralSide },
): Promise<ReferralRow | null> {
  const row = await db
    .selectFrom('referral')
    .select(referralColumns)
    .where('id', '=', id)
    .where(side, '=', organisationOf(actor) ?? '')
    .executeTakeFirst();
  return row ?? null;
}

export async function lockReferral(
  { db, actor }: Context,
  { id, side }: { id: string; side: ReferralSide },
): Promise<ReferralRow | null> {
  const row = await db
    .selectFrom('referral')
    .select(referralColumns)
    .where('id', '=', id)
    .where(side, '=', organisationOf(actor) ?? '')
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** The actor's own open proposals of this person to this structure: another prescriber's are nobody's business. */
export async function findOwnOpen(
  { db, actor }: Context,
  { identity, holderId }: { identity: PersonIdentity; holderId: string },
): Promise<ReferralRow | null> {
  const rows = await db
    .selectFrom('referral')
    .select(referralColumns)
    .where('prescriberId', '=', organisationOf(actor) ?? '')
    .where('holderId', '=', holderId)
    .where('state', 'in', openReferralStates)
    .where((where) =>
      where.or([
        where('foldedName', '=', foldedName(identity)),
        ...(identity.birthDate === null ? [] : [where('birthDate', '=', identity.birthDate)]),
      ]),
    )
    .limit(200)
    .execute();
  return rows.find((row) => isSame(identity, row)) ?? null;
}

function isSame(one: PersonIdentity, other: PersonIdentity): boolean {
  if (matchIdentity(one, other) === 'same') return true;
  return one.birthDate === null && other.birthDate === null && nameKey(one) === nameKey(other);
}

export interface NewReferral {
  personId: string;
  holderId: string;
  prescriberId: string;
  referentId: string;
  source: 'form' | 'file' | 'known' | 'facilitator';
  proposed: Omit<ProposedLine, 'claims'> & { claims: readonly string[] };
}

export async function insertReferral(
  { db, actor, now }: Context,
  { proposed, ...referral }: NewReferral,
): Promise<string> {
  const id = randomUUID();
  const { claims, ...rest } = proposed;
  await db
    .insertInto('referral')
    .values({
      id,
      ...referral,
      ...rest,
      claims: [...claims],
      foldedName: foldedName(rest),
      informedOn: parisDay(now),
      since: parisDay(now),
      createdBy: accountOf(actor),
      createdAt: now,
    })
    .execute();
  return id;
}

export async function updateProposed(
  { db }: Context,
  { id, version, proposed }: { id: string; version: number; proposed: ProposedLine },
): Promise<void> {
  await db
    .updateTable('referral')
    .set({ ...proposed, foldedName: foldedName(proposed), version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export async function setAccepted(
  { db, actor, now }: Context,
  { id, meetOn }: { id: string; meetOn: Day | null },
): Promise<void> {
  await sql`update referral set before_step = jsonb_build_object('state', state, 'since', since, 'reason', reason,
      'acceptedAt', accepted_at, 'acceptedBy', accepted_by, 'meetOn', meet_on, 'closedAt', closed_at),
      accepted_at = ${now}, accepted_by = ${accountOf(actor)}, meet_on = ${meetOn}, version = version + 1
    where id = ${id}`.execute(db);
}

/** What the last step replaced comes back, once. */
export async function restoreStep({ db }: Context, ids: readonly string[]): Promise<void> {
  await sql`update referral set state = before_step ->> 'state', since = (before_step ->> 'since')::date,
      reason = before_step ->> 'reason', accepted_at = (before_step ->> 'acceptedAt')::timestamptz,
      accepted_by = (before_step ->> 'acceptedBy')::uuid, meet_on = (before_step ->> 'meetOn')::date,
      closed_at = (before_step ->> 'closedAt')::timestamptz, before_step = null, version = version + 1
    where id = any(${[...ids]}::uuid[]) and before_step is not null`.execute(db);
}

/** By its prescriber: the structure's own steps keep what they were. */
export async function setWithdrawn(
  { db, now }: Context,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  await sql`update referral set before_step = jsonb_build_object('state', state, 'since', since, 'reason', reason,
      'acceptedAt', accepted_at, 'acceptedBy', accepted_by, 'meetOn', meet_on, 'closedAt', closed_at),
      state = 'withdrawn', since = ${parisDay(now)}, reason = ${reason}, closed_at = ${now}, version = version + 1
    where id = ${id}`.execute(db);
}
