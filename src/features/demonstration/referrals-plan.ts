/** Who proposes whom in the demonstration: prescribers, invented people, and how far each proposal went. */
import type { PrescriberKind } from '#domain/prescriber-kinds.ts';
import type { ReferralState } from '#domain/referral-state.ts';

export const partners: readonly { key: string; kind: PrescriberKind; referent: string }[] = [
  { key: 'mission', kind: 'ML', referent: 'Gilles Brun' },
  { key: 'prescriber-1', kind: 'FT', referent: 'Hélène Couturier' },
  { key: 'prescriber-2', kind: 'PLIE', referent: 'Marion Aubry' },
  { key: 'prescriber-3', kind: 'CCAS', referent: 'Lucien Farge' },
  { key: 'prescriber-4', kind: 'CAP_EMPLOI', referent: 'Odette Salmon' },
  { key: 'prescriber-5', kind: 'ML', referent: 'Rachid Belkacem' },
  { key: 'prescriber-6', kind: 'SPIP', referent: 'Claude Vernier' },
  { key: 'prescriber-7', kind: 'E2C', referent: 'Sandrine Loiseau' },
];

export interface PlannedReferral {
  key: string;
  prescriber: string;
  family: string;
  given: string;
  birth: string;
  state: ReferralState;
  accepted: boolean;
  /** Days since the proposal, and since its present state. */
  sent: number;
  since: number;
  reason: string;
  wish: string;
  claims: readonly string[];
}

const families = [
  'Adjovi',
  'Bellamy',
  'Carvalho',
  'Delorme',
  'Essomba',
  'Ferrand-Roy',
  'Gomis',
  'Hamidi',
  'Imbert',
  'Jaouen',
  'Kaba',
  'Lemoigne',
  'Medjber',
  'Nanteuil',
  'Oubaali',
  'Pascaud',
  'Quéméner',
  'Rabearison',
  'Sylla',
  'Tanguy',
];
const givens = [
  'Aline',
  'Bakary',
  'Chloé',
  'David',
  'Esther',
  'Fabrice',
  'Ghislaine',
  'Hakim',
  'Inaya',
  'Jonas',
  'Karine',
  'Lassana',
  'Maud',
  'Nabil',
  'Orlane',
  'Prosper',
  'Quentin',
  'Rania',
  'Steeve',
  'Tatiana',
];
const trades = ['F1703', 'F1606', 'K2204', 'A1203', 'G1603', 'F1704', 'N1103', 'F1702'];
const claimSets = [
  ['DELD'],
  ['RSA', 'QPV'],
  ['JEUNE_ACCOMPAGNE'],
  ['RSA'],
  ['QPV', 'DELD'],
  ['SENIOR', 'DELD'],
  ['TO_SAY'],
  ['PLIE'],
] as const;

/** A state, how many of them, whether accepted, and the reason of those that ended. */
const spread: readonly [ReferralState, number, boolean, string][] = [
  ['referred', 5, false, ''],
  ['referred', 3, true, ''],
  ['met', 3, true, ''],
  ['eligibility-pending', 3, true, ''],
  ['eligible', 3, true, ''],
  ['in-pool', 16, true, ''],
  ['expired', 1, true, ''],
  ['not-eligible', 2, true, ''],
  ['refused', 4, true, 'training'],
  ['hired', 3, true, ''],
  ['withdrawn', 2, false, 'hired-elsewhere'],
];

export function planReferrals(): PlannedReferral[] {
  const planned: PlannedReferral[] = [];
  for (const [state, count, accepted, reason] of spread) {
    for (let place = 0; place < count; place += 1) {
      const index = planned.length;
      const since = state === 'referred' ? [1, 2, 4, 9, 13][place % 5] : 2 + ((index * 7) % 40);
      planned.push({
        key: `referral-${index + 1}`,
        // The one with an account proposes most.
        prescriber: index % 3 === 0 ? 'mission' : (partners[index % partners.length]?.key ?? 'mission'),
        family: families[index % families.length] ?? '',
        given: givens[(index * 7 + Math.floor(index / 20)) % givens.length] ?? '',
        birth: `${1966 + ((index * 7) % 39)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + ((index * 5) % 28)).padStart(2, '0')}`,
        state,
        accepted,
        sent: (since ?? 1) + (state === 'referred' ? 0 : 6 + (index % 20)),
        since: since ?? 1,
        reason:
          state === 'refused' ? (['training', 'unreachable', 'not-mobile', 'no-position'][place] ?? reason) : reason,
        wish: trades[index % trades.length] ?? '',
        claims: claimSets[index % claimSets.length] ?? ['DELD'],
      });
    }
  }
  return [...planned, ...twins(planned)];
}

/** The same person by another prescriber, and one letter apart: what the page of duplicates shows. */
function twins(planned: readonly PlannedReferral[]): PlannedReferral[] {
  const [first, second] = planned.filter(({ state }) => state === 'in-pool');
  if (first === undefined || second === undefined) return [];
  const again = { state: 'referred', accepted: false, sent: 1, since: 1, reason: '' } as const;
  return [
    { ...first, ...again, key: 'referral-twin-1', prescriber: 'prescriber-2', family: first.family.toUpperCase() },
    { ...second, ...again, key: 'referral-twin-2', prescriber: 'prescriber-1', given: second.given.slice(0, -1) },
  ];
}
