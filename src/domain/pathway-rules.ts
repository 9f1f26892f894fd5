/** The dated settings of a pathway: when to visit, when to prepare what follows, how long a question stays open. */
import type { Certainty, RuleBook, RuleOf } from './dated-rules.ts';
import { resolveRule } from './dated-rules.ts';
import type { Day } from './day.ts';

export type PathwayRules = {
  /** Days between the visit before the end and the end. */
  'visit-before-end-days': number;
  'visit-every-months': number;
  /** Days between an early end and its interview. */
  'exit-interview-days': number;
  /** How long a contract without term is visited. */
  'visit-open-ended-months': number;
  /** Days before its end from which the next contract is prepared. */
  'next-contract-days': number;
  /** Days after which a measure nobody opened is not asked any more. */
  'exit-measure-days': number;
};

export type PathwaySettings = PathwayRules;

/** Source: the oldest text these habits are attributed to is of 2014 (domain.md §0). */
const since = '2014-01-01';

export const pathwayRules: readonly RuleOf<PathwayRules>[] = [
  {
    ...told('design', 'Choix de Guichet\u00A0: une semaine (domain.md §13.9)'),
    code: 'visit-before-end-days',
    value: 7,
  },
  { ...told('stated', 'S0, profil de poste\u00A0: tous les trois mois'), code: 'visit-every-months', value: 3 },
  { ...told('design', 'Choix de Guichet\u00A0: une semaine'), code: 'exit-interview-days', value: 7 },
  {
    ...told('weak-memory', 'Pratique AVE\u00A0: 24 mois d’éligibilité'),
    code: 'visit-open-ended-months',
    value: 24,
  },
  { ...told('design', 'Six semaines (users.md §5.4, ligne 10)'), code: 'next-contract-days', value: 42 },
  { ...told('design', 'Choix de Guichet\u00A0: quatre mois'), code: 'exit-measure-days', value: 120 },
];

export const pathwayCodes = [...new Set(pathwayRules.map(({ code }) => code))];

/** What holds on a day: what the organisation set, else the national default. */
export function pathwaySettings(organisation: readonly RuleOf<PathwayRules>[], day: Day): PathwaySettings {
  const book: RuleBook<PathwayRules> = { organisation, national: pathwayRules };
  const found = pathwayCodes.map((code) => {
    const rule = resolveRule({ book, code, day: day < since ? since : day });
    if (!rule.ok) throw new Error(`no rule ${code} on ${day}`);
    return [code, rule.value.value] as const;
  });
  return Object.fromEntries(found) as PathwaySettings;
}

function told(certainty: Certainty, source: string): { certainty: Certainty; source: string; from: string } {
  return { certainty, source, from: since };
}
