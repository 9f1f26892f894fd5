/** When adding a proof asks to confirm who one is: always, except the very first one an administrator must set up. */
import type { Factors } from '#domain/second-factor.ts';
import { hasSecondFactor } from '#domain/second-factor.ts';
import { mustEnrolSecondFactor } from '#domain/session-policy.ts';
import type { Context } from '#http/context.ts';

/** Sent here by the guard, she cannot be sent on to a confirmation she may not be able to give. */
export function mustConfirmFirst({ actor, now, house }: Context, factors: Factors): boolean {
  if ('strongUntil' in actor && actor.strongUntil !== null && actor.strongUntil > now) return false;
  return hasSecondFactor(factors) || !mustEnrolSecondFactor(actor, house.demo);
}

export function confirmFirst(back: string): { to: string } {
  return { to: `/connexion/confirmer?suite=${encodeURIComponent(back)}` };
}
