/** Draws a page: the view says its title and body, the frame adds the rest. */
import { getCookie } from 'hono/cookie';
import type { Answer } from './answer.ts';
import { refusalAnswer } from './answer.ts';
import type { Context } from './context.ts';
import { cookieName } from './cookies.ts';
import { newFormKey } from './form-key.ts';
import { renderView } from './render.tsx';
import type { DataRoute, Moved, PageRequest, PageRoute, View } from './route.ts';
import type { Asked } from './asked.ts';
import { addressOf } from './visitor-address.ts';

export async function answerPage(asked: Asked, route: PageRoute): Promise<Answer> {
  return drawn(asked, await route.view(pageRequest(asked)));
}

export async function answerData(asked: Asked, route: DataRoute): Promise<Answer> {
  const response = await route.answer(pageRequest(asked));
  const { c, house, identity } = asked;
  return response === null
    ? refusalAnswer({ c, house, identity, because: 'not-found' })
    : { kind: 'response', response };
}

/** null is an object that is not there, or not hers: the same answer for both. */
export async function drawn(
  asked: Asked,
  view: View | Moved | null,
  { status, errors = false }: { status?: number; errors?: boolean } = {},
): Promise<Answer> {
  const { c, house, identity } = asked;
  if (view === null) return refusalAnswer({ c, house, identity, because: 'not-found' });
  if ('to' in view) return { kind: 'moved', ...view };
  const html = await renderView({
    house,
    identity,
    db: asked.db,
    now: asked.now,
    path: c.req.path,
    view,
    errors,
  });
  return { kind: 'html', status: status ?? view.status ?? 200, html };
}

export function pageRequest(asked: Asked, form?: PageRequest['form']): PageRequest {
  const { c, house, identity } = asked;
  const { pathname, search, searchParams } = new URL(c.req.url);
  return {
    ctx: contextOf(asked),
    params: asked.params,
    query: searchParams,
    url: pathname + search,
    form: form ?? { values: {}, errors: [] },
    typed: form !== undefined,
    key: () => newFormKey(house, identity.actor),
  };
}

type ContextParts = Pick<Asked, 'identity' | 'db' | 'now' | 'requestId' | 'house' | 'c' | 'prepared'>;

export function contextOf({ identity, db, now, requestId, house, c, prepared }: ContextParts): Context {
  const step = getCookie(c, cookieName('step', house));
  const userAgent = c.req.header('user-agent');
  return {
    actor: identity.actor,
    db,
    now,
    requestId,
    house,
    from: addressOf(c, house),
    step,
    userAgent,
    prepared,
  };
}
