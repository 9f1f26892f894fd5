/** Before and after, field by field, in words. */
import { contactPurposeLabels } from './contact.ts';
import { formatDay, isDay } from './day.ts';
import { isOrganisationKind, isPosition, organisationKinds, positions } from './position.ts';

export interface Change {
  field: string;
  before: string;
  after: string;
}

const labels: Readonly<Record<string, string>> = {
  accent: 'Couleur',
  acceptedAt: 'Accepté le',
  action: 'Demande',
  activityCode: 'Code d’activité',
  administers: 'Administre l’organisation',
  city: 'Commune',
  count: 'Nombre',
  device: 'Appareil',
  email: 'Adresse électronique',
  ended: 'Terminées',
  expiresAt: 'Fin de validité',
  identifier: 'Identifiant',
  identifierType: 'Type d’identifiant',
  identityProvider: 'Fournisseur d’identité',
  internalNote: 'Note interne',
  issuer: 'Émetteur',
  kind: 'Type',
  label: 'Nom',
  left: 'Essais restants',
  means: 'Moyen',
  membership: 'Membre',
  method: 'Moyen de connexion',
  name: 'Nom',
  organisation: 'Organisation',
  phone: 'Téléphone',
  position: 'Rôle',
  postcode: 'Code postal',
  problem: 'Problème',
  purpose: 'Usage',
  scopes: 'Portées',
  secondFactor: 'Double authentification',
  serviceName: 'Service',
  sharesAmounts: 'Partage des montants',
  sharesNames: 'Partage des noms',
  subjectId: 'Identifiant de l’objet',
  street: 'Rue',
  validFrom: 'Début',
  validUntil: 'Fin',
};

/** The same name for another thing. */
const labelsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'exchange-link': { purpose: 'Objet' },
};

/** Only what differs; a field written for the first time was empty before. */
export function changesBetween({
  subject = '',
  before,
  after,
}: {
  subject?: string | undefined;
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
}): Change[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .map((field) => ({
      field: labelsOf[subject]?.[field] ?? labels[field] ?? field,
      before: shown(field, before[field]),
      after: shown(field, after[field]),
    }))
    .filter((change) => change.before !== change.after);
}

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  method: {
    password: 'mot de passe',
    passkey: 'clé d’accès',
    link: 'lien reçu par courriel',
    proconnect: 'ProConnect',
  },
  purpose: contactPurposeLabels,
};

function shown(field: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((one) => shown(field, one)).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  const word = words[field]?.[value];
  if (word !== undefined) return word;
  if (isDay(value)) return formatDay(value);
  if (isPosition(value)) return positions[value].label;
  return isOrganisationKind(value) ? organisationKinds[value] : value;
}
