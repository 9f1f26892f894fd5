/** The criteria a prescriber may say are met when she proposes somebody: codes only, none of which tells of health or justice. */

/** Source: usual publics of the clause (domain.md §3.1); AAH, disability, invalidity and justice are one code, said aloud when meeting. */
export const claimCriteria = {
  DELD: 'Sans emploi depuis 12 mois ou plus',
  RSA: 'Bénéficiaire du RSA ou ayant droit',
  ASS: 'Allocataire de l’ASS',
  SENIOR: '50 ans et plus, en recherche d’emploi',
  JEUNE_PEU_QUALIFIE: 'Moins de 26 ans, peu qualifié ou en recherche prolongée',
  JEUNE_ACCOMPAGNE: 'Jeune en accompagnement renforcé (CEJ, E2C, EPIDE…)',
  QPV: 'Habite un quartier prioritaire',
  IAE: 'Parcours d’insertion par l’activité économique',
  PLIE: 'Participant d’un PLIE',
  REFUGIE: 'Réfugié ou bénéficiaire d’une protection',
  AVIS_MOTIVE: 'Autre difficulté, avec un avis motivé',
  TO_SAY: 'Autre situation prévue par la clause, à dire de vive voix',
} as const;

export type ClaimCode = keyof typeof claimCriteria;

export const claimCodes = Object.keys(claimCriteria) as [ClaimCode, ...ClaimCode[]];

export function isClaimCode(value: string): value is ClaimCode {
  return Object.hasOwn(claimCriteria, value);
}

export function claimLabels(codes: readonly string[]): string[] {
  return codes.filter(isClaimCode).map((code) => claimCriteria[code]);
}
