/** Who may suit a post, in what order and why: a sum of reasons anybody can read, never a sensitive fact. */
import type { Day } from './day.ts';
import { addDays, formatShortDay } from './day.ts';
import type { Minutes } from './minutes.ts';
import { formatMinutes } from './minutes.ts';
import { foldForSearch } from './text.ts';
import { tradeNearness } from './trade.ts';
import type { Tone } from './state-machine.ts';

export interface WantedPost {
  romeCode: string;
  commune: string;
  communeCode: string;
  departmentCode: string;
  startsOn: Day;
  endsOn: Day | null;
  /** '' when none is asked. */
  licence: string;
  level: number | null;
}

export interface Candidate {
  id: string;
  /** What she looks for and what she has done; empty when unknown. */
  romeCodes: readonly string[];
  commune: string;
  communeCode: string;
  /** Said apart when the commune has no code. */
  departmentCode?: string;
  /** How far she can go, in km; null when unknown. */
  mobilityKm: number | null;
  availableOn: Day | null;
  /** Of the clause: null when not eligible or undecided. */
  eligibleUntil: Day | null;
  eligible: 'yes' | 'no' | 'to-decide';
  /** '' when unknown. */
  licence: string;
  level: number | null;
  /** Hours that still separate her from a full year of work under the clause. */
  lacking: Minutes;
}

export interface Reason {
  code: 'trade' | 'distance' | 'availability' | 'eligibility' | 'licence' | 'level' | 'lacking';
  words: string;
  tone: Tone;
  points: number;
}

export interface Suggestion {
  candidate: Candidate;
  score: number;
  reasons: Reason[];
}

/**
 * Choice of the product, 2026-11-28, to be judged with facilitators: the trade first, then the road, then the day one can start.
 * The last points go to who has worked least, since the path should lengthen (S93 art. 2, S21 art. 2).
 */
export const suggestionWeights = {
  from: '2026-11-28',
  source: 'Choix de Guichet',
  trade: { same: 40, close: 25, family: 10, other: 0 },
  distance: { commune: 25, department: 15, unknown: 5, elsewhere: 0 },
  availability: { 'in-time': 20, 'within-month': 10, unknown: 5, later: 0 },
  eligibility: { whole: 10, part: 5, undecided: 2 },
  licence: { held: 5, unknown: 0, lacking: -20 },
  level: { reached: 3, unknown: 0, below: -5 },
  lacking: { most: 7, some: 3, none: 0 },
} as const;

/** The clause pays for nothing outside its window: who is not eligible, or no more on the first day, is not proposed. */
export function mayBeSuggested(post: Pick<WantedPost, 'startsOn'>, candidate: Candidate): boolean {
  if (candidate.eligible === 'no') return false;
  return candidate.eligibleUntil === null || candidate.eligibleUntil >= post.startsOn;
}

/** Best first; among equals the order of the ids, so that two readings agree. */
export function suggest(post: WantedPost, candidates: readonly Candidate[]): Suggestion[] {
  return candidates
    .filter((candidate) => mayBeSuggested(post, candidate))
    .map((candidate) => {
      const reasons = reasonsFor(post, candidate);
      return { candidate, reasons, score: reasons.reduce((sum, { points }) => sum + points, 0) };
    })
    .sort((one, other) => other.score - one.score || (one.candidate.id < other.candidate.id ? -1 : 1));
}

function reasonsFor(post: WantedPost, candidate: Candidate): Reason[] {
  return [
    tradeReason(post, candidate),
    distanceReason(post, candidate),
    availabilityReason(post, candidate),
    eligibilityReason(post, candidate),
    ...licenceReason(post, candidate),
    ...levelReason(post, candidate),
    lackingReason(candidate),
  ];
}

const nearnessOrder = ['same', 'close', 'family', 'other'] as const;

function tradeReason({ romeCode }: WantedPost, { romeCodes }: Candidate): Reason {
  const found = romeCodes.map((code) => tradeNearness(code, romeCode));
  const best = nearnessOrder.find((each) => found.includes(each)) ?? 'other';
  const told = {
    same: { words: 'Même métier', tone: 'ok' },
    close: { words: 'Métier voisin', tone: 'ok' },
    family: { words: 'Même famille de métiers', tone: 'neutral' },
    other: { words: romeCodes.length === 0 ? 'Métier à vérifier' : 'Autre métier', tone: 'neutral' },
  } as const;
  return { code: 'trade', ...told[best], points: suggestionWeights.trade[best] };
}

export type Nearness = keyof typeof suggestionWeights.distance;

