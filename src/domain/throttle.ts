/** How often something may be tried: after some failures one waits, or so many times in a while. No clock here. */

export interface ThrottleState {
  /** Tries counted since windowStart. */
  failures: number;
  windowStart: Date;
  blockedUntil: Date | null;
}

export type ThrottleVerdict =
  | { allowed: true; next: ThrottleState }
  | { allowed: false; waitSeconds: number; next: ThrottleState };

/** Each try is counted before its outcome is known; a success forgives. Beyond `free`, waits grow from `first` to `longest`. */
interface GrowingWait {
  kind: 'growing-wait';
  free: number;
  first: number;
  factor: number;
  longest: number;
  /** Seconds without a try after which the past is forgotten. */
  forgets: number;
}

interface QuotaPerWindow {
  kind: 'quota';
  limit: number;
  seconds: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Source: security goals of the product §7.3 (ASVS 5.0 6.3.1, 2.4.1; ANSSI-CNIL 2021: slow down rather than lock out). */
export const throttlePolicy = {
  from: '2026-11-21',
  source: 'ASVS 5.0, 6.3.1 et 2.4.1 ; guide ANSSI-CNIL 2021 sur l’authentification',
  classes: {
    'sign-in-account': {
      kind: 'growing-wait',
      free: 5,
      first: 5,
      factor: 2,
      longest: 5 * minute,
      forgets: day,
    },
    'sign-in-address': { kind: 'quota', limit: 10, seconds: minute },
    code: { kind: 'growing-wait', free: 3, first: 30, factor: 3, longest: 30 * minute, forgets: day },
    reset: { kind: 'quota', limit: 3, seconds: hour },
    search: { kind: 'quota', limit: 60, seconds: minute },
    export: { kind: 'quota', limit: 20, seconds: day },
    import: { kind: 'quota', limit: 10, seconds: hour },
    upload: { kind: 'quota', limit: 30, seconds: hour },
    api: { kind: 'quota', limit: 60, seconds: minute },
  } satisfies Record<string, GrowingWait | QuotaPerWindow>,
} as const;

export type ThrottleClass = keyof typeof throttlePolicy.classes;

export function freshThrottle(now: Date): ThrottleState {
  return { failures: 0, windowStart: now, blockedUntil: null };
}

/**
 * May one more try be made now? The try is counted in `next` when allowed and only then, so that a refused try
 * never lengthens the wait. `next` is worth keeping in both cases: it is where a clock set back is absorbed.
 */
export function askThrottle(throttle: ThrottleClass, state: ThrottleState, now: Date): ThrottleVerdict {
  const rule: GrowingWait | QuotaPerWindow = throttlePolicy.classes[throttle];
  const start = earliest(state.windowStart, now);
  return rule.kind === 'quota'
    ? askQuota(rule, { ...state, windowStart: start }, now)
    : askGrowingWait(rule, { ...state, windowStart: start }, now);
}

export interface QuotaLeft {
  limit: number;
  seconds: number;
  left: number;
  /** Seconds until all of it is there again. */
  resetsIn: number;
}

/** What a program may be told of its quota after a try was counted; a growing wait has nothing to tell. */
export function quotaLeft(throttle: ThrottleClass, counted: ThrottleState, now: Date): QuotaLeft | null {
  const rule: GrowingWait | QuotaPerWindow = throttlePolicy.classes[throttle];
  if (rule.kind !== 'quota') return null;
  const { limit, seconds } = rule;
  const resetsIn = secondsUntil(later(counted.windowStart, seconds), now);
  return { limit, seconds, left: Math.max(0, limit - counted.failures), resetsIn };
}

function askQuota(rule: QuotaPerWindow, state: ThrottleState, now: Date): ThrottleVerdict {
  const end = later(state.windowStart, rule.seconds);
  const current = now < end ? state : freshThrottle(now);
  if (current.failures < rule.limit) {
    return { allowed: true, next: { ...current, failures: current.failures + 1, blockedUntil: null } };
  }
  return { allowed: false, waitSeconds: secondsUntil(end, now), next: { ...current, blockedUntil: end } };
}

function askGrowingWait(rule: GrowingWait, state: ThrottleState, now: Date): ThrottleVerdict {
  const forgotten = now >= later(state.windowStart, rule.forgets);
  const current = forgotten ? freshThrottle(now) : state;
  const blockedUntil = current.blockedUntil === null ? null : earliest(current.blockedUntil, later(now, rule.longest));
  if (blockedUntil !== null && now < blockedUntil) {
    return {
      allowed: false,
      waitSeconds: secondsUntil(blockedUntil, now),
      next: { ...current, blockedUntil },
    };
  }
  const failures = current.failures + 1;
  const beyond = failures - rule.free;
  const wait = Math.min(rule.longest, rule.first * rule.factor ** Math.max(0, beyond));
  return {
    allowed: true,
    next: { failures, windowStart: now, blockedUntil: beyond < 0 ? null : later(now, wait) },
  };
}

function earliest(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function later(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * 1000);
}

function secondsUntil(end: Date, now: Date): number {
  return Math.max(1, Math.ceil((end.getTime() - now.getTime()) / 1000));
}
