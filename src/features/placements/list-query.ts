/** One page of candidates, the newest move first: those in progress, those that wait for the reader, those that are over. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import type { PlacementState } from '#domain/placement-state.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import { likePattern, unaccented } from '#db/search.ts';
import type { Context } from '#http/context.ts';
import type { PlacementRow } from './queries.ts';
import { placements } from './queries.ts';

export const placementsPerPage = 50;
export const placementViews = ['en-cours', 'a-traiter', 'embauchees', 'terminees'] as const;
export type PlacementView = (typeof placementViews)[number];

export interface PlacementQuery {
  search: string;
  view: PlacementView;
}

export function listPlacements(
  ctx: Context,
  query: PlacementQuery & Omit<KeysetQuery, 'direction'>,
): Promise<KeysetPage<PlacementRow>> {
  return keysetPage(filtered(ctx, query), {
    ...query,
    direction: 'descending',
    by: 'p.stateSince',
    id: 'p.id',
    placeOf: ({ id, stateSince }) => ({ id, value: stateSince.toISOString() }),
    holds: (value) => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/u.test(value),
  });
}

/** States in which the reader's side moves (whose turn: domain, placement-state.ts). */
const teamStates: readonly PlacementState[] = ['suggested', 'silent', 'selected'];
const companyStates: readonly PlacementState[] = ['proposed'];

function filtered(ctx: Context, { search, view }: PlacementQuery) {
  const own = organisationOf(ctx.actor) ?? '';
  let rows = placements(ctx);
  if (search !== '') {
    rows = rows.where((where) =>
      where.or([unaccented('o.title', likePattern(search)), unaccented('company.name', likePattern(search))]),
    );
  }
  if (view === 'embauchees') return rows.where('p.state', '=', 'hired');
  if (view === 'terminees') return rows.where('p.state', 'in', ['rejected', 'withdrawn', 'no-show']);
  if (view === 'en-cours') return rows.where('p.state', 'not in', ['hired', 'rejected', 'withdrawn', 'no-show']);
  const past = sql<boolean>`p.state = 'interview' and interview.starts_at < ${ctx.now}`;
  const undated = sql<boolean>`p.state = 'interview' and interview.starts_at is null`;
  return rows.where((where) =>
    where.or([
      where.and([where('p.holderId', '=', own), where.or([where('p.state', 'in', [...teamStates]), undated])]),
      where.and([where('p.companyId', '=', own), where.or([where('p.state', 'in', [...companyStates]), past])]),
    ]),
  );
}
