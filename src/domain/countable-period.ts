/** The days of an entry that may count: contract, validation, market, window, each with the rule behind it. */
import type { CountableEntry, CountingSettings, NotCounted } from './countable-entry.ts';
import { lastDayCounted } from './counting-window.ts';
import type { AppliedRule } from './dated-rules.ts';
import { firstDayOf, lastDayOf } from './month.ts';
import type { Span } from './weekly-limits.ts';
import { overlap } from './weekly-limits.ts';

const noStart = '1600-01-01';
const noEnd = '9999-12-31';

export interface Bound {
  because: NotCounted;
  span: Span | null;
  rule: AppliedRule<unknown> | null;
}

/** worked: the days of contract in the month. bounds: what those days must also fall in, in the order they are told. */
export function countablePeriods(
  entry: CountableEntry,
  settings: CountingSettings,
): { worked: Span; bounds: Bound[] } | { refusedBecause: NotCounted; ruleApplied: AppliedRule<unknown> | null } {
  const { terms, market } = entry;
  const month = { from: firstDayOf(entry.month), until: lastDayOf(entry.month) };
  const worked = overlap(month, { from: terms.startsOn, until: terms.endsOn ?? noEnd });
  if (terms.removed) return { refusedBecause: 'contract-removed', ruleApplied: null };
  if (worked === null) return { refusedBecause: 'outside-contract', ruleApplied: null };
  if (settings.validation.value && entry.validation === null) {
    return { refusedBecause: 'not-validated', ruleApplied: settings.validation };
  }
  const marketSpan =
    market.notifiedOn === null ? null : overlap(always, { from: market.notifiedOn, until: market.endsOn ?? noEnd });
  return {
    worked,
    bounds: [
      { because: 'outside-contract', span: worked, rule: null },
      { because: 'before-validation', span: fromValidation(entry, settings), rule: settings.retroactivity },
      { because: 'outside-market', span: marketSpan, rule: settings.market },
      { because: 'outside-window', span: inWindow(entry, settings), rule: settings.window },
      { because: 'outside-window', span: eligibleUntil(entry), rule: settings.validation },
    ],
  };
}

const always: Span = { from: noStart, until: noEnd };

/** Source: domain.md §5.2 and H7: back to the hire only when the rule allows it and the person was eligible then. */
function fromValidation({ validation, terms }: CountableEntry, { retroactivity }: CountingSettings): Span {
  if (validation === null) return always;
  const back = retroactivity.value === 'from-hire' && validation.eligibleAtHire;
  const from = back && terms.startsOn < validation.decidedOn ? terms.startsOn : validation.decidedOn;
  return { from, until: noEnd };
}

/** Source: conventions S1 art. 2-2, S2 art. 4: the facilitator's decision counts until its last day, when it has one. */
function eligibleUntil({ validation }: CountableEntry): Span {
  return { from: noStart, until: validation?.until ?? noEnd };
}

/** A window written for one type of contract runs from its hire; the general one from the first clause contract (§3.3). */
function inWindow({ terms, market }: CountableEntry, { window }: CountingSettings): Span | null {
  const from = window.code === 'counting-window' ? terms.firstClauseStart : terms.startsOn;
  const until = lastDayCounted(window.value, { from, contractEnd: terms.endsOn, marketEnd: market.endsOn });
  return overlap({ from, until }, always);
}
