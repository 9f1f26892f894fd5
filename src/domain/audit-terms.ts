/** How long entries of the journal that decide nothing are kept: sign-ins and security a year, readings of sensitive facts three; dated. */
import { isReading, readings } from './audit-subjects.ts';
import type { Day } from './day.ts';
import { addMonths } from './day.ts';
import { familyOf } from './audit-families.ts';

export interface AuditTerm {
  from: Day;
  months: number;
  source: string;
}

/** Source: CNIL, délibération 2021-122 du 14 octobre 2021: six to twelve months, up to three years when internal control justifies it. */
export const auditTerms = {
  security: { from: '2026-11-21', months: 12, source: 'CNIL, recommandation sur la journalisation (2021)' },
  readings: {
    from: '2026-11-21',
    months: 36,
    source: 'CNIL, recommandation sur la journalisation (2021)\u00A0: contrôle interne des lectures sensibles',
  },
} as const satisfies Record<string, AuditTerm>;

/** Acts of security that changed nothing anybody must prove: who came in, who was refused. */
export function isSecurityLog(action: string): boolean {
  return familyOf(action) === 'session';
}

export function readingActions(): string[] {
  return Object.keys(readings);
}

/** null: a decision, kept as long as what it decided. */
export function auditTermOf(action: string): AuditTerm | null {
  if (isReading(action)) return auditTerms.readings;
  return isSecurityLog(action) ? auditTerms.security : null;
}

/** Entries before this day are over. */
export function auditOver(term: AuditTerm, today: Day): Day {
  return addMonths(today, -term.months);
}
