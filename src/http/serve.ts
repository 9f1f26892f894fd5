/** The one guard: who asks, may she, was it said before, then the story; one transaction, one answer. */
import type { Context as HonoContext } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Denial } from '#domain/access.ts';
import { may, permissions } from '#domain/access.ts';
import type { Rule } from '#domain/access.ts';
import { actorName, anonymous } from '#domain/actor.ts';
import { mustEnrolSecondFactor } from '#domain/session-policy.ts';
import { enter, inTransaction } from '#db/transaction.ts';
import type { Transaction } from '#db/transaction.ts';
import { answerAction } from './action.ts';
import type { Asked } from './asked.ts';
import type { Answer } from './answer.ts';
import { problemAnswer, refusalAnswer, withQuota } from './answer.ts';
import { scopeOf } from './context.ts';
import { cookieName } from './cookies.ts';
import { answerEndpoint } from './endpoint.ts';
import { readForm } from './form-body.ts';
import type { House } from './house.ts';
import { answerData, answerPage } from './page.ts';
import { identifyPartner } from './partner.ts';
import type { Route } from './route.ts';
import type { Identity } from './session.ts';
import { identify, nobody } from './session.ts';
import { isCrossSite, unreadableAddress } from './suspicion.ts';
import { tally } from './throttle.ts';
import { addressOf } from './visitor-address.ts';

export async function serve(c: HonoContext, house: House, route: Route): Promise<Answer> {
  const now = house.clock.now();
  const requestId: string = c.get('requestId');
  const params = c.req.param() as Record<string, string>;
  if (unreadableAddress(c.req.url, params)) return refusalAnswer({ c, house, because: 'not-found' });
  if (route.kind === 'action' && isCrossSite(c, house)) {
    return refusalAnswer({ c, house, because: 'cross-site' });
  }
  const body = route.kind === 'action' ? await readForm(c) : null;
  const stranger = scopeOf(anonymous, 'gate', now);
  return inTransaction(house.database, stranger, async (db) => {
    const identity = await whoAsks(c, { house, route, db, now });
    const asked: Asked = { c, house, route, identity, db, now, requestId, params, body };
    const denied = await deny(asked);
    if (denied !== null) return denied;
    if (route.throttle === undefined) return answered(asked);
    const { throttle } = route;
    const { wait, quota } = await tally(db, { throttle, holder: holderOf(asked), now });
    const answer =
      wait > 0
        ? await refusalAnswer({ c, house, identity, because: 'too-many-tries-wait', wait })
        : await answered(asked);
    return quota === null ? answer : withQuota(answer, { throttle, quota });
  });
}

async function answered(asked: Asked): Promise<Answer> {
  const { db, identity, route, now } = asked;
  await enter(db, scopeOf(identity.actor, route.as ?? 'app', now));
  switch (route.kind) {
    case 'page':
      return answerPage(asked, route);
    case 'action':
      return answerAction(asked, route);
    case 'endpoint':
      return answerEndpoint(asked, route);
    case 'data':
      return answerData(asked, route);
  }
}

async function whoAsks(
  c: HonoContext,
  { house, route, db, now }: { house: House; route: Route; db: Transaction; now: Date },
): Promise<Identity> {
  if (route.kind === 'endpoint') {
    const actor = await identifyPartner(db, c.req.header('authorization'), now);
    return { ...nobody, actor };
  }
  return identify(db, getCookie(c, cookieName('session', house)), now);
}

/** null: go on. Otherwise the answer that says why not and what to do. */
async function deny(asked: Asked): Promise<Answer | null> {
  const { c, house, route, identity } = asked;
  const verdict = may(identity.actor, route.permission);
  if (!verdict.allowed) return denial(asked, verdict.because);
  if (route.kind === 'endpoint') return null;
  const rule: Rule = permissions[route.permission];
  const { actor } = identity;
  const back = route.method === 'GET' ? pathAndQuery(c.req.url) : '/';
  if (
    rule.confirms === true &&
    'strongUntil' in actor &&
    !(actor.strongUntil && actor.strongUntil > asked.now)
  ) {
    return { kind: 'moved', to: `/connexion/confirmer?suite=${encodeURIComponent(back)}` };
  }
  if (rule.relation === 'own' || rule.relation === 'linked') {
    if (mustEnrolSecondFactor(actor, house.demo)) {
      return { kind: 'moved', to: '/compte/securite?obligatoire=1' };
    }
  }
  return null;
}

async function denial({ c, house, route, identity }: Asked, because: Denial): Promise<Answer> {
  if (route.kind === 'endpoint') {
    return problemAnswer(because === 'sign-in' ? 'api-key-refused' : 'out-of-scope');
  }
  const next = route.method === 'GET' ? `?suite=${encodeURIComponent(pathAndQuery(c.req.url))}` : '';
  if (because === 'sign-in') return { kind: 'moved', to: `/connexion${next}` };
  if (because === 'choose') return { kind: 'moved', to: `/compte/organisation${next}` };
  return refusalAnswer({ c, house, identity, because: 'not-allowed' });
}

function holderOf({ identity, c, house }: Asked): string {
  return identity.actor.kind === 'anonymous' ? addressOf(c, house) : actorName(identity.actor);
}

function pathAndQuery(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
