/** Reads and writes the decisions of one's own organisation that need two people. */
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { ApprovalAction } from '#domain/approval.ts';
import type { Approval } from '#db/schema.ts';
import type { Context } from '#http/context.ts';
import { throughGate } from '#http/through-gate.ts';

export type ApprovalRow = Omit<Selectable<Approval>, 'organisationId'>;

export interface ShownApproval extends ApprovalRow {
  requesterName: string;
  deciderName: string | null;
  /** The member a reset is about. */
  subjectName: string | null;
}

const columns = [
  'approval.id',
  'approval.action',
  'approval.subjectId',
  'approval.reason',
  'approval.requestedBy',
  'approval.requestedAt',
  'approval.expiresAt',
  'approval.decidedBy',
  'approval.decidedAt',
  'approval.decision',
  'approval.version',
] as const;

export type ApprovalView = 'waiting' | 'decided' | 'expired';

const approvalsShown = 200;

export function listApprovals(ctx: Context, view: ApprovalView): Promise<ShownApproval[]> {
  let rows = shownApprovals(ctx).orderBy('approval.requestedAt', 'desc').limit(approvalsShown);
  if (view === 'decided') rows = rows.where('approval.decision', 'is not', null);
  else
    rows = rows
      .where('approval.decision', 'is', null)
      .where('approval.expiresAt', view === 'waiting' ? '>' : '<=', ctx.now);
  return rows.execute();
}

export async function findApproval(ctx: Context, id: string): Promise<ShownApproval | null> {
  return (await shownApprovals(ctx).where('approval.id', '=', id).executeTakeFirst()) ?? null;
}

function shownApprovals({ db, actor }: Context) {
  return db
    .selectFrom('approval')
    .leftJoin('account as requester', 'requester.id', 'approval.requestedBy')
    .leftJoin('account as decider', 'decider.id', 'approval.decidedBy')
    .leftJoin('membership', 'membership.id', 'approval.subjectId')
    .leftJoin('account as subject', 'subject.id', 'membership.accountId')
    .select(columns)
    .select(['decider.name as deciderName', 'subject.name as subjectName'])
    .select(sql<string>`coalesce(requester.name, '')`.as('requesterName'))
    .where('approval.organisationId', '=', organisationOf(actor) ?? '');
}

export async function lockApproval({ db, actor }: Context, id: string): Promise<ApprovalRow | null> {
  const row = await db
    .selectFrom('approval')
    .select(columns)
    .where('approval.id', '=', id)
    .where('approval.organisationId', '=', organisationOf(actor) ?? '')
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function isAsked(
  { db, actor, now }: Context,
  { action, subjectId }: { action: ApprovalAction; subjectId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('approval')
    .select('id')
    .where('organisationId', '=', organisationOf(actor) ?? '')
    .where('action', '=', action)
    .where('subjectId', '=', subjectId)
    .where('decision', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertApproval(
  { db, now }: Context,
  approval: {
    organisationId: string;
    action: ApprovalAction;
    subjectId: string;
    reason: string;
    requestedBy: string;
    expiresAt: Date;
  },
): Promise<string> {
  const row = await db
    .insertInto('approval')
    .values({ ...approval, requestedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function settleApproval(
  { db }: Context,
  {
    id,
    ...settled
  }: {
    id: string;
    decision: 'approved' | 'refused' | 'withdrawn';
    decidedBy: string | null;
    decidedAt: Date;
  },
): Promise<void> {
  await db
    .updateTable('approval')
    .set((row) => ({ ...settled, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export interface Subject {
  membership: string;
  account: string;
  name: string;
  email: string;
}

export async function findSubject({ db, actor }: Context, membership: string): Promise<Subject | null> {
  const row = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.accountId')
    .select(['membership.id as membership', 'account.id as account', 'account.name', 'account.email'])
    .where('membership.id', '=', membership)
    .where('membership.organisationId', '=', organisationOf(actor) ?? '')
    .executeTakeFirst();
  return row ?? null;
}

export async function findOpenAccount({ db }: Context, id: string): Promise<{ email: string } | null> {
  const row = await db
    .selectFrom('account')
    .select('email')
    .where('id', '=', id)
    .where('disabledAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Whom to write to when nobody else in the organisation can decide. */
export function findOperators(ctx: Context): Promise<{ name: string; email: string }[]> {
  return throughGate(ctx, () =>
    ctx.db
      .selectFrom('organisation')
      .select(['name', 'email'])
      .where('kind', '=', 'operator')
      .where('closedAt', 'is', null)
      .orderBy('createdAt')
      .limit(3)
      .execute(),
  );
}
