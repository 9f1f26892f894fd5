/** The candidates of the demonstration: who, on which post, and how far each went. */
import { nantes, port, reze } from './placements-plan.ts';
import type { PlacementState } from '#domain/placement-state.ts';

export interface CandidatePlan {
  given: string;
  family: string;
  offer: string;
  state: PlacementState;
  trade: string;
  commune: string;
  communeCode: string;
  /** Days since the last move. */
  since: number;
  /** Days since it was presented; null when it never was. */
  sent: number | null;
  referred: boolean;
  reason?: string;
  note?: string;
  presentation?: string;
  /** Days from today. */
  interview?: number;
}

export const candidatePlans: readonly CandidatePlan[] = [
  {
    given: 'Ibrahim',
    family: 'Soumaré',
    offer: 'macon',
    state: 'proposed',
    trade: 'Maçon',
    ...nantes,
    since: 3,
    sent: 3,
    referred: true,
    presentation: 'Deux chantiers de gros œuvre, sait coffrer. Disponible tout de suite.',
  },
  {
    given: 'Lucie',
    family: 'Tanguy',
    offer: 'macon',
    state: 'silent',
    trade: 'Manœuvre',
    ...reze,
    since: 3,
    sent: 11,
    referred: false,
    presentation: 'Motivée, a fini une formation de maçonnerie.',
  },
  {
    given: 'Rachid',
    family: 'Ammari',
    offer: 'macon',
    state: 'interview',
    trade: 'Coffreur',
    ...nantes,
    since: 2,
    sent: 6,
    referred: true,
    interview: 4,
  },
  {
    given: 'Élodie',
    family: 'Guilloux',
    offer: 'macon',
    state: 'selected',
    trade: 'Maçonne',
    ...nantes,
    since: 1,
    sent: 9,
    referred: true,
  },
  {
    given: 'Moussa',
    family: 'Kanté',
    offer: 'macon',
    state: 'suggested',
    trade: '',
    ...reze,
    since: 1,
    sent: null,
    referred: true,
    presentation: 'Libre lundi, vient en tramway.',
  },
  {
    given: 'Patrick',
    family: 'Le Bihan',
    offer: 'macon',
    state: 'rejected',
    trade: 'Peintre',
    ...nantes,
    since: 5,
    sent: 8,
    referred: true,
    reason: 'skills',
  },
  {
    given: 'Nawel',
    family: 'Zerrouki',
    offer: 'manoeuvre',
    state: 'proposed',
    trade: 'Manœuvre',
    ...port,
    since: 1,
    sent: 1,
    referred: true,
  },
  {
    given: 'Steven',
    family: 'Mahé',
    offer: 'manoeuvre',
    state: 'interview',
    trade: 'Manutentionnaire',
    ...port,
    since: 4,
    sent: 6,
    referred: false,
  },
  {
    given: 'Coumba',
    family: 'Faye',
    offer: 'manoeuvre',
    state: 'withdrawn',
    trade: 'Manœuvre',
    ...port,
    since: 2,
    sent: 7,
    referred: true,
    reason: 'hired-elsewhere',
    note: 'Commence lundi dans une autre entreprise.',
  },
  {
    given: 'Gaël',
    family: 'Rivoallan',
    offer: 'manoeuvre',
    state: 'no-show',
    trade: 'Manœuvre',
    ...port,
    since: 3,
    sent: 9,
    referred: false,
  },
  {
    given: 'Dounia',
    family: 'Belkacem',
    offer: 'espaces',
    state: 'hired',
    trade: 'Jardinière',
    ...nantes,
    since: 22,
    sent: 35,
    referred: true,
  },
  {
    given: 'Yann',
    family: 'Kerdoncuff',
    offer: 'proprete',
    state: 'hired',
    trade: 'Agent d’entretien',
    ...nantes,
    since: 60,
    sent: 75,
    referred: false,
  },
];

/** Followed, free, and on no post yet: whom the suggestions show. */
export const freePlans: readonly Pick<
  CandidatePlan,
  'given' | 'family' | 'trade' | 'commune' | 'communeCode' | 'referred'
>[] = [
  { given: 'Sékou', family: 'Doumbia', trade: 'Maçon', ...nantes, referred: true },
  { given: 'Morgane', family: 'Pennec', trade: 'Peintre en bâtiment', ...reze, referred: true },
  { given: 'Hakim', family: 'Ouali', trade: 'Manœuvre', ...port, referred: false },
  { given: 'Isabelle', family: 'Cadoret', trade: 'Agent d’entretien', ...nantes, referred: true },
  { given: 'Teddy', family: 'Nicolas-Rose', trade: 'Couvreur', ...port, referred: false },
];
