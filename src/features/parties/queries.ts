/** Reads who takes part in a lot and who facilitates it, for those who look after it. */
import { organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { parisDay } from '#domain/day.ts';
import type { FacilitatorRole } from '#domain/lot-facilitators.ts';
import type { LotParty, PartyRole } from '#domain/lot-parties.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Context } from '#http/context.ts';

export interface ManagedLot {
  lotId: string;
  marketId: string;
  number: number;
  title: string;
  market: string;
  department: string;
}

/** A lot the current organisation looks after; for one that only takes part in it, it is as good as absent. */
export async function findManagedLot({ db, actor }: Context, id: string): Promise<ManagedLot | null> {
  const row = await db
    .selectFrom('lot')
    .innerJoin('market', 'market.id', 'lot.marketId')
    .select(['lot.id as lotId', 'lot.marketId', 'lot.number', 'lot.title'])
    .select(['market.object as market', 'market.departmentCode as department'])
    .where('lot.id', '=', id)
    .where('lot.id', 'in', (from) =>
      from
        .selectFrom('lotAccess')
        .select('lotId')
        .where('organisationId', '=', organisationOf(actor) ?? '')
        .where('capacity', 'in', ['keeper', 'buyer', 'facilitator']),
    )
    .executeTakeFirst();
  return row ?? null;
}

/** Two people adding at once wait for each other: one holder, one lead, parts that make one whole. */
export async function lockLot({ db }: Context, id: string): Promise<void> {
  await db.selectFrom('lot').select('id').where('id', '=', id).forUpdate().execute();
}

export interface PartyRow {
  id: string;
  lotId: string;
  marketId: string;
  organisationId: string;
  organisation: string | null;
  identifier: string | null;
  role: PartyRole;
  underId: string | null;
  actOn: Day | null;
  shareMinutes: Minutes | null;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  answeredAt: Date | null;
  bouncedAt: Date | null;
  delegateName: string;
  delegateEmail: string;
  delegateUntil: Day | null;
  endedOn: Day | null;
  version: number;
}

function parties({ db }: Context) {
  return db
    .selectFrom('lotParty')
    .leftJoin('organisation', 'organisation.id', 'lotParty.organisationId')
    .selectAll('lotParty')
    .select(['organisation.name as organisation', 'organisation.identifier']);
}

export async function listParties(ctx: Context, lot: string): Promise<PartyRow[]> {
  return parties(ctx).where('lotParty.lotId', '=', lot).orderBy('lotParty.createdAt').orderBy('lotParty.id').execute();
}

export async function findParty(ctx: Context, id: string): Promise<PartyRow | null> {
  return (await parties(ctx).where('lotParty.id', '=', id).executeTakeFirst()) ?? null;
}

/** As the rules see it. */
export function asParty(row: PartyRow): LotParty {
  const { id, organisationId, role, underId, actOn, shareMinutes, endedOn } = row;
  return { id, organisation: organisationId, role, under: underId, actOn, shareMinutes, endedOn };
}

export function contactOf(row: PartyRow) {
  const { contactName, contactEmail, contactPhone, answeredAt, bouncedAt } = row;
  return {
    contactName,
    contactEmail,
    contactPhone,
    answeredOn: answeredAt === null ? null : parisDay(answeredAt),
    bouncedOn: bouncedAt === null ? null : parisDay(bouncedAt),
  };
}

export interface AssignmentRow {
  id: string;
  lotId: string;
  organisationId: string;
  organisation: string | null;
  email: string | null;
  phone: string | null;
  accountId: string | null;
  /** Whose name this reader may know. */
  person: string | null;
  role: FacilitatorRole;
  territory: string;
  shareBasisPoints: number;
  fromDay: Day;
  untilDay: Day | null;
  version: number;
}

function assignments({ db }: Context) {
  return db
    .selectFrom('lotAssignment')
    .leftJoin('organisation', 'organisation.id', 'lotAssignment.organisationId')
    .leftJoin('account', 'account.id', 'lotAssignment.accountId')
    .select([
      'lotAssignment.id',
      'lotAssignment.accountId',
      'account.name as person',
      'lotAssignment.lotId',
      'lotAssignment.organisationId',
      'lotAssignment.role',
      'lotAssignment.territory',
      'lotAssignment.shareBasisPoints',
      'lotAssignment.fromDay',
      'lotAssignment.untilDay',
      'lotAssignment.version',
      'organisation.name as organisation',
      'organisation.email',
      'organisation.phone',
    ]);
}

export async function listAssignments(ctx: Context, lot: string): Promise<AssignmentRow[]> {
  return assignments(ctx)
    .where('lotAssignment.lotId', '=', lot)
    .orderBy('lotAssignment.role', 'desc')
    .orderBy('lotAssignment.fromDay')
    .execute();
}

export async function findAssignment(ctx: Context, id: string): Promise<AssignmentRow | null> {
  return (await assignments(ctx).where('lotAssignment.id', '=', id).executeTakeFirst()) ?? null;
}

export function isCurrent({ untilDay }: Pick<AssignmentRow, 'untilDay'>, today: Day): boolean {
  return untilDay === null || untilDay >= today;
}

export interface Colleague {
  id: string;
  name: string;
}

/** Who may follow a lot in the reader's own structure today. */
export async function listColleagues({ db, actor }: Context): Promise<Colleague[]> {
  return db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.accountId')
    .select(['account.id', 'account.name'])
    .where('membership.organisationId', '=', organisationOf(actor) ?? '')
    .where('membership.position', 'in', ['facilitator.admin', 'facilitator.facilitator'])
    .where('membership.suspendedAt', 'is', null)
    .where('account.disabledAt', 'is', null)
    .orderBy('account.name')
    .execute();
}
