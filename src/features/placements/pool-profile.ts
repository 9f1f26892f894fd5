/** From what is kept of a person to what the rule of suggestion reads of her. */
import type { Day } from '#domain/day.ts';
import { addDays } from '#domain/day.ts';
import type { Minutes } from '#domain/minutes.ts';
import type { Candidate } from '#domain/suggestion.ts';
import { readTrade } from '#domain/trade.ts';

export interface PoolPerson extends Candidate {
  familyName: string;
  givenName: string;
  /** The last work she did, in its own words. */
  lastJob: string;
}

export interface Found {
  id: string;
  familyName: string;
  givenName: string;
  commune: string;
  communeCode: string;
  /** Of the profile in the pool: said when the commune has no code. */
  departmentCode: string;
  verdict: 'eligible' | 'not-eligible' | null;
  untilDay: Day | null;
  endedOn: Day | null;
  codes: string[] | null;
  jobs: string[] | null;
  lastEnd: Day | null;
  counted: Minutes;
  /** Kept in the pool; null for who is not in it. */
  wished: string[] | null;
  drivingLicence: 'yes' | 'no' | 'unknown' | null;
  trainingLevel: number | null;
  availableFrom: Day | null;
}

/** The pool knows of one licence only: of the others nothing is said. */
const knownLicence = 'B';

export function profileOf(
  row: Found,
  { today, licence, fullYear }: { today: Day; licence: string; fullYear: Minutes },
): PoolPerson {
  const jobs = row.jobs ?? [];
  const read = jobs.map((job) => readTrade(job)).flatMap((trade) => (trade.ok ? [trade.value.code] : []));
  const ended = row.endedOn !== null && row.endedOn <= today;
  const yes = row.verdict === 'eligible' && !ended;
  return {
    id: row.id,
    familyName: row.familyName,
    givenName: row.givenName,
    lastJob: jobs[0] ?? '',
    romeCodes: [...new Set([...(row.wished ?? []), ...(row.codes ?? []), ...read])],
    commune: row.commune,
    communeCode: row.communeCode,
    departmentCode: row.communeCode === '' ? row.departmentCode : '',
    mobilityKm: null,
    availableOn: row.availableFrom ?? afterWork(row.lastEnd, today),
    eligible: yes ? 'yes' : row.verdict === null || ended ? 'to-decide' : 'no',
    eligibleUntil: yes ? row.untilDay : null,
    licence: licence === knownLicence ? licenceWords[row.drivingLicence ?? 'unknown'] : '',
    level: row.trainingLevel,
    lacking: Math.max(0, fullYear - row.counted),
  };
}

const licenceWords = { yes: knownLicence, no: 'aucun', unknown: '' } as const;

function afterWork(lastEnd: Day | null, today: Day): Day | null {
  if (lastEnd === null) return null;
  return lastEnd < today ? today : addDays(lastEnd, 1);
}
