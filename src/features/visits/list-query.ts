/** One page of visits, by what one looks for: to do, missed, to come, done, difficult. */
import { organisationOf } from '#domain/actor.ts';
import type { Day } from '#domain/day.ts';
import { addDays, isDay, parisDay } from '#domain/day.ts';
import { foldForSearch } from '#domain/text.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import { likePattern } from '#db/search.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';
import type { VisitRow } from './queries.ts';
import { visits } from './queries.ts';

export const visitsPerPage = 50;
export const visitViews = ['a-faire', 'manquees', 'a-venir', 'faites', 'difficultes', 'annulees'] as const;
export type VisitView = (typeof visitViews)[number];

/** Choice of Guichet: what is near enough to be prepared. */
const nearDays = 14;
const open = ['planned', 'moved'] as const;

export interface VisitQuery {
  search: string;
  view: VisitView;
}

export function listVisits(
  ctx: Context,
  { search, view, ...place }: VisitQuery & Pick<KeysetQuery, 'after' | 'before'>,
): Promise<KeysetPage<VisitRow>> {
  return keysetPage(filtered(ctx, { search, view }), {
    ...place,
    direction: view === 'faites' || view === 'difficultes' ? 'descending' : 'ascending',
    size: visitsPerPage,
    by: 'visit.dueOn',
    id: 'visit.id',
    placeOf: ({ id, dueOn }) => ({ id, value: dueOn }),
    holds: isDay,
  });
}

function filtered(ctx: Context, { search, view }: VisitQuery) {
  const today: Day = parisDay(ctx.now);
  let rows = visits(ctx);
  if (ctx.actor.kind === 'member' && ctx.actor.organisationKind === 'facilitator') {
    rows = rows.where('visit.holderId', '=', organisationOf(ctx.actor) ?? '');
  }
  rows = rows.where(isPresent());
  for (const word of foldForSearch(search).split(' ').filter(Boolean)) {
    rows = rows.where((row) =>
      row(row.fn.coalesce('person.foldedName', 'followed.foldedName'), 'like', likePattern(word)),
    );
  }
  switch (view) {
    case 'a-faire':
      return rows.where('visit.state', 'in', open).where('visit.dueOn', '<=', addDays(today, nearDays));
    case 'manquees':
      return rows.where('visit.state', 'in', open).where('visit.dueOn', '<', today);
    case 'a-venir':
      return rows.where('visit.state', 'in', open).where('visit.dueOn', '>=', today);
    case 'faites':
      return rows.where('visit.state', 'in', ['done', 'absent']);
    case 'difficultes':
      return rows.where('visit.state', '=', 'done').where('visit.signal', 'in', ['difficulty', 'watch']);
    case 'annulees':
      return rows.where('visit.state', '=', 'cancelled');
  }
}
