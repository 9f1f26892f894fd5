/** A visitor of the app without a browser: keeps cookies, follows nothing by itself, reads the hidden key before it submits. */
import type { App } from '#http/mount.ts';

export interface Visitor {
  get(path: string, headers?: Record<string, string>): Promise<Visited>;
  /** Opens the page holding the form, then sends it with its hidden key; `on` when the form stands on another page. */
  submit(path: string, fields: Record<string, string>, options?: SubmitOptions): Promise<Visited>;
  cookie(name: string): string | undefined;
}

export interface SubmitOptions {
  on?: string;
  key?: string;
  /** Several values under one name, as a browser sends ticked boxes. */
  fields?: readonly (readonly [string, string])[];
}

export interface Visited {
  status: number;
  text: string;
  location: string | null;
  headers: Headers;
}

const base = 'http://localhost:3000';

export function visit(app: App, { session, organisation }: { session?: string; organisation?: string } = {}): Visitor {
  const jar = new Map<string, string>();
  if (session !== undefined) jar.set('guichet', session);

  async function send(path: string, init: RequestInit = {}): Promise<Visited> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await app.request(`${base}${path}`, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', ...value] = line.split(';')[0]?.split('=') ?? [];
      if (/max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value.join('='));
    }
    const text = await response.text();
    refuseForeignCanary(text, organisation);
    return {
      status: response.status,
      text,
      location: response.headers.get('location'),
      headers: response.headers,
    };
  }

  return {
    get: (path, headers) => send(path, headers ? { headers } : {}),
    async submit(path, fields, { on = path, key, fields: more = [] } = {}) {
      const hidden = key ?? hiddenKey((await send(on)).text);
      return send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: base },
        body: new URLSearchParams([
          ...Object.entries({ cle: hidden, ...fields }),
          ...more.map(([name, value]) => [name, value]),
        ]).toString(),
      });
    },
    cookie: (name) => jar.get(name),
  };
}

/** What only another organisation may read must never arrive here, whatever the test was about. */
export function refuseForeignCanary(text: string, organisation: string | undefined): void {
  for (const [marker, owner] of text.matchAll(/ZZ-CANARI-([0-9a-f-]{36})/g)) {
    if (owner !== organisation) throw new Error(`leak: ${marker} was answered to ${organisation ?? 'nobody'}`);
  }
}

export function hiddenKey(html: string): string {
  return /name="cle" value="([^"]+)"/.exec(html)?.[1] ?? '';
}
