/** The three cookies: the session, the step of a ceremony under way, and the display chosen before signing in. */
import type { Context as HonoContext } from 'hono';
import { setCookie } from 'hono/cookie';
import type { House } from './house.ts';
import type { Cookie } from './route.ts';

const names = { session: 'guichet', step: 'guichet-etape', display: 'guichet-affichage' } as const;

export function cookieName(name: Cookie['name'], house: House): string {
  return isSecure(house) ? `__Host-${names[name]}` : names[name];
}

export function writeCookies(c: HonoContext, house: House, cookies: readonly Cookie[]): void {
  for (const { name, value, seconds } of cookies) {
    setCookie(c, cookieName(name, house), value, {
      path: '/',
      httpOnly: true,
      secure: isSecure(house),
      sameSite: 'Lax',
      maxAge: seconds,
    });
  }
}

function isSecure(house: House): boolean {
  return house.configuration.baseUrl.startsWith('https:');
}
