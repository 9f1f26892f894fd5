/** What may be set about eligibility: thresholds, proofs kept, formats of numbers; each value dated, sourced, and how sure it is. */
import type { Certainty, RuleBook, RuleOf } from './dated-rules.ts';
import { resolveRule } from './dated-rules.ts';
import type { Day } from './day.ts';

export interface SeniorAge {
  age: number;
  /** "50 ans et plus" is reached on the birthday; "plus de 50 ans" the day after it (P3). */
  from: 'reached' | 'passed';
}

export type EmployerKind = 'EI' | 'ACI' | 'EITI' | 'AI' | 'ETTI';

export type EligibilityRules = {
  'registered-months': number;
  'registered-long-months': number;
  'youth-under': number;
  /** The CCAP of the State asks for a low qualification; other lists take graduates too (domain.md §3.1). */
  'youth-graduates': boolean;
  'youth-out-of-school-months': number;
  senior: SeniorAge;
  'proof-kept': boolean;
  'proof-kept-months': number;
  'pass-iae-number': { length: number; prefix: string };
  'france-travail-number': { lengths: readonly number[] };
} & { [Kind in EmployerKind as `second-level-needed.${Kind}`]: number };

export type EligibilityBook = RuleBook<EligibilityRules>;

/** Source: the State's public code and the lists of domain.md §3; one date for all, the day the IAE order was published. */
const since = '2014-01-01';
const iaeOrder = { from: '2025-09-04', source: 'Arrêté du 4\u00a0septembre 2025, code des emplois de l’inclusion' };

export const nationalEligibilityRules: readonly RuleOf<EligibilityRules>[] = [
  {
    ...told('seen', 'CCAP de l’État 2021\u00a0; choix de Guichet\u00a0: douze mois de date à date, ou plus'),
    code: 'registered-months',
    value: 12,
  },
  { ...told('seen', iaeOrder.source), code: 'registered-long-months', value: 24 },
  { ...told('seen', 'CCAP de l’État 2021, moins de 26\u00a0ans à l’embauche'), code: 'youth-under', value: 26 },
  { ...told('seen', 'CCAP de l’État 2021, niveau inférieur au CAP'), code: 'youth-graduates', value: false },
  { ...told('seen', 'CCAP de l’État 2021'), code: 'youth-out-of-school-months', value: 6 },
  {
    ...told(
      'design',
      'Textes partagés entre «\u00a0plus de 50\u00a0ans\u00a0» et «\u00a050\u00a0ans et plus\u00a0»\u00a0; choix de Guichet',
    ),
    code: 'senior',
    value: { age: 50, from: 'reached' },
  },
  {
    ...told('design', 'Minimisation\u00a0: la pièce est vue, elle n’est pas gardée'),
    code: 'proof-kept',
    value: false,
  },
  { ...told('design', 'Choix de Guichet\u00a0: le temps d’un contrôle'), code: 'proof-kept-months', value: 3 },
  {
    ...told('weak-memory', 'Plateforme de l’inclusion, à confirmer'),
    code: 'pass-iae-number',
    value: { length: 12, prefix: '99999' },
  },
  {
    ...told('weak-memory', 'Ancien identifiant de 8\u00a0caractères, nouveau de 11, à confirmer'),
    code: 'france-travail-number',
    value: { lengths: [8, 11] },
  },
  ...(['EI', 'ACI', 'EITI'] as const).map((kind) => needed(kind, 3)),
  ...(['AI', 'ETTI'] as const).map((kind) => needed(kind, 2)),
];

export const nationalEligibilityBook: EligibilityBook = { national: nationalEligibilityRules };

/** The national list says something of every code at every date: a level above may only replace it. */
export function eligibilityRule<Code extends keyof EligibilityRules>(
  book: EligibilityBook,
  code: Code,
  day: Day,
): EligibilityRules[Code] {
  const inForce = resolveRule({ book, code, day });
  if (inForce.ok) return inForce.value.value;
  const first = nationalEligibilityRules.find((rule) => rule.code === code);
  if (first === undefined) throw new RangeError(`no national value for ${code}`);
  return first.value as EligibilityRules[Code];
}

function needed(kind: EmployerKind, value: number): RuleOf<EligibilityRules> {
  return { ...iaeOrder, certainty: 'seen', code: `second-level-needed.${kind}`, value };
}

function told(certainty: Certainty, source: string): { certainty: Certainty; source: string; from: Day } {
  return { certainty, source, from: since };
}
