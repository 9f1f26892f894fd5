/** What a story receives: who acts, the open transaction, the time, and the house. */
import type { Actor } from '#domain/actor.ts';
import { accountOf, actorName, organisationOf, personOf } from '#domain/actor.ts';
import { parisDay } from '#domain/day.ts';
import type { DatabaseRole, Scope, Transaction } from '#db/transaction.ts';
import type { House } from './house.ts';

export interface Context {
  actor: Actor;
  db: Transaction;
  now: Date;
  requestId: string;
  house: House;
  /** Where the request comes from, for throttles only; it is neither logged nor kept in clear. */
  from: string;
  /** Value of the step cookie: the ceremony under way in this browser. */
  step?: string | undefined;
  /** What the browser says it is, to name the session; absent for jobs. */
  userAgent?: string | undefined;
  /** What the outside world answered before this transaction opened; the route table gives it its type. */
  prepared?: unknown;
}

export function scopeOf(actor: Actor, role: DatabaseRole, now: Date): Scope {
  return {
    role,
    actor: actorName(actor),
    organisation: organisationOf(actor),
    account: accountOf(actor),
    person: personOf(actor),
    today: parisDay(now),
  };
}
