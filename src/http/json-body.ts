/** Reads a JSON object sent by a program; anything else is unreadable. */
import type { Context as HonoContext } from 'hono';

export async function readJson(c: HonoContext): Promise<Record<string, unknown> | null> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return null;
  try {
    const value: unknown = JSON.parse(await c.req.text());
    return isObject(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
