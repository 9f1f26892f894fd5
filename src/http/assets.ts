/** Styles, scripts and fonts: named by their content, so a browser keeps them for a year. */
import type { Context as HonoContext } from 'hono';
import { takes } from './compress.ts';
import type { House } from './house.ts';

export function sendAsset(c: HonoContext, house: House): Response | Promise<Response> {
  const asset = house.assets.files.get(c.req.path);
  if (asset === undefined) return c.notFound();
  const headers = {
    'content-type': asset.type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  };
  const encoded = asset.brotli !== undefined && takes(c.req.header('accept-encoding') ?? '', 'br');
  const body = new Uint8Array(encoded && asset.brotli !== undefined ? asset.brotli : asset.body);
  return c.body(body, 200, encoded ? { ...headers, 'content-encoding': 'br' } : headers);
}
