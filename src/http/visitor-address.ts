/** Where a request comes from, for throttles only; a proxy is believed when the configuration names it. */
import { BlockList, isIP } from 'node:net';
import type { Context as HonoContext } from 'hono';
import type { House } from './house.ts';

/** One household or one building holds a whole /64 of IPv6: it counts as one visitor. */
export function addressOf(c: HonoContext, house: House): string {
  const address = exactAddress(c, house);
  if (isIP(address) !== 6 || address.startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const whole = [...groups, ...Array.from({ length: missing }, () => '0')];
  return `${whole.slice(0, 4).join(':')}::/64`;
}

function exactAddress(c: HonoContext, house: House): string {
  const bindings = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  const direct = bindings?.incoming?.socket?.remoteAddress ?? 'unknown';
  const trusted = trustedList(house.configuration.trustedProxies);
  if (!isTrusted(trusted, direct)) return direct;
  const named = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  return named.findLast((address) => isIP(address) !== 0 && !isTrusted(trusted, address)) ?? direct;
}

function trustedList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', length] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (length === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(length), family);
  }
  return list;
}

function isTrusted(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
