/** Asks the outside world between the two transactions of a request: who waits there holds no connection and no lock. */
import { inTransaction } from '#db/transaction.ts';
import type { Asked } from './asked.ts';
import { scopeOf } from './context.ts';
import { contextOf } from './page.ts';

/** What the door asks for before its story, given to it as `prepared`. */
export async function prepare(asked: Omit<Asked, 'db' | 'prepared'>): Promise<unknown> {
  const { c, house, route, identity, now } = asked;
  if ((route.kind !== 'page' && route.kind !== 'action') || route.prepare === undefined) return undefined;
  const scope = scopeOf(identity.actor, route.as ?? 'app', now);
  return route.prepare({
    house,
    query: new URL(c.req.url).searchParams,
    input: inputOf(asked),
    read: (work) =>
      inTransaction(house.database, scope, (db) => work(contextOf({ ...asked, db, prepared: undefined }))),
  });
}

function inputOf({ route, body, params }: Pick<Asked, 'route' | 'body' | 'params'>): unknown {
  if (route.kind !== 'action' || body === null) return null;
  const parsed = route.input.safeParse({ ...body, ...params });
  return parsed.success ? parsed.data : null;
}
