/** The headers of every response: nothing from elsewhere, nothing framed, nothing kept by a shared cache. */
import type { Context as HonoContext } from 'hono';
import type { House } from './house.ts';

export function safeHeaders(c: HonoContext, house: House): void {
  const { headers } = c.res;
  headers.set('content-security-policy', contentPolicy(house));
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set(
    'permissions-policy',
    'camera=(self), geolocation=(self), microphone=(), publickey-credentials-get=(self)',
  );
  headers.set('x-request-id', String(c.get('requestId')));
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  if (house.configuration.baseUrl.startsWith('https:')) {
    headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  }
}

function contentPolicy(house: House): string {
  const { proConnect } = house.configuration;
  const forms = proConnect === undefined ? "'self'" : `'self' ${new URL(proConnect.issuer).origin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action ${forms}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
