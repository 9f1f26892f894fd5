/** The answer for each way of being hired: the clause, a structure of insertion by its kind, a GEIQ; a person decides afterwards. */
import { clauseCriteria, marketProfile } from './clause-criteria.ts';
import type { Criterion } from './eligibility-criteria.ts';
import { inForce } from './eligibility-criteria.ts';
import type { EligibilityFacts } from './eligibility-facts.ts';
import type { EligibilityBook, EmployerKind } from './eligibility-rules.ts';
import { eligibilityRule, nationalEligibilityBook } from './eligibility-rules.ts';
import type { Finding } from './examine-criterion.ts';
import { examineCriterion } from './examine-criterion.ts';
import { geiqCriteria, iaeCriteria } from './iae-criteria.ts';
import type { MarketPublics } from './market-publics.ts';
import { openPublics } from './market-publics.ts';

export interface Examined {
  facts: EligibilityFacts;
  book: EligibilityBook;
}

/** Every criterion that what was told opens, those met first, then those the market puts first. */
export function examineClause(examined: Examined, publics: MarketPublics = openPublics): Finding[] {
  const list = [...inForce(clauseCriteria, examined.facts.day), ...(publics.profile === null ? [] : [marketProfile])];
  const found = examine(list, examined).map((finding) => {
    if (!publics.excluded.includes(finding.criterion.code)) return finding;
    return { ...finding, state: 'failed' as const, why: ['Ce marché n’admet pas ce public.'] };
  });
  const rank = ({ state, criterion }: Finding) =>
    (state === 'met' ? 0 : 2) + (publics.prioritised.includes(criterion.code) ? 0 : 1);
  return found.toSorted((one, other) => rank(one) - rank(other));
}

export const employerKinds = ['EI', 'ACI', 'EITI', 'AI', 'ETTI'] as const satisfies readonly EmployerKind[];

export interface IaeAnswer {
  kind: EmployerKind;
  eligible: boolean;
  first: number;
  second: number;
  needed: number;
}

/** One of the first level is enough; of the second, three for EI, ACI and EITI, two for AI and ETTI (P5). */
export function examineIae({ facts }: Pick<Examined, 'facts'>): { findings: Finding[]; answers: IaeAnswer[] } {
  // The State's rule: what a structure sets for its own clauses does not move it.
  const book = nationalEligibilityBook;
  const findings = examine(inForce(iaeCriteria, facts.day), { facts, book });
  const met = findings.filter(({ state }) => state === 'met');
  const first = met.filter(({ criterion }) => criterion.regime === 'iae-1').length;
  const second = met.length - first;
  const answers = employerKinds.map((kind) => {
    const needed = eligibilityRule(book, `second-level-needed.${kind}`, facts.day);
    return { kind, eligible: first > 0 || second >= needed, first, second, needed };
  });
  return { findings, answers };
}

export function examineGeiq({ facts }: Pick<Examined, 'facts'>): { findings: Finding[]; eligible: boolean } {
  const findings = examine(inForce(geiqCriteria, facts.day), { facts, book: nationalEligibilityBook });
  return { findings, eligible: findings.some(({ state }) => state === 'met') };
}

function examine(criteria: readonly Criterion[], examined: Examined): Finding[] {
  return criteria.flatMap((criterion) => examineCriterion(criterion, examined) ?? []);
}

/** Of the criteria met, those worth keeping: two years of registration say one year too. */
export function keptFindings(findings: readonly Finding[]): Finding[] {
  const met = findings.filter(({ state }) => state === 'met');
  const veryLong = met.some(({ criterion }) => criterion.code === 'DETLD');
  return met.filter(({ criterion }) => !(veryLong && criterion.code === 'DELD'));
}
