/** Reports of tripartite meetings: written by the structure, read by the employer, the company and the prescriber. */
import { accountOf, organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import type { ReportPresence } from '#domain/work-evaluation.ts';
import type { Context } from '#http/context.ts';

export interface ReportRow {
  id: string;
  holderId: string;
  personId: string;
  contractId: string;
  heldOn: Day;
  present: ReportPresence[];
  said: string;
  agreed: string;
  nextOn: Day | null;
  version: number;
  author: string | null;
}

function reports({ db }: Context) {
  return db
    .selectFrom('tripartiteReport')
    .leftJoin('account', 'account.id', 'tripartiteReport.accountId')
    .select([
      'tripartiteReport.id',
      'tripartiteReport.holderId',
      'tripartiteReport.personId',
      'tripartiteReport.contractId',
      'heldOn',
      'present',
      'said',
      'agreed',
      'nextOn',
      'tripartiteReport.version',
      'account.name as author',
    ])
    .orderBy('heldOn', 'desc')
    .orderBy('tripartiteReport.id');
}

type Read = Awaited<ReturnType<ReturnType<typeof reports>['execute']>>[number];

export async function listReports(ctx: Context, contract: string): Promise<ReportRow[]> {
  return (await reports(ctx).where('tripartiteReport.contractId', '=', contract).execute()).map(known);
}

export async function listPersonReports(ctx: Context, person: string): Promise<ReportRow[]> {
  return (await reports(ctx).where('tripartiteReport.personId', '=', person).execute()).map(known);
}

export async function findReport(ctx: Context, id: string): Promise<ReportRow | null> {
  const row = await reports(ctx).where('tripartiteReport.id', '=', id).executeTakeFirst();
  return row === undefined ? null : known(row);
}

export async function lockReport(ctx: Context, id: string): Promise<ReportRow | null> {
  const row = await reports(ctx)
    .where('tripartiteReport.id', '=', id)
    .where('tripartiteReport.holderId', '=', organisationOf(ctx.actor) ?? '')
    .forUpdate('tripartiteReport')
    .executeTakeFirst();
  return row === undefined ? null : known(row);
}

/** Checked when it was written. */
function known(row: Read): ReportRow {
  return { ...row, present: row.present as ReportPresence[] };
}

export type ReportFields = Pick<ReportRow, 'heldOn' | 'present' | 'said' | 'agreed' | 'nextOn'>;

export async function insertReport(
  { db, actor, now }: Context,
  report: ReportFields & { holderId: string; personId: string; contractId: string },
): Promise<string> {
  const { id } = await db
    .insertInto('tripartiteReport')
    .values({ ...report, accountId: accountOf(actor), createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateReport({ db }: Context, id: string, fields: ReportFields): Promise<void> {
  await db
    .updateTable('tripartiteReport')
    .set((row) => ({ ...fields, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
