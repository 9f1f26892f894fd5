/** A value of a rule said in a sentence, and as the form shows it to be changed. */
import type { CountingRules, CountingWindow, FullTime, TrainingRule, WeeklyLimit } from './counting-rules.ts';
import { windowWords } from './eligibility-window.ts';
import { formatHundredths } from './french-number.ts';
import type { Minutes } from './minutes.ts';
import { formatMinutes } from './minutes.ts';
import type { SettableCode } from './rule-catalogue.ts';
import { cardOf } from './rule-catalogue.ts';
import type { RuleValue, TypedRule } from './typed-rule.ts';

/** "48 h par semaine, 10 h par jour", as lists and histories say it. */
export function ruleSentence(code: SettableCode, value: RuleValue): string {
  const card = cardOf(code);
  switch (card.shape) {
    case 'choice':
      return card.choices?.[String(value)] ?? String(value);
    case 'window':
      return capital(windowWords(value as CountingWindow));
    case 'training': {
      const { counted, capBasisPoints } = value as TrainingRule;
      if (!counted) return 'Non comptées';
      return capBasisPoints >= 10_000
        ? 'Comptées, sans limite'
        : `Comptées, jusqu’à ${formatHundredths(capBasisPoints)}\u00A0% des heures du contrat`;
    }
    case 'limit': {
      const limit = value as WeeklyLimit;
      return `${formatMinutes(limit.week)} par semaine, ${formatMinutes(limit.day)} par jour`;
    }
    case 'hours':
      return formatMinutes(value as Minutes);
    case 'full-time': {
      const time = value as FullTime;
      return `${formatMinutes(time.year)} par an, ${formatMinutes(time.month)} par mois, ${formatMinutes(time.week)} par semaine, ${formatMinutes(time.day)} par jour`;
    }
    case 'thresholds': {
      const { onTrackBasisPoints, toWatchBasisPoints } = value as CountingRules['progress-thresholds'];
      return `En bonne voie dès ${formatHundredths(onTrackBasisPoints)}\u00A0% de l’attendu, à surveiller dès ${formatHundredths(toWatchBasisPoints)}\u00A0%`;
    }
    case 'count':
      return `${String(value)}\u00A0mois`;
  }
}

/** The same value, as the form shows it to be changed. */
export function typedOf(code: SettableCode, value: RuleValue): Partial<TypedRule> {
  // "48", "7 h 30": as one types it again.
  const hours = (minutes: Minutes) => formatMinutes(minutes).replaceAll('\u00A0', ' ').replace(/ h$/u, '');
  switch (cardOf(code).shape) {
    case 'choice':
      return { choice: String(value) };
    case 'window': {
      const window = value as CountingWindow;
      const months = window.kind === 'months' ? window.months : window.atMostMonths;
      return { windowKind: window.kind, months: String(months) };
    }
    case 'training': {
      const { counted, capBasisPoints } = value as TrainingRule;
      return counted ? { counted: 'oui', cap: formatHundredths(capBasisPoints) } : { counted: 'non', cap: '' };
    }
    case 'limit': {
      const limit = value as WeeklyLimit;
      return { week: hours(limit.week), day: hours(limit.day) };
    }
    case 'hours':
      return { hours: hours(value as Minutes) };
    case 'full-time': {
      const time = value as FullTime;
      return { year: hours(time.year), month: hours(time.month), week: hours(time.week), day: hours(time.day) };
    }
    case 'thresholds': {
      const { onTrackBasisPoints, toWatchBasisPoints } = value as CountingRules['progress-thresholds'];
      return { onTrack: formatHundredths(onTrackBasisPoints), toWatch: formatHundredths(toWatchBasisPoints) };
    }
    case 'count':
      return { count: String(value) };
  }
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
