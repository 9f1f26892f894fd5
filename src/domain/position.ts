/** The kinds of organisation and the positions a person may hold in them (permissions.md §6.1). */

export const organisationKinds = {
  facilitator: 'Structure de facilitation',
  buyer: 'Acheteur',
  insertion: 'Service insertion du Département',
  state: 'État ou région',
  company: 'Entreprise',
  inclusion: 'Structure d’insertion',
  prescriber: 'Prescripteur',
  operator: 'Exploitation de l’instance',
} as const;

export type OrganisationKind = keyof typeof organisationKinds;

export const positions = {
  'facilitator.admin': { label: 'Administration', kind: 'facilitator' },
  'facilitator.facilitator': { label: 'Facilitation', kind: 'facilitator' },
  'facilitator.accompaniment': { label: 'Accompagnement des personnes', kind: 'facilitator' },
  'facilitator.clerk': { label: 'Saisie des heures', kind: 'facilitator' },
  'facilitator.steering': { label: 'Pilotage', kind: 'facilitator' },
  'buyer.admin': { label: 'Administration', kind: 'buyer' },
  'buyer.procurement': { label: 'Marchés publics', kind: 'buyer' },
  'buyer.site': { label: 'Conduite d’opération', kind: 'buyer' },
  'buyer.decider': { label: 'Décision', kind: 'buyer' },
  'insertion.officer': { label: 'Insertion et RSA', kind: 'insertion' },
  'insertion.grants': { label: 'Subventions', kind: 'insertion' },
  'state.coordination': { label: 'Coordination', kind: 'state' },
  'company.admin': { label: 'Administration', kind: 'company' },
  'company.declarant': { label: 'Déclaration des heures', kind: 'company' },
  'inclusion.user': { label: 'Équipe', kind: 'inclusion' },
  'prescriber.user': { label: 'Équipe', kind: 'prescriber' },
  'person.self': { label: 'Bénéficiaire', kind: null },
  'control.auditor': { label: 'Contrôle (durée limitée)', kind: null },
  'control.dpo': { label: 'Protection des données', kind: null },
  'operator.support': { label: 'Assistance technique', kind: 'operator' },
} as const satisfies Record<string, { label: string; kind: OrganisationKind | null }>;

export type Position = keyof typeof positions;

export const allPositions = Object.keys(positions).filter(isPosition);

/** Positions that may be offered in an organisation: its own, and the controls that exist everywhere. */
export function positionsOf(kind: OrganisationKind): Position[] {
  return allPositions.filter((position) => positions[position].kind === kind || position.startsWith('control.'));
}

/** Where a kind has an administrator's position, only it administers; elsewhere it is a mark on the membership. */
export function administersByPosition(position: Position): boolean {
  return position.endsWith('.admin') || position === 'operator.support';
}

export function isPosition(value: string): value is Position {
  return Object.hasOwn(positions, value);
}

export function isOrganisationKind(value: string): value is OrganisationKind {
  return Object.hasOwn(organisationKinds, value);
}
