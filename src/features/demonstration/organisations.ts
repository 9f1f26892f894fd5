/** The organisations of the demonstration: all invented, under the SIREN range 999 that INSEE does not give. */
import type { OrganisationKind } from '#domain/position.ts';
import type { KnownCompany } from '#services/fictitious-company-register.ts';
import { fictitiousSiret } from '#domain/siret.ts';

export interface DemoOrganisation {
  key: string;
  kind: OrganisationKind;
  name: string;
  serviceName: string;
  siret: string | null;
  parent: string | null;
  city: string;
  postcode: string;
  street: string;
  activity: string;
}

const named = {
  exploitation: { kind: 'operator', name: 'Exploitation de l’instance', city: '', postcode: '' },
  region: { kind: 'state', name: 'Coordination régionale des clauses', city: 'Nantes', postcode: '44000' },
  relais: {
    kind: 'facilitator',
    name: 'Relais emploi du littoral',
    city: 'Saint-Nazaire',
    postcode: '44600',
  },
  passerelle: { kind: 'facilitator', name: 'Passerelle Clauses', city: 'Angers', postcode: '49000' },
  horizon: { kind: 'facilitator', name: 'Maison de l’emploi Horizon', city: 'Laval', postcode: '53000' },
  metropole: { kind: 'buyer', name: 'Métropole de l’Estuaire', city: 'Saint-Nazaire', postcode: '44600' },
  departement: {
    kind: 'buyer',
    name: 'Département des Marais',
    serviceName: 'Commande publique',
    city: 'Nantes',
    postcode: '44000',
  },
  habitat: { kind: 'buyer', name: 'Office public de l’habitat du Sillon', city: 'Nantes', postcode: '44100' },
  hopital: { kind: 'buyer', name: 'Centre hospitalier de la Baie', city: 'Pornic', postcode: '44210' },
  ville: { kind: 'buyer', name: 'Ville de Kerlann', city: 'Angers', postcode: '49100' },
  ports: { kind: 'buyer', name: 'Grand port du Ponant', city: 'Saint-Nazaire', postcode: '44600' },
  departementInsertion: {
    kind: 'insertion',
    name: 'Département des Marais',
    serviceName: 'Insertion et emploi',
    parent: 'departement',
    city: 'Nantes',
    postcode: '44000',
  },
  batirOuest: { kind: 'company', name: 'Bâtir Ouest', city: 'Rezé', postcode: '44400' },
  tremplin: { kind: 'inclusion', name: 'ETTI Le Tremplin', city: 'Nantes', postcode: '44300' },
  mission: {
    kind: 'prescriber',
    name: 'Mission locale de l’Estuaire',
    city: 'Saint-Nazaire',
    postcode: '44600',
  },
} as const satisfies Record<
  string,
  {
    kind: OrganisationKind;
    name: string;
    serviceName?: string;
    parent?: string;
    city: string;
    postcode: string;
  }
>;

export type OrganisationName = keyof typeof named;

const companies = [
  'Charpentes du Val',
  'Rabier Frères',
  'Net et Clair',
  'Thermélia',
  'Éco-Tri Services',
  'Peintures Lemoine-Hardy',
  'Terrassements de la Sèvre',
  'Électricité Bocage',
  'Couverture Atlantique',
  'Espaces verts Lanoë',
  'Serrurerie du Port',
  'Carrelage Morbraz',
  'Plâtrerie Quéré',
  'Gardiennage Vigie',
  'Restauration Le Panier',
  'Voirie Ligérienne',
  'Menuiserie Ajonc',
  'Démolition Roc',
  'Étanchéité Duroc',
  'Chauffage Solaire 49',
  'Nettoyage Hermine',
  'Ascenseurs du Ponant',
  'Gros Œuvre Armor',
  'Géotechnique Sillon',
];
const inclusions = [
  'Chantier école La Source',
  'GEIQ BTP des Marais',
  'Association intermédiaire Coup de main',
  'Entreprise adaptée Envol',
  'Régie de quartier des Tanneurs',
  'ACI Les Jardins partagés',
  'EI Recycl’ère',
  'ETTI Passage',
  'ESAT de la Lande',
  'GEIQ Propreté',
  'EI Second Souffle',
];
const prescribers = [
  'Agence pour l’emploi des Docks',
  'PLIE du Bocage',
  'CCAS de Kerlann',
  'Cap vers l’emploi 44',
  'Mission locale du Val',
  'Service social de la Baie',
  'École de la deuxième chance Ouest',
];

/** In a fixed order, so that the same SIRET always goes to the same organisation. */
export function demoOrganisations(): DemoOrganisation[] {
  const entries: Omit<DemoOrganisation, 'siret'>[] = [
    ...Object.entries(named).map(([key, one]) => ({
      key,
      kind: one.kind,
      name: one.name,
      serviceName: 'serviceName' in one ? one.serviceName : '',
      parent: 'parent' in one ? one.parent : null,
      city: one.city,
      postcode: one.postcode,
      street: one.city === '' ? '' : '1 rue de l’Exemple',
      activity: activityOf[one.kind],
    })),
    ...series('company', companies),
    ...series('inclusion', inclusions),
    ...series('prescriber', prescribers),
  ];
  const sirets = new Map<string, string>();
  return entries.map((entry, index) => {
    const siret = entry.kind === 'operator' ? null : (sirets.get(entry.parent ?? '') ?? fictitiousSiret(index + 1));
    if (siret !== null) sirets.set(entry.key, siret);
    return { ...entry, siret };
  });
}

/** What the fictitious register tells of them; services under one SIRET are one company. */
export function demoCompanies(): KnownCompany[] {
  return demoOrganisations().flatMap(({ siret, parent, name, street, postcode, city, activity }) =>
    siret === null || parent !== null ? [] : [{ siret, name, address: street, postcode, city, naf: activity }],
  );
}

const activityOf: Record<OrganisationKind, string> = {
  facilitator: '94.99Z',
  buyer: '84.11Z',
  insertion: '84.11Z',
  state: '84.13Z',
  company: '41.20B',
  inclusion: '78.20Z',
  prescriber: '78.10Z',
  operator: '',
};

const towns = [
  ['Nantes', '44000'],
  ['Angers', '49000'],
  ['Laval', '53000'],
  ['Le Mans', '72000'],
  ['La Roche-sur-Yon', '85000'],
] as const;

function series(kind: OrganisationKind, names: readonly string[]): Omit<DemoOrganisation, 'siret'>[] {
  return names.map((name, index) => {
    const [city, postcode] = towns[index % towns.length] ?? towns[0];
    const street = `${index + 2} rue de l’Exemple`;
    return {
      key: `${kind}-${index + 1}`,
      kind,
      name,
      serviceName: '',
      parent: null,
      city,
      postcode,
      street,
      activity: activityOf[kind],
    };
  });
}
