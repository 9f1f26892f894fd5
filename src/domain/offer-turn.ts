/** Whose turn it is on a job sheet (users.md §3, 14). */
import type { Day } from './day.ts';
import type { Turn } from './whose-turn.ts';
import type { OfferState } from './offer-state.ts';

export interface OfferFacts {
  state: OfferState;
  since: Day;
  /** Who takes on: the company, or an inclusion structure. */
  employer: 'company' | 'inclusion';
  /** Sent to prescribers at least once. */
  spread: boolean;
  /** Candidates about whom the company has something to say. */
  waiting: number;
  /** Candidates a prescriber put forward, not yet presented. */
  toPresent: number;
}

/** One owner at a time: the company while a candidate waits for its answer, else the structure that finds candidates. */
export function turnOfOffer({ state, since, employer, spread, waiting, toPresent }: OfferFacts): Turn {
  switch (state) {
    case 'draft':
      return { owner: employer, action: 'Relire la fiche de poste et l’ouvrir.', since };
    case 'open':
      if (toPresent > 0) {
        return { owner: 'facilitator', action: 'Présenter à l’entreprise les candidatures reçues.', since };
      }
      if (waiting > 0) return { owner: employer, action: 'Répondre sur les candidatures présentées.', since };
      return spread
        ? { owner: 'facilitator', action: 'Présenter d’autres candidatures.', since }
        : { owner: 'facilitator', action: 'Diffuser le poste aux prescripteurs.', since };
    case 'filled':
    case 'closed':
    case 'cancelled':
      return { owner: 'nobody', action: 'Rien à faire.', since };
  }
}
