/** Hangs the route table on Hono and turns answers into HTTP responses, with the headers every one carries. */
import { randomUUID } from 'node:crypto';
import type { Context as HonoContext } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fileLimits } from '#domain/file-content.ts';
import { isConnectionTrouble } from '#db/connect-trouble.ts';
import type { Answer } from './answer.ts';
import { refusalAnswer } from './answer.ts';
import { sendAsset } from './assets.ts';
import { compressed } from './compress.ts';
import { writeCookies } from './cookies.ts';
import { safeHeaders } from './headers.ts';
import { answerHealth } from './health.ts';
import type { House } from './house.ts';
import type { Route } from './route.ts';
import { serve } from './serve.ts';

const largestBody = 1024 * 1024;
const largestWithFile = fileLimits.bytes + largestBody;

export type App = Hono<{ Variables: { requestId: string; routePattern: string } }>;

export function mount(house: House, routes: readonly Route[]): App {
  const app: App = new Hono();
  app.use(async (c, next) => {
    const started = performance.now();
    c.set('requestId', randomUUID());
    await next();
    safeHeaders(c, house);
    house.log.info('request', {
      requestId: c.get('requestId'),
      method: c.req.method,
      route: routePattern(c),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - started),
    });
  });
  const limited = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => refused(c, house, 'too-large') });
  const [usual, withFile] = [limited(largestBody), limited(largestWithFile)];
  const forFiles = routes.filter(({ files }) => files === true).map(({ path }) => pathPattern(path));
  app.use((c, next) => (forFiles.some((pattern) => pattern.test(c.req.path)) ? withFile(c, next) : usual(c, next)));
  app.get('/assets/:name', (c) => sendAsset(c, house));
  app.get('/sante', (c) => answerHealth(c, house));
  for (const route of routes) {
    app.on(route.method, route.path, async (c) => {
      c.set('routePattern', route.path);
      return send(c, house, await answerOrTrouble(c, { house, route }));
    });
  }
  for (const [path, methods] of methodsByPath(routes)) {
    app.all(path, (c) => otherMethod(c, house, methods));
  }
  app.notFound((c) => refused(c, house, 'not-found'));
  app.onError((error, c) => {
    const unavailable = isConnectionTrouble(error);
    house.log.error(unavailable ? 'unavailable' : 'failure', {
      requestId: c.get('requestId'),
      route: routePattern(c),
      error,
    });
    return refused(c, house, unavailable ? 'unavailable' : 'incident');
  });
  return app;
}

function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
}

/** HEAD is answered wherever GET is. */
function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  const known = new Map<string, string[]>();
  for (const { path, method } of routes) {
    const answered = method === 'GET' ? ['GET', 'HEAD'] : [method];
    known.set(path, [...(known.get(path) ?? []), ...answered]);
  }
  return known;
}

/** OPTIONS is told what there is, without any right for other sites: the API is for programs, not for pages elsewhere. */
async function otherMethod(c: HonoContext, house: House, methods: string[]): Promise<Response> {
  const allow = [...new Set([...methods, 'OPTIONS'])].join(', ');
  if (c.req.method === 'OPTIONS') return c.body(null, 204, { allow });
  const response = await refused(c, house, 'method-unfit');
  response.headers.set('allow', allow);
  return response;
}

/** A deadlock or a serialisation failure is nobody's fault: once more before giving up. */
async function answerOrTrouble(c: HonoContext, { house, route }: { house: House; route: Route }): Promise<Answer> {
  try {
    return await serve(c, house, route);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== '40P01' && code !== '40001') throw error;
    return serve(c, house, route);
  }
}

async function refused(
  c: HonoContext,
  house: House,
  because: 'not-found' | 'method-unfit' | 'too-large' | 'unavailable' | 'incident',
): Promise<Response> {
  const wait = because === 'unavailable' ? { wait: 5 } : {};
  return send(c, house, await refusalAnswer({ c, house, because, ...wait }));
}

function send(c: HonoContext, house: House, answer: Answer): Response | Promise<Response> {
  switch (answer.kind) {
    case 'response':
      return answer.response;
    case 'moved':
      writeCookies(c, house, answer.cookies ?? []);
      if (answer.forgets === true) c.header('clear-site-data', '"cache", "storage"');
      return c.redirect(answer.leaves === true ? answer.to : localPath(answer.to), 303);
    case 'html':
      writeCookies(c, house, answer.cookies ?? []);
      return compressed(
        c,
        answer.html,
        { ...answer.headers, 'content-type': 'text/html; charset=utf-8' },
        answer.status,
      );
    case 'json':
      if (answer.status === 204) return c.body(null, 204, answer.headers);
      return compressed(
        c,
        JSON.stringify(answer.body),
        { ...answer.headers, 'content-type': 'application/json' },
        answer.status,
      );
    case 'problem':
      return compressed(
        c,
        JSON.stringify(answer.problem),
        { ...answer.headers, 'content-type': 'application/problem+json' },
        answer.problem.status,
      );
  }
}

/** A redirect never leaves this site, whatever a query says. */
function localPath(to: string): string {
  return /^\/(?![/\\])[^\\\p{C}]*$/u.test(to) ? to : '/';
}

function routePattern(c: HonoContext): string {
  return String(c.get('routePattern') ?? '/*');
}
