/** Whether the terms of a work contract hold together, and in which state it begins. */
import type { ContractState } from './contract-state.ts';
import type { ContractType, ExecutionMethod } from './contract-types.ts';
import { isOpenEnded } from './contract-types.ts';
import type { Day } from './day.ts';
import { formatShortDay } from './day.ts';
import type { Month } from './month.ts';
import { formatMonth, monthOf } from './month.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

export interface ContractDays {
  startsOn: Day;
  trialEndsOn: Day | null;
  plannedEndOn: Day | null;
}

export type ContractDaysRefusal = 'contract-days-order' | 'trial-outside' | 'contract-without-term';
export type EmployerRefusal = 'employer-is-company' | 'employer-is-other';
export type DeclaredMonthsRefusal = 'hours-outside-days';

export function checkContractDays(
  type: ContractType,
  { startsOn, trialEndsOn, plannedEndOn }: ContractDays,
): Result<null, ContractDaysRefusal> {
  if (plannedEndOn !== null && isOpenEnded(type)) {
    return refuse('contract-without-term', { field: 'plannedEndOn' });
  }
  if (plannedEndOn !== null && plannedEndOn < startsOn) {
    return refuse('contract-days-order', { field: 'plannedEndOn' });
  }
  if (trialEndsOn === null) return done(null);
  const inside = trialEndsOn >= startsOn && (plannedEndOn === null || trialEndsOn <= plannedEndOn);
  return inside ? done(null) : refuse('trial-outside', { field: 'trialEndsOn' });
}

/** Source: domain.md §4: only a structure that lends its employee differs from the company where she works. */
export function checkEmployer({
  method,
  employer,
  company,
}: {
  method: ExecutionMethod;
  employer: string;
  company: string;
}): Result<null, EmployerRefusal> {
  const lends = method === 'secondment';
  if (lends === (employer !== company)) return done(null);
  return refuse(lends ? 'employer-is-company' : 'employer-is-other', { field: 'employerId' });
}

/** Nobody types a state: the calendar tells it. */
export function startingState({ startsOn, trialEndsOn }: ContractDays, today: Day): ContractState {
  if (startsOn > today) return 'planned';
  return trialEndsOn !== null && trialEndsOn < today ? 'trial-over' : 'active';
}

/** Hours already declared stay inside the days of their contract. */
export function checkDeclaredMonths(
  months: readonly Month[],
  { from, until }: { from: Day; until: Day | null },
): Result<null, DeclaredMonthsRefusal> {
  const outside = months.find((month) => month < monthOf(from) || (until !== null && month > monthOf(until)));
  if (outside === undefined) return done(null);
  const before = outside < monthOf(from);
  return refuse('hours-outside-days', {
    field: before ? 'startsOn' : 'day',
    details: { month: formatMonth(outside), day: formatShortDay(before ? from : (until ?? from)) },
  });
}
