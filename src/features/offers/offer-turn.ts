/** Whose turn it is on a job sheet, in the words of its reader. */
import { parisDay } from '#domain/day.ts';
import { turnOfOffer } from '#domain/offer-turn.ts';
import type { Turn } from '#domain/whose-turn.ts';
import { sides } from '#domain/state-machine.ts';
import type { OfferRow } from './queries.ts';

export function turnOf(offer: OfferRow): Turn {
  return turnOfOffer({
    state: offer.state,
    since: parisDay(offer.stateSince),
    employer: offer.companyKind === 'inclusion' ? 'inclusion' : 'company',
    spread: offer.spreadAt !== null,
    waiting: offer.waiting,
    toPresent: offer.toPresent,
  });
}

/** "À vous : …" for who must act, "À l’entreprise : …" for the others. */
export function turnWords({ owner, action }: Turn, reader: string | null): string {
  if (owner === 'nobody') return action;
  return owner === reader ? `À vous\u00A0: ${action}` : `À ${sides[owner]}\u00A0: ${action}`;
}
