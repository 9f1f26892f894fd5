/** Hours told in days, full-time months and full-time years, for people who do not think in hours. */
import type { FullTime } from './counting-rules.ts';
import type { Minutes } from './minutes.ts';
import { hundredthsOfDays, hundredthsOfFullTimeMonths } from './minutes.ts';

/** All in hundredths. Source: domain.md §5.1: 1 820 h make a full-time year; never mixed with 1 607 h or 1 720 h. */
export interface Equivalents {
  days: number;
  fullTimeMonths: number;
  fullTimeYears: number;
}

export function equivalentsOf(minutes: Minutes, fullTime: FullTime): Equivalents {
  return {
    days: hundredthsOfDays({ minutes, minutesPerDay: fullTime.day }),
    fullTimeMonths: hundredthsOfFullTimeMonths({ minutes, minutesPerMonth: fullTime.month }),
    fullTimeYears: hundredthsOfFullTimeMonths({ minutes, minutesPerMonth: fullTime.year }),
  };
}
