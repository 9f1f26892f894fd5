/** What is kept of why somebody is eligible: the criterion, or for health and justice the answer alone. */
import { clauseCriterion } from './clause-criteria.ts';
import type { Criterion } from './eligibility-criteria.ts';
import { criterionVersion } from './eligibility-criteria.ts';
import type { Finding } from './examine-criterion.ts';
import { isProtected, situations } from './situations.ts';

/** Source: permissions.md §6.2, domain.md §10 (articles 9 and 10 GDPR): a yes and its date, never the detail. */
export const protectedReasons = {
  HEALTH: 'Situation de handicap ou de santé reconnue',
  STATE_SUPPORT: 'Accompagnement reconnu par l’État',
} as const;

export interface KeptReason {
  criterion: string;
  version: string;
}

export function keptReason({ criterion, situation }: Pick<Finding, 'criterion' | 'situation'>): KeptReason {
  if (!isProtected(situation)) return { criterion: criterion.code, version: criterionVersion(criterion) };
  const code = situations[situation].sensitivity === 'health' ? 'HEALTH' : 'STATE_SUPPORT';
  // The version of the list stays, the line of it does not.
  return { criterion: code, version: `${criterion.regime}/${criterion.from}` };
}

export function reasonLabel(code: string): string {
  const kept: Readonly<Record<string, string>> = protectedReasons;
  const criterion: Criterion | undefined = clauseCriterion(code);
  return criterion?.label ?? (Object.hasOwn(kept, code) ? (kept[code] ?? code) : code);
}

export function isProtectedReason(code: string): boolean {
  return Object.hasOwn(protectedReasons, code);
}
