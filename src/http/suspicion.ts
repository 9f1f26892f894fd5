/** What no honest request carries: another site's origin, characters no address of ours holds. */
import type { Context as HonoContext } from 'hono';
import type { House } from './house.ts';

/** Old browsers send neither header: then SameSite=Lax and the form key still guard. */
export function isCrossSite(c: HonoContext, house: House): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('origin');
  if (origin === undefined) return false;
  return origin !== new URL(house.configuration.baseUrl).origin && origin !== new URL(c.req.url).origin;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A NUL or a broken letter in the query, or an id that is not one: nothing of ours is there. */
export function unreadableAddress(address: string, params: Record<string, string>): boolean {
  const { searchParams } = new URL(address);
  for (const value of searchParams.values()) if (hasUnreadable(value)) return true;
  for (const [name, value] of Object.entries(params)) {
    if (name === 'id' || name.endsWith('Id') ? !uuid.test(value) : hasUnreadable(value)) return true;
  }
  return false;
}

function hasUnreadable(value: string): boolean {
  return value.includes('\u0000') || value.includes('\uFFFD') || !value.isWellFormed();
}
