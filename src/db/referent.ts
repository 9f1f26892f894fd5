/** Writes the people who follow candidates at a prescriber's: those who sign in, and those who are only written to. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaction } from './transaction.ts';

export interface NewReferent {
  prescriberId: string;
  accountId: string | null;
  /** The structure that writes her down; null when she does it herself. */
  addedBy: string | null;
  name: string;
  email: string;
  phone: string;
}

export async function insertReferent(
  { db, now }: { db: Transaction; now: Date },
  referent: NewReferent,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('referent')
    .values({ id, ...referent, createdAt: now })
    .execute();
  return id;
}

export async function updateReferent(
  { db }: { db: Transaction },
  { id, version, ...fields }: { id: string; version: number; name: string; email: string; phone: string },
): Promise<void> {
  await db
    .updateTable('referent')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

type Standing = { id: string; version: number };

/** She follows nobody here any more: no letter, and no link of hers opens. */
export async function endReferent(ctx: { db: Transaction; now: Date }, { id, version }: Standing): Promise<void> {
  await setEnd(ctx, { id, version, endedAt: ctx.now });
  await endReferentLinks(ctx, id);
}

export async function restoreReferent(ctx: { db: Transaction }, { id, version }: Standing): Promise<void> {
  await setEnd(ctx, { id, version, endedAt: null });
}

async function setEnd(
  { db }: { db: Transaction },
  { id, version, endedAt }: Standing & { endedAt: Date | null },
): Promise<void> {
  await db
    .updateTable('referent')
    .set({ endedAt, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export async function endReferentLinks({ db }: { db: Transaction }, id: string): Promise<void> {
  await sql`select end_referent_links(${id})`.execute(db);
}

/** The account that proposes is the referent of whom she proposes; written down the first time. */
export async function referentOfAccount(
  ctx: { db: Transaction; now: Date },
  { prescriber, account, name, email }: { prescriber: string; account: string; name: string; email: string },
): Promise<string> {
  const found = await ctx.db
    .selectFrom('referent')
    .select('id')
    .where('prescriberId', '=', prescriber)
    .where('accountId', '=', account)
    .executeTakeFirst();
  return (
    found?.id ??
    insertReferent(ctx, { prescriberId: prescriber, accountId: account, addedBy: null, name, email, phone: '' })
  );
}
