/** The life of a job sheet: written, open to candidates, filled or closed, or given up. */
import type { Day } from './day.ts';
import type { Machine } from './state-machine.ts';

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

/** The last day one may still propose somebody is the closing day itself. */
export function isOver({ closesOn, today }: { closesOn: Day; today: Day }): boolean {
  return closesOn < today;
}
