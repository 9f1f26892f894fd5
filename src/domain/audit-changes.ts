/** Before and after, field by field, in words. */
import { isOrganisationKind, isPosition, organisationKinds, positions } from './position.ts';

export interface Change {
  field: string;
  before: string;
  after: string;
}

const labels: Readonly<Record<string, string>> = {
  accent: 'Couleur',
  acceptedAt: 'Accepté le',
  activityCode: 'Code d’activité',
  administers: 'Administre l’organisation',
  city: 'Ville',
  count: 'Nombre',
  device: 'Appareil',
  email: 'Adresse électronique',
  expiresAt: 'Fin de validité',
  identifier: 'Identifiant',
  identifierType: 'Type d’identifiant',
  internalNote: 'Note interne',
  kind: 'Type',
  label: 'Nom',
  method: 'Moyen de connexion',
  name: 'Nom',
  phone: 'Téléphone',
  position: 'Rôle',
  postcode: 'Code postal',
  problem: 'Problème',
  purpose: 'Usage',
  scopes: 'Portées',
  serviceName: 'Service',
  sharesAmounts: 'Partage des montants',
  sharesNames: 'Partage des noms',
  street: 'Adresse',
  validFrom: 'Début',
  validUntil: 'Fin',
};

/** Only what differs; a field written for the first time was empty before. */
export function changesBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Change[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .map((field) => ({
      field: labels[field] ?? field,
      before: shown(before[field]),
      after: shown(after[field]),
    }))
    .filter((change) => change.before !== change.after);
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (isPosition(value)) return positions[value].label;
  return isOrganisationKind(value) ? organisationKinds[value] : value;
}
