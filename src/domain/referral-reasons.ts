/** Ready reasons for a proposal that ends without a job (domain.md §12.3), in words that judge nobody. */

/** Source: refusal reasons of les emplois de l'inclusion, domain.md §12.3. */
export const refusalReasons = {
  unreachable: 'Injoignable',
  'no-show': 'Absente au rendez-vous',
  'hired-elsewhere': 'A trouvé un emploi ailleurs',
  training: 'Entre en formation',
  'not-eligible': 'Ne remplit pas les critères de la clause',
  'not-mobile': 'Trop loin, sans moyen de transport',
  'not-interested': 'Ne souhaite pas donner suite',
  skills: 'Compétences à compléter',
  obstacle: 'Situation à stabiliser avant un emploi',
  'no-position': 'Aucun poste adapté pour l’instant',
  duplicate: 'Déjà proposée par votre organisation',
  other: 'Autre motif, à voir de vive voix',
} as const;

export type RefusalReason = keyof typeof refusalReasons;

/** Why a prescriber takes a proposal back. */
export const withdrawalReasons = {
  'hired-elsewhere': refusalReasons['hired-elsewhere'],
  training: refusalReasons.training,
  'not-interested': refusalReasons['not-interested'],
  unreachable: refusalReasons.unreachable,
  mistake: 'Proposée par erreur',
  other: refusalReasons.other,
} as const;

export type WithdrawalReason = keyof typeof withdrawalReasons;

export function isRefusalReason(value: string): value is RefusalReason {
  return Object.hasOwn(refusalReasons, value);
}

/** Empty for a code that an older version wrote. */
export function reasonLabel(code: string): string {
  const all: Readonly<Record<string, string>> = { ...refusalReasons, ...withdrawalReasons };
  return Object.hasOwn(all, code) ? (all[code] ?? '') : '';
}
