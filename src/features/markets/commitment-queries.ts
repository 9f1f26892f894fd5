/** Reads and writes what a lot owes, version by version, and the hours already validated there. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { accountOf } from '#domain/actor.ts';
import type { Commitment, CommitmentKind } from '#domain/commitment.ts';
import type { CommitmentState } from '#domain/commitment-state.ts';
import type { Day } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Context } from '#http/context.ts';
import type { KeptVersion } from '#db/commitment-rows.ts';
import { columnsOf, readVersion } from '#db/commitment-rows.ts';

export interface CommitmentRow {
  id: string;
  lotId: string;
  marketId: string;
  kind: CommitmentKind;
  state: CommitmentState;
  joint: boolean;
  waiverReason: string;
  waiverNote: string;
  qualitative: string;
  version: number;
  versions: KeptVersion[];
}

export async function listCommitments(ctx: Context, lotId: string): Promise<CommitmentRow[]> {
  const rows = await commitments(ctx).where('lotId', '=', lotId).orderBy('createdAt').orderBy('id').execute();
  return Promise.all(rows.map((row) => withVersions(ctx, row)));
}

export async function lockCommitment(
  ctx: Context,
  { id, lotId }: { id: string; lotId: string },
): Promise<CommitmentRow | null> {
  const row = await commitments(ctx).where('id', '=', id).where('lotId', '=', lotId).forUpdate().executeTakeFirst();
  return row === undefined ? null : withVersions(ctx, row);
}

export async function insertCommitment(
  { db, now }: Context,
  {
    commitment,
    waiverNote,
    ...place
  }: {
    lotId: string;
    marketId: string;
    state: CommitmentState;
    joint: boolean;
    commitment: Commitment;
    waiverNote: string;
  },
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('commitment')
    .values({
      id,
      ...place,
      kind: commitment.kind,
      waiverReason: commitment.kind === 'none' ? commitment.reason : '',
      waiverNote: commitment.kind === 'none' ? waiverNote : '',
      qualitative: commitment.kind === 'qualitative' ? commitment.expected : '',
      createdAt: now,
    })
    .execute();
  return id;
}

export async function insertVersion(
  { db, now, actor }: Context,
  { commitmentId, marketId, version }: { commitmentId: string; marketId: string; version: KeptVersion },
): Promise<void> {
  await db
    .insertInto('commitmentVersion')
    .values({
      commitmentId,
      marketId,
      number: version.number,
      fromDay: version.effectiveOn,
      signedOn: version.signedOn,
      reason: version.reason,
      endsOn: version.endsOn,
      ...columnsOf(version.commitment),
      createdBy: accountOf(actor),
      createdAt: now,
    })
    .execute();
}

export async function signVersion(
  { db }: Context,
  { commitmentId, number, signedOn }: { commitmentId: string; number: number; signedOn: Day },
): Promise<void> {
  await db
    .updateTable('commitmentVersion')
    .set({ signedOn })
    .where('commitmentId', '=', commitmentId)
    .where('number', '=', number)
    .execute();
}

export async function takeBackVersion(
  { db }: Context,
  { commitmentId, number }: { commitmentId: string; number: number },
): Promise<void> {
  await db
    .deleteFrom('commitmentVersion')
    .where('commitmentId', '=', commitmentId)
    .where('number', '=', number)
    .execute();
}

/** A step also dates the state: whose turn it is says since when. */
export async function updateCommitment(
  { db, now }: Context,
  {
    id,
    version,
    ...fields
  }: { id: string; version: number } & Partial<
    Pick<CommitmentRow, 'state' | 'joint' | 'qualitative' | 'waiverReason' | 'waiverNote' | 'kind'>
  >,
): Promise<void> {
  await db
    .updateTable('commitment')
    .set({ ...fields, ...(fields.state !== undefined && { stateSince: now }), version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/** Hours validated on the lot: totals folded so far, and what was not folded yet. */
export async function validatedMinutes({ db }: Context, lotId: string): Promise<Minutes> {
  const found = await sql<{ minutes: string }>`
    select coalesce(sum(counted_minutes), 0)::text as minutes from (
      select counted_minutes from hours_total where lot_id = ${lotId}
      union all select counted_minutes from hours_delta where lot_id = ${lotId}) as counted`.execute(db);
  return Number(found.rows[0]?.minutes ?? 0);
}

/** Hours owed for what is invoiced so far; the amount itself is not read. */
export async function minutesInvoiced(
  { db }: Context,
  { lotId, owed, full }: { lotId: string; owed: Extract<Commitment, { kind: 'variable' }>; full: boolean },
): Promise<Minutes> {
  const { centsPerHour, thresholdCents } = owed;
  const found = await sql<{ minutes: number }>`
    select lot_minutes_invoiced(${lotId}, ${centsPerHour}::bigint, ${thresholdCents}::bigint, ${full}) as minutes`.execute(
    db,
  );
  return found.rows[0]?.minutes ?? 0;
}

/** Hours worked by everybody on the lot, as far as they are known. */
export async function workedMinutes({ db }: Context, lotId: string): Promise<Minutes> {
  const found = await sql<{ minutes: number }>`select lot_worked_minutes(${lotId}) as minutes`.execute(db);
  return found.rows[0]?.minutes ?? 0;
}

function commitments({ db }: Context) {
  return db
    .selectFrom('commitment')
    .select([
      'id',
      'lotId',
      'marketId',
      'kind',
      'state',
      'joint',
      'waiverReason',
      'waiverNote',
      'qualitative',
      'version',
    ]);
}

async function withVersions({ db }: Context, row: Omit<CommitmentRow, 'versions'>): Promise<CommitmentRow> {
  const versions = await db
    .selectFrom('commitmentVersion')
    .select([
      'number',
      'fromDay',
      'signedOn',
      'minutes',
      'hourPerCents',
      'thresholdCents',
      'shareBasisPoints',
      'endsOn',
      'reason',
    ])
    .where('commitmentId', '=', row.id)
    .orderBy('number')
    .execute();
  return { ...row, versions: versions.map((version) => readVersion(row, version)) };
}
