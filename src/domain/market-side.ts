/** On which side of a market an organisation acts, so that each step is made by who may make it. */
import type { OrganisationKind } from './position.ts';
import type { Side } from './state-machine.ts';

export interface MarketSeat {
  organisation: string;
  kind: OrganisationKind;
  buyer: string;
  /** Somebody works for the buyer in Guichet. */
  buyerPresent: boolean;
}

/**
 * Source: product decision. S1 art. 2-2 leaves decisions to the buyer; when nobody represents the buyer here, the facilitator
 * who keeps the market writes down what the buyer decided.
 */
export function sidesOnMarket({ organisation, kind, buyer, buyerPresent }: MarketSeat): Side[] {
  if (organisation === buyer) return ['buyer'];
  if (kind !== 'facilitator') return [];
  return buyerPresent ? ['facilitator'] : ['facilitator', 'buyer'];
}

/** Of the sides she acts on, the one that may make this step; the first, so that a refusal names who else must. */
export function sideFor(sides: readonly Side[], may: (side: Side) => boolean): Side | null {
  return sides.find(may) ?? sides[0] ?? null;
}
