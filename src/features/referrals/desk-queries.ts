/** What a structure reads of the proposals it receives: the list, one of them, and what it may take back. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { isDay } from '#domain/day.ts';
import type { PrescriberKind } from '#domain/prescriber-kinds.ts';
import type { ReferralState } from '#domain/referral-state.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import { likePattern } from '#db/search.ts';
import { foldForSearch } from '#domain/text.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';
import type { ReferralRow } from './queries.ts';
import { referralColumns } from './queries.ts';

export const referralsPerPage = 50;
export const deskViews = ['a-repondre', 'a-rencontrer', 'eligibilite', 'vivier', 'closes'] as const;
export type DeskView = (typeof deskViews)[number];

export interface DeskQuery {
  view: DeskView;
  search: string;
}

const statesOf: Record<DeskView, readonly ReferralState[]> = {
  'a-repondre': ['referred'],
  'a-rencontrer': ['referred'],
  eligibilite: ['met', 'eligibility-pending', 'eligible', 'expired'],
  vivier: ['in-pool'],
  closes: ['not-eligible', 'refused', 'hired', 'withdrawn'],
};

export interface DeskReferral extends ReferralRow {
  prescriber: string;
  kind: PrescriberKind;
}

/** The longest waiting first; what is closed, the latest first. */
export function listReferrals(
  ctx: Context,
  { view, search, ...page }: DeskQuery & Omit<KeysetQuery, 'direction'>,
): Promise<KeysetPage<DeskReferral>> {
  let rows = withPrescriber(ctx).where('referral.state', 'in', statesOf[view]);
  if (view === 'a-repondre') rows = rows.where('referral.acceptedAt', 'is', null);
  if (view === 'a-rencontrer') rows = rows.where('referral.acceptedAt', 'is not', null);
  for (const word of foldForSearch(search).split(' ').filter(Boolean)) {
    rows = rows.where('referral.foldedName', 'like', likePattern(word));
  }
  return keysetPage(rows, {
    ...page,
    direction: view === 'closes' ? 'descending' : 'ascending',
    by: 'referral.since',
    id: 'referral.id',
    placeOf: ({ id, since }) => ({ id, value: since }),
    holds: isDay,
  });
}

export async function findDeskReferral(ctx: Context, id: string): Promise<DeskReferral | null> {
  return (await withPrescriber(ctx).where('referral.id', '=', id).executeTakeFirst()) ?? null;
}

function withPrescriber({ db, actor }: Context) {
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
    .where('referral.holderId', '=', organisationOf(actor) ?? '');
}

/** Proposals of the same person that took the same last step. */
export async function listUndoable({ db, actor }: Context, { personId, state }: ReferralRow): Promise<string[]> {
  const rows = await db
    .selectFrom('referral')
    .select('id')
    .where('holderId', '=', organisationOf(actor) ?? '')
    .where('personId', '=', personId)
    .where('state', '=', state)
    .where('beforeStep', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Another proposal of the same person by the same prescriber. */
export async function hasOtherOfPrescriber(
  { db, actor }: Context,
  { id, prescriberId }: Pick<ReferralRow, 'id' | 'prescriberId'>,
): Promise<boolean> {
  const found = await sql<{ there: boolean }>`select exists (
    select from referral o join referral mine on mine.id = ${id}
    where o.id <> mine.id and o.holder_id = ${organisationOf(actor)} and o.prescriber_id = ${prescriberId}
      and (o.person_id = mine.person_id or o.folded_name = mine.folded_name)) as there`.execute(db);
  return found.rows[0]?.there ?? false;
}

export interface ReferentRow {
  name: string;
  email: string;
  phone: string;
}

export async function findReferent({ db }: Context, id: string): Promise<ReferentRow | null> {
  const row = await db
    .selectFrom('referent')
    .select(['name', 'email', 'phone'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** How many others of this structure may be the same person; compared on the page of duplicates. */
export async function countAlike({ db, actor }: Context, person: string): Promise<number> {
  const found = await sql<{
    count: number;
  }>`select count(*) as count from person p join person mine on mine.id = ${person}
    where p.id <> mine.id and p.holder_id = ${organisationOf(actor)} and mine.holder_id = p.holder_id and ${isPresent('p')} and ${isPresent('mine')}
      and ((p.birth_date = mine.birth_date and similarity(p.folded_name, mine.folded_name) >= 0.4) or p.folded_name = mine.folded_name)
      and not exists (select from person_distinct d where (d.one_id, d.other_id) in ((p.id, mine.id), (mine.id, p.id)))`.execute(
    db,
  );
  return found.rows[0]?.count ?? 0;
}
