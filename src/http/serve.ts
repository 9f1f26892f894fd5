/** The one guard: who asks, may she, was it said before, then the story; one transaction, one answer. */
import type { Context as HonoContext } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Denial } from '#domain/access.ts';
import { may } from '#domain/access.ts';
import { deadLinkPath, repairs } from '#domain/magic-links.ts';
import { permissions } from '#domain/permissions.ts';
import type { Rule } from '#domain/rule.ts';
import { actorName, anonymous } from '#domain/actor.ts';
import type { QuotaLeft } from '#domain/throttle.ts';
import { mustEnrolSecondFactor } from '#domain/session-policy.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Transaction } from '#db/transaction.ts';
import { answerAction } from './action.ts';
import type { Asked } from './asked.ts';
import type { Answer } from './answer.ts';
import { problemAnswer, refusalAnswer, withQuota } from './answer.ts';
import { scopeOf } from './context.ts';
import { cookieName } from './cookies.ts';
import { answerEndpoint } from './endpoint.ts';
import { readForm } from './form-body.ts';
import { readJson } from './json-body.ts';
import type { House } from './house.ts';
import { answerData, answerPage } from './page.ts';
import { identifyLink } from './link-holder.ts';
import { identifyPartner } from './partner.ts';
import { prepare } from './prepare.ts';
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
  const admitted = await admit(c, { house, route, now });
  if ('refused' in admitted) return admitted.refused;
  const { identity, quota } = admitted;
  // Read between the two transactions: a slow client holds no connection and no lock.
  const body = route.kind === 'action' ? await readForm(c) : null;
  const json = route.kind === 'endpoint' && writesJson(route.method) ? await readJson(c) : {};
  const asking = { c, house, route, identity, now, requestId, params, body, json };
  const prepared = await prepare(asking);
  const scope = scopeOf(identity.actor, route.as ?? 'app', now);
  const answer = await inTransaction(house.database, scope, (db) => answered({ ...asking, db, prepared }));
  return quota === null || route.throttle === undefined
    ? answer
    : withQuota(answer, { throttle: route.throttle, quota });
}

type Admitted = { refused: Answer } | { identity: Identity; quota: QuotaLeft | null };

/** Who asks, may she, too often: committed at once, so that a try stays counted whatever happens next. */
function admit(c: HonoContext, { house, route, now }: { house: House; route: Route; now: Date }): Promise<Admitted> {
  return inTransaction(house.database, scopeOf(anonymous, 'gate', now), async (db) => {
    const identity = await whoAsks(c, { house, route, db, now });
    const knock: Knock = { c, house, route, identity, now };
    const refused = await deny(knock);
    if (refused !== null) return { refused };
    if (route.throttle === undefined) return { identity, quota: null };
    const { throttle } = route;
    const { wait, quota } = await tally(db, { throttle, holder: holderOf(knock), now });
    if (wait === 0) return { identity, quota };
    const answer = await refusalAnswer({ c, house, identity, because: 'too-many-tries-wait', wait });
    return { refused: quota === null ? answer : withQuota(answer, { throttle, quota }) };
  });
}

type Knock = Pick<Asked, 'c' | 'house' | 'route' | 'identity' | 'now'>;

function writesJson(method: string): boolean {
  return method === 'POST' || method === 'PUT';
}

async function answered(asked: Asked): Promise<Answer> {
  const { route } = asked;
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
  if (route.link !== undefined) {
    const actor = await identifyLink(db, { purpose: route.link, token: c.req.param('token') ?? '', now });
    return { ...nobody, actor };
  }
  return identify(db, getCookie(c, cookieName('session', house)), now);
}

/** null: go on. Otherwise the answer that says why not and what to do. */
async function deny(asked: Knock): Promise<Answer | null> {
  const { c, house, route, identity } = asked;
  const verdict = may(identity.actor, route.permission);
  if (!verdict.allowed) return denial(asked, verdict.because);
  if (route.kind === 'endpoint') return null;
  const rule: Rule = permissions[route.permission];
  const { actor } = identity;
  const back = route.method === 'GET' ? pathAndQuery(c.req.url) : '/';
  if (rule.confirms === true && 'strongUntil' in actor && !(actor.strongUntil && actor.strongUntil > asked.now)) {
    return { kind: 'moved', to: `/connexion/confirmer?suite=${encodeURIComponent(back)}` };
  }
  const forAll = rule.who === 'everyone' || rule.who === 'signed-in';
  if (!forAll && mustEnrolSecondFactor(actor, house.demo))
    return { kind: 'moved', to: '/compte/securite?obligatoire=1' };
  return null;
}

async function denial({ c, house, route, identity }: Knock, because: Denial): Promise<Answer> {
  if (route.kind === 'endpoint') {
    return problemAnswer(because === 'sign-in' ? 'api-key-refused' : 'out-of-scope');
  }
  const next = route.method === 'GET' ? `?suite=${encodeURIComponent(pathAndQuery(c.req.url))}` : '';
  if (because === 'sign-in' && route.link !== undefined && !repairs(route.link)) {
    return refusalAnswer({ c, house, because: 'link-expired' });
  }
  if (because === 'sign-in' && route.link !== undefined) {
    return { kind: 'moved', to: deadLinkPath(route.link, c.req.param('token') ?? '') };
  }
  if (because === 'sign-in') return { kind: 'moved', to: `/connexion${next}` };
  if (because === 'choose') return { kind: 'moved', to: `/compte/organisation${next}` };
  return refusalAnswer({ c, house, identity, because: 'not-allowed' });
}

function holderOf({ identity, c, house }: Knock): string {
  return identity.actor.kind === 'anonymous' ? addressOf(c, house) : actorName(identity.actor);
}

function pathAndQuery(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
