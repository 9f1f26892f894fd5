/** What a letter to a referent may say: her candidates' initials, read when it leaves. */
import { initialsOf } from '#domain/referral-feedback.ts';
import type { Context } from '#http/context.ts';
import type { ClaimedMail } from './queries.ts';

export interface ReferentRow {
  id: string;
  prescriberId: string;
}

export async function findReferentOf({ db }: Context, id: string | null): Promise<ReferentRow | null> {
  if (id === null) return null;
  const row = await db
    .selectFrom('referent')
    .select(['id', 'prescriberId'])
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Whoever was erased meanwhile is not in it. */
export async function listInitials({ db }: Context, { parameters }: ClaimedMail): Promise<string[]> {
  const { referent, feedback } = parameters;
  const told = Array.isArray(feedback) ? feedback.filter((one) => Number.isSafeInteger(one)) : [];
  if (typeof referent !== 'string' || told.length === 0) return [];
  const rows = await db
    .selectFrom('referralFeedback')
    .innerJoin('referral', 'referral.personId', 'referralFeedback.personId')
    .select(['referral.givenName', 'referral.familyName'])
    .where('referralFeedback.id', 'in', told)
    .where('referral.referentId', '=', referent)
    .orderBy('referral.createdAt')
    .execute();
  return [...new Set(rows.map(initialsOf))];
}
