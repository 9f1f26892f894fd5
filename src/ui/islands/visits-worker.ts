/** Serves the visits of the day without network: the look of the product and that one page, of the last signed-in account. */

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Waiting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Worker {
  /** Addresses of the look, written before this script by the server. */
  shell: string[];
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(name: 'install' | 'activate', listen: (event: Waiting) => void): void;
  addEventListener(name: 'fetch', listen: (event: Fetching) => void): void;
}

const worker = self as unknown as Worker;
const page = '/visites/terrain';
const list = 'visites-du-jour';
/** Named by its content: another version of the product is another shell. */
const shell = `coquille-${worker.shell.join().length}-${worker.shell[0] ?? ''}`;
/** The list of a day that is over is nobody's any more. */
const oneDay = 20 * 3_600_000;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(shell)
      .then((cache) => cache.addAll(worker.shell))
      .then(() => keepPage())
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== shell && name !== list).map((name) => caches.delete(name))),
      )
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET') return;
  if (pathname.startsWith('/assets/')) event.respondWith(look(request));
  else if (request.mode === 'navigate') event.respondWith(visited(request, pathname));
});

async function look(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** The network first; without it, the page of the day, whatever page of the visits was asked. */
async function visited(request: Request, pathname: string): Promise<Response> {
  try {
    const answer = await fetch(request);
    if (pathname === page) await keep(answer);
    return answer;
  } catch {
    if (pathname !== page) return Response.redirect(page);
    const kept = await (await caches.open(list)).match(page);
    const at = Date.parse(kept?.headers.get('x-kept-at') ?? '');
    return kept !== undefined && Date.now() - at < oneDay ? kept : noList();
  }
}

/** The page under the eyes when the worker comes was drawn before it. */
async function keepPage(): Promise<void> {
  const answer = await fetch(page, { cache: 'no-store' }).catch(() => null);
  if (answer !== null) await keep(answer);
}

/** A page that asks who is there is no list: what was kept of somebody else goes. */
async function keep(answer: Response): Promise<void> {
  const cache = await caches.open(list);
  if (!answer.ok || answer.redirected || answer.type !== 'basic') {
    await cache.delete(page);
    return;
  }
  const headers = new Headers(answer.headers);
  // The body is no longer as it travelled.
  headers.delete('content-encoding');
  headers.delete('content-length');
  headers.set('x-kept-at', new Date().toISOString());
  await cache.put(page, new Response(await answer.clone().blob(), { status: 200, headers }));
}

function noList(): Response {
  const text =
    '<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Visites du jour · Guichet</title><h1>Pas de réseau</h1><p>La liste du jour n’est pas encore sur ce téléphone. Ouvrez cette page une fois avec du réseau.</p>';
  return new Response(text, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'" },
  });
}
