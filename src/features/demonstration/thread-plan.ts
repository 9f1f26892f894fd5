/** The markets of the demonstration, planned by pure chance of a fixed seed: who buys, who holds, how far it went. */
import { addMonths } from '#domain/day.ts';
import { numbersFrom } from './rows.ts';

export type PlanState =
  | 'running'
  | 'completed'
  | 'closed'
  | 'notified'
  | 'awarded'
  | 'dce-ready'
  | 'under-study'
  | 'suspended';

export interface LotPlan {
  key: string;
  number: number;
  title: string;
  company: string;
  /** A temporary agency or an association that lends people on this lot. */
  agency: string | null;
  minutes: number;
  /** What was really done of what was expected: 1 is on time. */
  pace: number;
  people: number;
}

export interface MarketPlan {
  key: string;
  buyer: string;
  facilitator: string;
  object: string;
  place: string;
  department: string;
  reference: string;
  cpv: string;
  state: PlanState;
  startsOn: string;
  endsOn: string;
  lots: LotPlan[];
}

const buyers = ['metropole', 'departement', 'habitat', 'hopital', 'ville', 'ports'] as const;
const objects = [
  ['Réhabilitation du collège', 'Gros œuvre', '45214200'],
  ['Entretien des espaces verts', 'Espaces verts', '77310000'],
  ['Construction de logements', 'Gros œuvre', '45211000'],
  ['Nettoyage des locaux', 'Propreté', '90911200'],
  ['Rénovation énergétique du groupe scolaire', 'Isolation et menuiseries', '45321000'],
  ['Extension du réseau de chaleur', 'Terrassement et réseaux', '45232140'],
  ['Restauration collective', 'Préparation et service', '55524000'],
  ['Aménagement du pôle d’échanges', 'Voirie', '45233140'],
  ['Collecte des déchets', 'Collecte', '90511000'],
  ['Peinture des bâtiments communaux', 'Peinture', '45442100'],
] as const;
const quarters = [
  'des Tanneurs',
  'du Sillon',
  'des Docks',
  'de la Lande',
  'du Port',
  'des Coteaux',
  'de l’Étang',
  'du Bocage',
];
const towns = [
  ['44', 'Nantes'],
  ['44', 'Saint-Nazaire'],
  ['49', 'Angers'],
  ['53', 'Laval'],
  ['85', 'La Roche-sur-Yon'],
] as const;
const states: readonly PlanState[] = [
  ...Array.from({ length: 36 }, () => 'running' as const),
  ...Array.from({ length: 8 }, () => 'completed' as const),
  ...Array.from({ length: 5 }, () => 'closed' as const),
  'notified',
  'notified',
  'notified',
  'awarded',
  'awarded',
  'dce-ready',
  'dce-ready',
  'under-study',
  'under-study',
  'suspended',
  'suspended',
];
const volumes = [630, 840, 1260, 1820, 2400, 3640, 5460, 7280];

export function planMarkets(today: string): MarketPlan[] {
  const draw = numbersFrom(11);
  const pick = <Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value =>
    values[Math.floor(draw() * values.length)] as Value;
  return states.slice(0, 60).map((state, index) => {
    const [department, town] = pick(towns);
    const [object, trade, cpv] = pick(objects);
    const months = 8 + Math.floor(draw() * 16);
    const begun = {
      running: months * (0.2 + draw() * 0.7),
      suspended: months * 0.5,
      completed: months + 1 + (index % 6),
      // Long enough ago for the news of three, six and twelve months.
      closed: months + 14,
    };
    const elapsed = state in begun ? Math.round(begun[state as keyof typeof begun]) : -2;
    const startsOn = `${addMonths(today, -elapsed).slice(0, 7)}-01`;
    const lotCount = 1 + Math.floor(draw() * 2.4);
    return {
      key: `market-${index + 1}`,
      buyer: index < 14 ? 'metropole' : pick(buyers),
      facilitator: department === '49' ? 'passerelle' : department === '53' ? 'horizon' : 'relais',
      object: `${object} ${pick(quarters)}`,
      place: town,
      department,
      reference: `${startsOn.slice(0, 4)}-${String(100 + index * 7).padStart(5, '0')}`,
      cpv,
      state,
      startsOn,
      endsOn: addMonths(startsOn, months),
      lots: Array.from({ length: lotCount }, (_, lot) => planLot({ index, lot, months, trade, draw, pick })),
    };
  });
}

function planLot({
  index,
  lot,
  months,
  trade,
  draw,
  pick,
}: {
  index: number;
  lot: number;
  months: number;
  trade: string;
  draw: () => number;
  pick: <Value>(values: readonly Value[]) => Value;
}): LotPlan {
  const hours = pick(volumes);
  const seconds = ['Second œuvre', 'Abords', 'Finitions'];
  return {
    key: `lot-${index + 1}-${lot + 1}`,
    number: lot + 1,
    title: lot === 0 ? trade : (seconds[(index + lot) % seconds.length] ?? trade),
    company: index < 6 && lot === 0 ? 'batirOuest' : `company-${1 + Math.floor(draw() * 24)}`,
    agency: draw() < 0.5 ? pick(['tremplin', 'inclusion-2', 'inclusion-3', 'inclusion-8', 'inclusion-10']) : null,
    minutes: hours * 60,
    pace: pick([1.35, 1.3, 1.25, 1.2, 1.15, 1.1, 1.05, 0.8, 0.5]),
    people: Math.min(8, Math.max(1, Math.round(hours / months / 85))),
  };
}
