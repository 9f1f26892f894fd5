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
  proposedBy: string | null;
}

export interface Found {
  id: string;
  familyName: string;
  givenName: string;
  commune: string;
  communeCode: string;
  proposedBy: string | null;
  verdict: 'eligible' | 'not-eligible' | null;
  untilDay: Day | null;
  endedOn: Day | null;
  codes: string[] | null;
  jobs: string[] | null;
  lastEnd: Day | null;
  counted: Minutes;
}

export function profileOf(row: Found, { today, fullYear }: { today: Day; fullYear: Minutes }): PoolPerson {
  const jobs = row.jobs ?? [];
  const read = jobs.map((job) => readTrade(job)).flatMap((trade) => (trade.ok ? [trade.value.code] : []));
  const ended = row.endedOn !== null && row.endedOn <= today;
  const yes = row.verdict === 'eligible' && !ended;
  return {
    id: row.id,
    familyName: row.familyName,
    givenName: row.givenName,
    lastJob: jobs[0] ?? '',
    proposedBy: row.proposedBy,
    romeCodes: [...new Set([...(row.codes ?? []), ...read])],
    commune: row.commune,
    communeCode: row.communeCode,
    mobilityKm: null,
    availableOn: row.lastEnd === null ? null : row.lastEnd < today ? today : addDays(row.lastEnd, 1),
    eligible: yes ? 'yes' : row.verdict === null || ended ? 'to-decide' : 'no',
    eligibleUntil: yes ? row.untilDay : null,
    licence: '',
    level: null,
    lacking: Math.max(0, fullYear - row.counted),
  };
}
