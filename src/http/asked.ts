/** One request, once the guard let it in. */
import type { Context as HonoContext } from 'hono';
import type { Transaction } from '#db/transaction.ts';
import type { FormBody } from './form-body.ts';
import type { House } from './house.ts';
import type { Route } from './route.ts';
import type { Identity } from './session.ts';

/** Everything a route's answer may need, gathered once. */
export interface Asked {
  c: HonoContext;
  house: House;
  route: Route;
  identity: Identity;
  db: Transaction;
  now: Date;
  requestId: string;
  params: Record<string, string>;
  body: FormBody | null;
  /** What a program sent; null when it cannot be read. */
  json: Record<string, unknown> | null;
  /** What the door asked of the outside world before its transaction opened. */
  prepared: unknown;
}
