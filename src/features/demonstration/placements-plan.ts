/** The posts of the demonstration, planned: who asks, where, and what became of them. */
import { stableId } from './rows.ts';
import type { LotPlan, MarketPlan } from './thread-plan.ts';
import type { OfferState } from '#domain/offer-state.ts';

export interface OfferPlan {
  key: string;
  /** Which of the lots that the first facilitator follows. */
  place: number;
  title: string;
  rome: string;
  posts: number;
  commune: string;
  communeCode: string;
  state: OfferState;
  /** Days from today. */
  starts: number;
  closes: number;
  spread: boolean;
  types: readonly string[];
  licence?: string;
  reason?: string;
  schedule?: string;
  requirements?: string;
}

export const nantes = { commune: 'Nantes', communeCode: '44109' };
export const reze = { commune: 'Rezé', communeCode: '44143' };
export const port = { commune: 'Saint-Nazaire', communeCode: '44184' };

export const offerPlans: readonly OfferPlan[] = [
  {
    ...nantes,
    key: 'macon',
    place: 0,
    title: 'Maçon, gros œuvre',
    rome: 'F1703',
    posts: 3,
    state: 'open',
    starts: 16,
    closes: 12,
    spread: true,
    types: ['CDD', 'CTT'],
    schedule: '7 h 30 – 16 h',
    requirements: 'Monter un mur droit, lire un plan simple. Une première expérience suffit.',
  },
  {
    ...port,
    key: 'manoeuvre',
    place: 1,
    title: 'Manœuvre de chantier',
    rome: 'F1704',
    posts: 2,
    state: 'open',
    starts: 9,
    closes: 6,
    spread: true,
    types: ['CTT'],
    licence: 'B',
  },
  {
    ...reze,
    key: 'peintre',
    place: 2,
    title: 'Peintre en bâtiment',
    rome: 'F1606',
    posts: 1,
    state: 'open',
    starts: 30,
    closes: 25,
    spread: false,
    types: ['CDD', 'APPRENTISSAGE'],
  },
  {
    ...nantes,
    key: 'espaces',
    place: 3,
    title: 'Agent d’espaces verts',
    rome: 'A1203',
    posts: 1,
    state: 'filled',
    starts: -20,
    closes: -30,
    spread: true,
    types: ['CDDI'],
  },
  {
    ...nantes,
    key: 'proprete',
    place: 4,
    title: 'Agent de propreté',
    rome: 'K2204',
    posts: 2,
    state: 'closed',
    starts: -60,
    closes: -70,
    spread: true,
    types: ['CDI'],
  },
  {
    ...port,
    key: 'grutier',
    place: 0,
    title: 'Conducteur d’engins',
    rome: 'F1302',
    posts: 1,
    state: 'cancelled',
    starts: 20,
    closes: 10,
    spread: false,
    types: ['CDD'],
    licence: 'C',
    reason: 'Le chantier commence plus tard.',
  },
  {
    ...reze,
    key: 'couvreur',
    place: 1,
    title: 'Aide couvreur',
    rome: 'F1610',
    posts: 1,
    state: 'draft',
    starts: 45,
    closes: 40,
    spread: false,
    types: ['CDD'],
  },
];

export type Row = Record<string, unknown>;

export const facilitator = stableId('relais');
export const prescriber = stableId('mission');

/** Told of the posts of this département. */
export const audience = ['mission', 'prescriber-1', 'prescriber-3', 'prescriber-4'];

export interface Place {
  market: MarketPlan;
  lot: LotPlan;
}

export function offerOf({ offer }: { offer: string }): OfferPlan {
  const plan = offerPlans.find(({ key }) => key === offer);
  if (plan === undefined) throw new Error(`no post is planned as ${offer}`);
  return plan;
}