/** Without coordinates, what is known is the commune and its département: codes first, names when there is none. */
export function nearnessOf(
  one: { commune: string; communeCode: string; departmentCode?: string },
  other: { commune: string; communeCode: string; departmentCode?: string },
): Nearness {
  if (one.communeCode !== '' && one.communeCode === other.communeCode) return 'commune';
  const departments = [departmentOf(one), departmentOf(other)];
  const apart = departments[0] !== '' && departments[1] !== '' && departments[0] !== departments[1];
  const named = foldForSearch(one.commune);
  if (!apart && named !== '' && named === foldForSearch(other.commune)) return 'commune';
  if (departments[0] === '' || departments[1] === '') return 'unknown';
  return apart ? 'elsewhere' : 'department';
}

/** 97 and 98 take three characters (overseas), Corsica keeps its letter. */
export function departmentOf({ communeCode, departmentCode = '' }: { communeCode: string; departmentCode?: string }) {
  if (departmentCode !== '') return departmentCode;
  return /^9[78]/u.test(communeCode) ? communeCode.slice(0, 3) : communeCode.slice(0, 2);
}

function distanceReason(post: WantedPost, candidate: Candidate): Reason {
  const near = nearnessOf(post, candidate);
  const told = {
    commune: { words: 'Même commune', tone: 'ok' },
    department: { words: 'Même département', tone: 'neutral' },
    unknown: { words: 'Trajet à vérifier', tone: 'attention' },
    elsewhere: { words: 'Autre département', tone: 'attention' },
  } as const;
  const { words, tone } = told[near];
  const reach =
    candidate.mobilityKm === null || near === 'commune' ? '' : `, se déplace à ${candidate.mobilityKm}\u00A0km`;
  return { code: 'distance', words: `${words}${reach}`, tone, points: suggestionWeights.distance[near] };
}

function availabilityReason({ startsOn }: WantedPost, { availableOn }: Candidate): Reason {
  const { availability } = suggestionWeights;
  const code = 'availability';
  if (availableOn === null) {
    return { code, words: 'Disponibilité à vérifier', tone: 'attention', points: availability.unknown };
  }
  if (availableOn <= startsOn) {
    return { code, words: 'Disponible au début du poste', tone: 'ok', points: availability['in-time'] };
  }
  const soon = availableOn <= addDays(startsOn, 30);
  return {
    code,
    words: `Disponible à partir du ${formatShortDay(availableOn)}`,
    tone: soon ? 'neutral' : 'attention',
    points: soon ? availability['within-month'] : availability.later,
  };
}

function eligibilityReason({ startsOn, endsOn }: WantedPost, { eligible, eligibleUntil }: Candidate): Reason {
  const { eligibility } = suggestionWeights;
  const code = 'eligibility';
  if (eligible === 'to-decide') {
    return { code, words: 'Éligibilité à décider', tone: 'attention', points: eligibility.undecided };
  }
  if (eligibleUntil === null) return { code, words: 'Éligible', tone: 'ok', points: eligibility.whole };
  const whole = eligibleUntil >= (endsOn ?? startsOn);
  return {
    code,
    words: `Éligible jusqu’au ${formatShortDay(eligibleUntil)}`,
    tone: whole ? 'ok' : 'attention',
    points: whole ? eligibility.whole : eligibility.part,
  };
}

function licenceReason(post: WantedPost, { licence }: Candidate): Reason[] {
  if (post.licence === '') return [];
  const { licence: points } = suggestionWeights;
  const code = 'licence';
  if (licence === '') {
    return [{ code, words: `Permis ${post.licence} à vérifier`, tone: 'attention', points: points.unknown }];
  }
  const held = licence.split(/[\s,]+/u).includes(post.licence);
  return held
    ? [{ code, words: `Permis ${post.licence}`, tone: 'ok', points: points.held }]
    : [{ code, words: `Sans permis ${post.licence}`, tone: 'problem', points: points.lacking }];
}

function levelReason(post: WantedPost, { level }: Candidate): Reason[] {
  if (post.level === null) return [];
  const { level: points } = suggestionWeights;
  const code = 'level';
  if (level === null) return [{ code, words: 'Niveau à vérifier', tone: 'attention', points: points.unknown }];
  return level >= post.level
    ? [{ code, words: `Niveau ${level}`, tone: 'ok', points: points.reached }]
    : [{ code, words: `Niveau ${level}, ${post.level} demandé`, tone: 'attention', points: points.below }];
}

/** Half a full-time year, by the rule « full-time » (1 820 h). */
const mostLacking: Minutes = 910 * 60;

function lackingReason({ lacking }: Candidate): Reason {
  const { lacking: points } = suggestionWeights;
  if (lacking <= 0) {
    return { code: 'lacking', words: 'Une année à temps plein déjà faite', tone: 'neutral', points: points.none };
  }
  return {
    code: 'lacking',
    words: `Il lui manque ${formatMinutes(lacking)}`,
    tone: 'neutral',
    points: lacking >= mostLacking ? points.most : points.some,
  };
}
