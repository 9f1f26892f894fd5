/** One page of exits: to measure, to come, answered, not reached. */
import { sql } from 'kysely';
import { organisationOf } from '#domain/actor.ts';
import { addDays, isDay, parisDay } from '#domain/day.ts';
import type { KeysetPage, KeysetQuery } from '#db/keyset.ts';
import { keysetPage } from '#db/keyset.ts';
import { isPresent } from '#db/person-present.ts';
import type { Context } from '#http/context.ts';
import type { ExitRow } from './queries.ts';
import { exits } from './queries.ts';

export const exitViews = ['a-mesurer', 'a-venir', 'connues', 'non-jointes'] as const;
export type ExitView = (typeof exitViews)[number];

const comingDays = 90;

export function listExits(
  ctx: Context,
  { view, ...place }: { view: ExitView } & Pick<KeysetQuery, 'after' | 'before'>,
): Promise<KeysetPage<ExitRow>> {
  return keysetPage(filtered(ctx, view), {
    ...place,
    direction: view === 'connues' || view === 'non-jointes' ? 'descending' : 'ascending',
    size: 50,
    by: 'x.dueOn',
    id: 'x.id',
    placeOf: ({ id, dueOn }) => ({ id, value: dueOn }),
    holds: isDay,
  });
}

function filtered(ctx: Context, view: ExitView) {
  const today = parisDay(ctx.now);
  const own = ctx.actor.kind === 'member' && ctx.actor.organisationKind === 'facilitator';
  const all = exits(ctx).where(isPresent());
  const rows = own ? all.where('x.holderId', '=', organisationOf(ctx.actor) ?? '') : all;
  switch (view) {
    case 'a-mesurer':
      return rows
        .where('x.state', '=', 'expected')
        .where('x.dueOn', '<=', today)
        .where(
          sql<boolean>`not (x.point = 'contract-end' and exists (select from exit_situation twin
            where twin.contract_id = x.contract_id and twin.point = 'clause-exit' and twin.due_on = x.due_on and twin.state = 'expected'))`,
        );
    case 'a-venir':
      return rows
        .where('x.state', '=', 'expected')
        .where('x.dueOn', '>', today)
        .where('x.dueOn', '<=', addDays(today, comingDays));
    case 'connues':
      return rows.where('x.state', '=', 'answered').where('x.code', '<>', 'not-reached');
    case 'non-jointes':
      return rows.where('x.code', '=', 'not-reached');
  }
}

export interface ResponseCount {
  due: number;
  answered: number;
}

/** Over a year: what was due, and what was answered; who was not reached did not answer. */
export async function countAnswers({ db, actor, now }: Context): Promise<ResponseCount> {
  const today = parisDay(now);
  const found = await sql<ResponseCount>`select count(*) as due,
      count(*) filter (where state = 'answered' and code <> 'not-reached') as answered
    from exit_situation where holder_id = ${organisationOf(actor)} and state <> 'cancelled'
      and due_on between ${addDays(today, -365)}::date and ${today}::date`.execute(db);
  return found.rows[0] ?? { due: 0, answered: 0 };
}
