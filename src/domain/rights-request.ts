/** Requests of a person about her data (GDPR art. 15 to 21): their life, and the month to answer them (art. 12.3). */
import type { Day } from './day.ts';
import { addMonths, daysBetween } from './day.ts';
import { workingDayFrom } from './public-holidays.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';
import type { Tone } from './state-machine.ts';

export const requestKinds = {
  access: {
    label: 'Voir mes données',
    detail: 'Recevoir une copie de tout ce qui me concerne.',
    article: 'article 15 du RGPD',
  },
  rectification: {
    label: 'Corriger mes données',
    detail: 'Dire ce qui est faux ou manque.',
    article: 'article 16 du RGPD',
  },
  opposition: {
    label: 'M’opposer',
    detail: 'Demander que mes données ne servent plus, et dire pourquoi.',
    article: 'article 21 du RGPD',
  },
  erasure: {
    label: 'Effacer mes données',
    detail: 'Ce que la loi oblige à garder sera mis de côté jusqu’à son terme.',
    article: 'article 17 du RGPD',
  },
} as const;

export type RequestKind = keyof typeof requestKinds;

export const requestStates = {
  received: { label: 'Reçue', tone: 'attention' },
  'under-review': { label: 'À l’étude', tone: 'progress' },
  accepted: { label: 'Acceptée', tone: 'ok' },
  'partly-accepted': { label: 'Acceptée en partie', tone: 'ok' },
  refused: { label: 'Refusée', tone: 'problem' },
  withdrawn: { label: 'Retirée', tone: 'neutral' },
} as const satisfies Record<string, { label: string; tone: Tone }>;

export type RequestState = keyof typeof requestStates;

/** Who moves a request: the person herself, or whoever answers for the structure. */
export type RequestMover = 'person' | 'holder';

const steps: Readonly<Record<RequestState, readonly { to: RequestState; by: RequestMover; reason?: true }[]>> = {
  received: [
    { to: 'under-review', by: 'holder' },
    { to: 'accepted', by: 'holder', reason: true },
    { to: 'partly-accepted', by: 'holder', reason: true },
    { to: 'refused', by: 'holder', reason: true },
    { to: 'withdrawn', by: 'person' },
  ],
  'under-review': [
    { to: 'accepted', by: 'holder', reason: true },
    { to: 'partly-accepted', by: 'holder', reason: true },
    { to: 'refused', by: 'holder', reason: true },
    { to: 'withdrawn', by: 'person' },
  ],
  accepted: [],
  'partly-accepted': [],
  refused: [],
  withdrawn: [],
};

export type RequestRefusal = 'request-closed' | 'request-other-side' | 'reason-missing';

export function moveRequest(move: {
  from: RequestState;
  to: RequestState;
  by: RequestMover;
  reason?: string;
}): Result<RequestState, RequestRefusal> {
  const step = steps[move.from].find(({ to }) => to === move.to);
  if (step === undefined) return refuse('request-closed');
  if (step.by !== move.by) return refuse('request-other-side');
  if (step.reason === true && (move.reason ?? '').trim() === '') return refuse('reason-missing', { field: 'answer' });
  return done(move.to);
}

export function isOpenRequest(state: RequestState): boolean {
  return state === 'received' || state === 'under-review';
}

export const openRequestStates: readonly RequestState[] = ['received', 'under-review'];

/**
 * One month from the day it was received; a last day that is a Saturday, a Sunday or a public holiday moves to the next
 * working day (règlement 1182/71, art. 3.4; EDPB guidelines 01/2022, §157).
 */
export function requestDueOn(receivedOn: Day): Day {
  return workingDayFrom(addMonths(receivedOn, 1));
}

export type ExtensionRefusal = 'request-closed' | 'request-extended' | 'request-too-late' | 'reason-missing';

/** Two more months, once, told within the first month with the reason (GDPR art. 12.3). */
export function extendRequest(asked: {
  state: RequestState;
  receivedOn: Day;
  extendedOn: Day | null;
  reason: string;
  today: Day;
}): Result<Day, ExtensionRefusal> {
  if (!isOpenRequest(asked.state)) return refuse('request-closed');
  if (asked.extendedOn !== null) return refuse('request-extended');
  if (asked.today > requestDueOn(asked.receivedOn)) return refuse('request-too-late');
  if (asked.reason.trim() === '') return refuse('reason-missing', { field: 'reason' });
  return done(workingDayFrom(addMonths(asked.receivedOn, 3)));
}

/** What the work list says of the time left. */
export function requestClock(
  { state, dueOn }: { state: RequestState; dueOn: Day },
  today: Day,
): { tone: Tone; label: string } {
  if (!isOpenRequest(state)) return requestStates[state];
  const left = daysBetween(today, dueOn);
  if (left < 0) return { tone: 'problem', label: left === -1 ? 'En retard d’un jour' : `En retard de ${-left} jours` };
  if (left === 0) return { tone: 'problem', label: 'À répondre aujourd’hui' };
  return { tone: left <= 7 ? 'attention' : 'progress', label: left === 1 ? 'Reste 1 jour' : `Restent ${left} jours` };
}
