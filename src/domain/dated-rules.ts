/** Rules as dated data: which value holds on a day, at which level it was set, from which source and in which version. */
import type { Day } from './day.ts';
import type { Result } from './result.ts';
import { done, refuse } from './result.ts';

/** Nearest to the work first (architecture.md §1, 9; domain.md §3.3 for the buyer): the first level that says something wins. */
export const ruleLevels = ['lot', 'market', 'convention', 'buyer', 'organisation', 'national'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

/** How sure the source is: read in a text, told by another, remembered, or chosen by the product. */
export type Certainty = 'stated' | 'seen' | 'secondary' | 'memory' | 'weak-memory' | 'design';

export interface DatedRule<Code extends string, Value> {
  code: Code;
  from: Day;
  /** Last day, included. */
  until?: Day;
  /** A value corrected without changing its days; 1 when absent. */
  revision?: number;
  source: string;
  certainty?: Certainty;
  value: Value;
}

/** What a decision keeps: the value, and enough to find again the very rule that gave it. */
export interface AppliedRule<Value> {
  code: string;
  value: Value;
  level: RuleLevel;
  source: string;
  certainty: Certainty;
  version: string;
}

export type RuleOf<Rules> = { [Code in keyof Rules & string]: DatedRule<Code, Rules[Code]> }[keyof Rules & string];
export type RuleBook<Rules> = Partial<Record<RuleLevel, readonly RuleOf<Rules>[]>>;
export type RuleRefusal = 'rule-unknown' | 'rule-doubled' | 'rule-days-order';

/** Within a level the latest start wins, then the latest revision: a new text replaces the former without closing it. */
export function resolveRule<Rules, Code extends keyof Rules & string>({
  book,
  code,
  day,
}: {
  book: RuleBook<Rules>;
  code: Code;
  day: Day;
}): Result<AppliedRule<Rules[Code]>, RuleRefusal> {
  for (const level of ruleLevels) {
    const inForce = ((book[level] ?? []) as readonly DatedRule<string, unknown>[])
      .filter((rule) => rule.code === code && rule.from <= day && day <= (rule.until ?? day))
      .sort(latestFirst);
    const [rule] = inForce as DatedRule<Code, Rules[Code]>[];
    if (rule !== undefined) return done(applied(rule, level));
  }
  return refuse('rule-unknown', { details: { code, day } });
}

/** Before saving the rules of one level: no end before its start, and no two rules that only chance could tell apart. */
export function checkRules(rules: readonly DatedRule<string, unknown>[]): Result<null, RuleRefusal> {
  const seen = new Set<string>();
  for (const rule of rules) {
    const key = `${rule.code}/${rule.from}/${rule.revision ?? 1}`;
    if (rule.until !== undefined && rule.until < rule.from) {
      return refuse('rule-days-order', { details: { code: rule.code } });
    }
    if (seen.has(key)) return refuse('rule-doubled', { details: { code: rule.code, day: rule.from } });
    seen.add(key);
  }
  return done(null);
}

function applied<Value>(rule: DatedRule<string, Value>, level: RuleLevel): AppliedRule<Value> {
  const { code, value, source, certainty = 'stated' } = rule;
  return {
    code,
    value,
    level,
    source,
    certainty,
    version: `${level}/${code}/${rule.from}/${rule.revision ?? 1}`,
  };
}

/** The source breaks ties, so that the order in which rules are read never decides. */
function latestFirst(one: DatedRule<string, unknown>, other: DatedRule<string, unknown>): number {
  if (one.from !== other.from) return one.from < other.from ? 1 : -1;
  const revisions = (other.revision ?? 1) - (one.revision ?? 1);
  return revisions === 0 ? (one.source < other.source ? -1 : 1) : revisions;
}
