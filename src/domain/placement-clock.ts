/** The company's time to answer about a candidate: until when, when it is reminded, and when its silence is told. */
import type { Day } from './day.ts';
import { addDays, daysBetween } from './day.ts';

/** Choice of the product, 2026-11-28: one reminder at half time, one on the last day; then a person telephones. */
export const mostReminders = 2;

export interface AnswerClock {
  sentOn: Day;
  /** Days to answer: the rule « answer-days », dated. */
  days: number;
}

/** The last day to answer, included. */
export function answerDueOn({ sentOn, days }: AnswerClock): Day {
  return addDays(sentOn, days);
}

export function isSilent({ dueOn, today }: { dueOn: Day; today: Day }): boolean {
  return today > dueOn;
}

/** A day on which a reminder leaves; never the day it was sent, never twice on a day. */
export function isReminderDay({
  sentOn,
  dueOn,
  today,
  reminded,
}: {
  sentOn: Day;
  dueOn: Day;
  today: Day;
  /** The days it was already reminded. */
  reminded: readonly Day[];
}): boolean {
  if (today <= sentOn || today > dueOn || reminded.length >= mostReminders) return false;
  const half = addDays(sentOn, Math.ceil(daysBetween(sentOn, dueOn) / 2));
  const due = today === dueOn || (today >= half && reminded.length === 0);
  return due && !reminded.includes(today);
}

/** "répond sous 3 jours", "dernier jour", "sans réponse depuis 4 jours". */
export function clockWords({ dueOn, today }: { dueOn: Day; today: Day }): string {
  const left = daysBetween(today, dueOn);
  if (left > 1) return `${left}\u00A0jours pour répondre`;
  if (left === 1) return 'un jour pour répondre';
  if (left === 0) return 'dernier jour pour répondre';
  return left === -1 ? 'sans réponse depuis un jour' : `sans réponse depuis ${-left}\u00A0jours`;
}
