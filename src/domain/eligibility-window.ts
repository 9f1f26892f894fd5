/** How long a decision of eligibility lasts: the window of the rules in force on its first day, with the rule that gave it. */
import type { ContractType } from './contract-types.ts';
import type { CountingBook, CountingWindow } from './counting-rules.ts';
import { resolveWindow } from './counting-rules.ts';
import { lastDayCounted } from './counting-window.ts';
import type { AppliedRule, RuleLevel, RuleRefusal } from './dated-rules.ts';
import { ruleLevels } from './dated-rules.ts';
import type { Day } from './day.ts';
import type { Result } from './result.ts';
import { done } from './result.ts';

export interface WindowContract {
  type: ContractType;
  startsOn: Day;
  endsOn: Day | null;
  marketEnd: Day | null;
}

export interface DecidedWindow {
  /** The day the window runs from: the first clause contract, or the hire for a rule proper to the type. */
  runsFrom: Day;
  untilDay: Day;
  rule: AppliedRule<CountingWindow>;
}

/** Source: domain.md §3.3. A window already over when the decision begins belongs to a former path: a new one runs from the decision. */
export function decideWindow({
  book,
  type,
  fromDay,
  contracts,
}: {
  book: CountingBook;
  type: ContractType;
  fromDay: Day;
  contracts: readonly WindowContract[];
}): Result<DecidedWindow, RuleRefusal> {
  const rule = resolveWindow({ book, type, day: fromDay });
  if (!rule.ok) return rule;
  const window = rule.value.value;
  const general = rule.value.code === 'counting-window';
  const sorted = [...contracts].sort((one, other) => (one.startsOn < other.startsOn ? -1 : 1));
  const ofType = sorted.findLast((contract) => contract.type === type);
  const start = (general ? sorted[0] : ofType)?.startsOn ?? fromDay;
  const ends = { contractEnd: ofType?.endsOn ?? null, marketEnd: ofType?.marketEnd ?? null };
  const untilDay = lastDayCounted(window, { from: start, ...ends });
  if (untilDay >= fromDay) return done({ runsFrom: start, untilDay, rule: rule.value });
  const anew = lastDayCounted(window, { from: fromDay, contractEnd: null, marketEnd: null });
  return done({ runsFrom: fromDay, untilDay: anew, rule: rule.value });
}

/** "24 mois", as a sentence says it. */
export function windowWords(window: CountingWindow): string {
  switch (window.kind) {
    case 'months':
      return `${window.months}\u00a0mois`;
    case 'contract-end':
      return `la durée du contrat, ${window.atMostMonths}\u00a0mois au plus`;
    case 'market-end':
      return `jusqu’à la fin du marché, ${window.atMostMonths}\u00a0mois au plus`;
  }
}

/** Finds again the rule a decision kept, by its version; null when it is no longer in the book. */
export function ruleOfVersion(
  book: CountingBook,
  version: string,
): { level: RuleLevel; source: string; window: CountingWindow } | null {
  const [written = '', code = '', from = '', revision = ''] = version.split('/');
  const level = ruleLevels.find((known) => known === written);
  const rule = (level === undefined ? [] : (book[level] ?? [])).find(
    (one) => one.code === code && one.from === from && String(one.revision ?? 1) === revision,
  );
  if (level === undefined || rule === undefined || !rule.code.startsWith('counting-window')) return null;
  return { level, source: rule.source, window: rule.value as CountingWindow };
}

export const levelWords: Readonly<Record<RuleLevel, string>> = {
  lot: 'règle du lot',
  market: 'règle du marché',
  convention: 'règle de la convention',
  buyer: 'règle de l’acheteur',
  organisation: 'règle de la structure de facilitation',
  national: 'règle nationale par défaut',
};
