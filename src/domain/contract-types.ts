/** Types of work contract and ways to execute the clause (domain.md §4). */

/** Who employs: the awarded company itself, a structure that lends its employee, or a structure that does the work. */
export const executionMethods = {
  'direct-hire': 'Embauche directe',
  secondment: 'Mise à disposition',
  subcontracting: 'Sous-traitance ou cotraitance',
  'training-placement': 'Formation sous statut scolaire',
} as const;

export type ExecutionMethod = keyof typeof executionMethods;

interface ContractKind {
  label: string;
  /** Without a planned end. */
  openEnded?: true;
  /** Counted in hours, absent from indicators of employment (H14). */
  notEmployment?: true;
  /** A former label: read in old files, no longer offered. */
  historical?: true;
}

/** Source: domain.md §4, union of the conventions and of the State's lists; the codes are those of the trade. */
const kinds = {
  CDI: { label: 'CDI', openEnded: true },
  CDD: { label: 'CDD' },
  CDDI: { label: 'CDD d’insertion' },
  CDD_USAGE: { label: 'CDD d’usage' },
  CDI_INCLUSION: { label: 'CDI inclusion', openEnded: true },
  CTT: { label: 'Mission d’intérim' },
  CDI_INTERIMAIRE: { label: 'CDI intérimaire', openEnded: true },
  CDPI: { label: 'Contrat de développement professionnel intérimaire' },
  APPRENTISSAGE: { label: 'Contrat d’apprentissage' },
  PROFESSIONNALISATION: { label: 'Contrat de professionnalisation' },
  PEC: { label: 'Parcours emploi compétences' },
  CIE: { label: 'Contrat initiative emploi' },
  CDD_TREMPLIN: { label: 'CDD tremplin' },
  CHANTIER: { label: 'CDI de chantier ou d’opération', openEnded: true },
  ESAT_USAGER: { label: 'Usager d’un ESAT', notEmployment: true },
  CONTRAT_EMPLOI_PENITENTIAIRE: { label: 'Contrat d’emploi pénitentiaire' },
  AUTRE: { label: 'Autre contrat' },
  CAE: { label: 'CAE (ancien)', historical: true },
  CONTRAT_AIDE: { label: 'Contrat aidé (ancien)', historical: true },
} as const satisfies Record<string, ContractKind>;

export type ContractType = keyof typeof kinds;

export const contractTypes: Readonly<Record<ContractType, ContractKind>> = kinds;

export function isContractType(value: string): value is ContractType {
  return Object.hasOwn(kinds, value);
}

/** Source: domain.md §13.6, H14. */
export function countsAsEmployment(type: ContractType): boolean {
  return contractTypes[type].notEmployment !== true;
}

export function isOpenEnded(type: ContractType): boolean {
  return contractTypes[type].openEnded === true;
}

export function offeredContractTypes(): ContractType[] {
  return Object.keys(kinds)
    .filter(isContractType)
    .filter((type) => contractTypes[type].historical !== true);
}
