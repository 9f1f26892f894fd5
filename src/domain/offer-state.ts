/** The life of a job sheet: written, open to candidates, filled or closed, or given up; and whose turn it is meanwhile. */
import type { Day } from './day.ts';
import type { Machine } from './state-machine.ts';
import type { Turn } from './whose-turn.ts';

export type OfferState = 'draft' | 'open' | 'filled' | 'closed' | 'cancelled';

const desks = ['company', 'inclusion', 'facilitator'] as const;

export const offerMachine: Machine<OfferState> = {
  draft: {
    label: 'Brouillon',
    tone: 'neutral',
    steps: [
      { to: 'open', by: desks },
      { to: 'cancelled', by: desks, needs: ['reason'] },
    ],
  },
  open: {
    label: 'Ouvert',
    tone: 'progress',
    steps: [
      { to: 'filled', by: [...desks, 'automatic'] },
      { to: 'closed', by: [...desks, 'automatic'] },
      { to: 'cancelled', by: desks, needs: ['reason'] },
    ],
  },
  filled: { label: 'Pourvu', tone: 'ok', closed: true, steps: [{ to: 'open', by: desks, needs: ['reason'] }] },
  closed: { label: 'Clos', tone: 'neutral', closed: true, steps: [{ to: 'open', by: desks, needs: ['reason'] }] },
  cancelled: { label: 'Retiré', tone: 'neutral', closed: true, steps: [{ to: 'open', by: desks, needs: ['reason'] }] },
};

export const offerEntries: readonly OfferState[] = ['draft', 'open'];

export function isOfferState(value: string): value is OfferState {
  return Object.hasOwn(offerMachine, value);
}

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

/** The last day one may still propose somebody is the closing day itself. */
export function isOver({ closesOn, today }: { closesOn: Day; today: Day }): boolean {
  return closesOn < today;
}
