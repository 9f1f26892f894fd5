/** What a prescriber reads of her own candidates: what she typed, where it stands, the last news. Never the file. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { ReferralState } from '#domain/referral-state.ts';
import { openReferralStates, referralMachine } from '#domain/referral-state.ts';
import { foldForSearch } from '#domain/text.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import { likePattern } from '#db/search.ts';
import type { Context } from '#http/context.ts';
import type { ReferralRow } from './queries.ts';
import { referralColumns } from './queries.ts';

export const candidatesPerPage = 50;
export const candidateViews = ['en-cours', 'a-vous', 'closes'] as const;
export type CandidateView = (typeof candidateViews)[number];

export interface CandidateQuery {
  view: CandidateView;
  search: string;
}

export interface OwnReferral extends ReferralRow {
  structure: string;
  /** The latest news while the proposal was open. */
  lastWhat: string | null;
  lastReason: string | null;
  lastAt: Date | null;
}

const closedStates = (Object.keys(referralMachine) as ReferralState[]).filter(
  (state) => !openReferralStates.includes(state),
);

export function listCandidates(
  ctx: Context,
  { view, search, ...page }: CandidateQuery & Omit<KeysetQuery, 'direction'>,
): Promise<KeysetPage<OwnReferral>> {
  let rows = withNews(ctx);
  if (view === 'en-cours') rows = rows.where('referral.state', 'in', openReferralStates);
  if (view === 'a-vous') {
    rows = rows
      .where('referral.state', '=', 'eligibility-pending')
      .where(
        sql<boolean>`(referral.proof_said_at is null or (referral.proof_said_at at time zone 'Europe/Paris')::date < referral.since)`,
      );
  }
  if (view === 'closes') rows = rows.where('referral.state', 'in', closedStates);
  for (const word of foldForSearch(search).split(' ').filter(Boolean)) {
    rows = rows.where('referral.foldedName', 'like', likePattern(word));
  }
  return keysetPage(rows, {
    ...page,
    direction: 'descending',
    by: 'referral.createdAt',
    id: 'referral.id',
    placeOf: ({ id, createdAt }) => ({ id, value: createdAt.toISOString() }),
    holds: (value) => !Number.isNaN(Date.parse(value)),
  });
}

export async function findCandidate(ctx: Context, id: string): Promise<OwnReferral | null> {
  return (await withNews(ctx).where('referral.id', '=', id).executeTakeFirst()) ?? null;
}

/** Whoever holds the link of a referent reads her candidates, not those of her colleagues. */
export function listCandidatesOf(ctx: Context, referent: string): Promise<OwnReferral[]> {
  return withNews(ctx)
    .where('referral.referentId', '=', referent)
    .orderBy('referral.createdAt', 'desc')
    .limit(100)
    .execute();
}

function withNews({ db, actor }: Context) {
  return db
    .selectFrom('referral')
    .innerJoin('organisation', 'organisation.id', 'referral.holderId')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('referralFeedback')
          .select(['what as lastWhat', 'reason as lastReason', 'at as lastAt'])
          .whereRef('referralFeedback.personId', '=', 'referral.personId')
          .whereRef('referralFeedback.at', '>=', 'referral.createdAt')
          .where(sql<boolean>`referral_feedback.at <= coalesce(referral.closed_at, 'infinity')`)
          .orderBy('referralFeedback.at', 'desc')
          .orderBy('referralFeedback.id', 'desc')
          .limit(1)
          .as('news'),
      (join) => join.onTrue(),
    )
    .select(referralColumns)
    .select(['organisation.name as structure', 'news.lastWhat', 'news.lastReason', 'news.lastAt'])
    .where('referral.prescriberId', '=', organisationOf(actor) ?? '');
}

export interface News {
  what: string;
  reason: string;
  at: Date;
}

/** Both sides read the same list: from the proposal to its end. */
export async function listNews({ db }: Context, { personId, createdAt, closedAt }: ReferralRow): Promise<News[]> {
  let rows = db
    .selectFrom('referralFeedback')
    .select(['what', 'reason', 'at'])
    .where('personId', '=', personId)
    .where('at', '>=', createdAt);
  if (closedAt !== null) rows = rows.where('at', '<=', closedAt);
  return rows.orderBy('at', 'desc').orderBy('id', 'desc').limit(50).execute();
}

/** Whom to ask at the structure: the one who accepted, else the structure's own telephone. */
export async function findStructureContact(
  { db }: Context,
  structure: string,
): Promise<{ name: string; phone: string; email: string } | null> {
  const row = await db
    .selectFrom('organisation')
    .select(['name', 'phone', 'email'])
    .where('id', '=', structure)
    .executeTakeFirst();
  return row ?? null;
}
