/** The closed lists of a market, with their French names: what it is, which vehicle carries the clause, what is filed. */

export const marketKinds = {
  market: 'Marché',
  framework: 'Accord-cadre',
  'call-off': 'Marché subséquent',
  'purchase-order': 'Bon de commande',
  concession: 'Concession',
  partnership: 'Marché de partenariat',
  private: 'Marché privé',
} as const;

/** Source: domain.md §1, the legal vehicles and what each changes. */
export const clauseVehicles = {
  'execution-clause': 'Clause d’exécution (L2112-2)',
  'execution-clause-with-criterion': 'Clause d’exécution et critère d’attribution',
  'award-criterion': 'Critère d’attribution seul (R2152-7)',
  'reserved-disability': 'Marché réservé au handicap (L2113-12)',
  'reserved-iae': 'Marché réservé à l’insertion (L2113-13)',
  'reserved-disability-or-iae': 'Marché réservé au handicap et à l’insertion (L2113-14)',
  'reserved-prison': 'Marché réservé au travail pénitentiaire (L2113-13-1)',
  'reserved-sse': 'Marché réservé à l’économie sociale (L2113-15)',
  'insertion-service': 'Marché de services d’insertion (L2123-1)',
  'school-training-clause': 'Clause de formation sous statut scolaire',
  'private-voluntary': 'Clause volontaire d’un acheteur privé',
} as const;

/** Source: domain.md §2.3, the CCAG of 2021. */
export const generalConditions = {
  '': 'Non précisé',
  works: 'Travaux',
  'project-management': 'Maîtrise d’œuvre',
  'supplies-services': 'Fournitures et services',
  industrial: 'Marchés industriels',
  intellectual: 'Prestations intellectuelles',
  'information-technology': 'Informatique et communication',
  none: 'Aucun',
} as const;

/** Source: domain.md §2.1, exceptions of L2112-2-1; the list is open, the note says the rest. */
export const waiverReasons = {
  'immediate-solution': 'Solution immédiatement disponible',
  'no-link': 'Pas de lien suffisant avec l’objet du marché',
  restricts: 'Concurrence restreinte ou exécution trop difficile',
  'below-threshold': 'Sous les seuils, choix de l’acheteur',
  other: 'Autre motif',
} as const;

export const documentKinds = {
  tender: 'Consultation',
  award: 'Attribution',
  subcontracting: 'Sous-traitance',
  amendment: 'Avenant',
  letter: 'Courrier',
  other: 'Autre',
} as const;

export const amountNatures = {
  estimate: 'Estimation',
  awarded: 'Montant attribué',
  invoiced: 'Montant facturé à ce jour',
  'labour-share': 'Part de main-d’œuvre',
  'hourly-cost': 'Coût d’une heure de travail',
} as const;

/** What the figure is worth: public data, a confidential figure, or what the company declared. */
export const amountOrigins = {
  decp: 'Donnée publique (DECP)',
  confidential: 'Estimation confidentielle',
  declared: 'Déclaré par l’entreprise',
} as const;

export type MarketKind = keyof typeof marketKinds;
export type ClauseVehicle = keyof typeof clauseVehicles;
export type GeneralConditions = keyof typeof generalConditions;
export type DocumentKind = keyof typeof documentKinds;
export type AmountNature = keyof typeof amountNatures;
export type AmountOrigin = keyof typeof amountOrigins;

/** The keys of a closed list, in its order, never empty. */
export function keysOf<Key extends string>(list: Readonly<Record<Key, string>>): [Key, ...Key[]] {
  return Object.keys(list) as [Key, ...Key[]];
}
