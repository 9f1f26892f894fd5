/** The hidden key of each form: proof that we drew it for this session, and idempotency key of its effect. */
import { createHmac, randomUUID } from 'node:crypto';
import type { Actor } from '#domain/actor.ts';
import type { House } from './house.ts';

export function newFormKey(house: House, actor: Actor): string {
  return house.sealer.sign({ value: randomUUID(), context: contextOf(actor) });
}

export function isFormKey(house: House, actor: Actor, key: string): boolean {
  return house.sealer.readSigned({ signed: key, context: contextOf(actor) }) !== undefined;
}

/** What was typed, reduced to a mark that cannot be guessed back: it may hold a password. */
export function bodyMark(house: House, route: string, body: unknown): Buffer {
  return createHmac('sha256', house.configuration.secret.reveal())
    .update(route)
    .update('\n')
    .update(JSON.stringify(body))
    .digest();
}

function contextOf(actor: Actor): string {
  if (actor.kind === 'link') return `form:link:${actor.token}`;
  if (!('session' in actor)) return `form:${actor.kind}`;
  return `form:${actor.session}:${'membership' in actor ? actor.membership : ''}`;
}
