/** French names of the fields that may leave, and of those who read them. A field without a name here breaks the build. */
import type { FieldObject, FieldReader, fieldReaders } from '#domain/fields.ts';

type FieldName = { [Kind in FieldObject]: keyof (typeof fieldReaders)[Kind] }[FieldObject];

export const objectLabels: Record<FieldObject, string> = {
  organisation: 'Organisation',
  contact: 'Point de contact',
  member: 'Membre',
};

export const readerLabels: Record<FieldReader, string> = {
  own: 'son organisation',
  administrators: 'qui l’administre',
  linked: 'les organisations liées',
  self: 'la personne elle-même',
};

const fieldLabels: Record<FieldName, string> = {
  id: 'Numéro interne',
  kind: 'Type d’organisation',
  identifierType: 'Type d’identifiant',
  identifier: 'Identifiant (SIRET…)',
  name: 'Nom',
  serviceName: 'Nom du service',
  street: 'Adresse postale',
  postcode: 'Code postal',
  city: 'Commune',
  email: 'Adresse électronique',
  phone: 'Téléphone',
  activityCode: 'Code d’activité',
  identitySource: 'Origine de l’identité',
  identityCheckedAt: 'Date de vérification de l’identité',
  version: 'Numéro de version',
  organisationId: 'Numéro de l’organisation',
  organisationName: 'Nom de l’organisation',
  label: 'Nom du point de contact',
  purpose: 'Usage',
  internalNote: 'Note interne',
  archivedAt: 'Date de retrait',
  position: 'Rôle',
  administers: 'Administre l’organisation',
  status: 'État',
  lastSignInAt: 'Dernière connexion',
  secondFactor: 'Double authentification',
  suspendedReason: 'Motif de suspension',
  validUntil: 'Fin de l’accès',
};

export function fieldLabel(field: string): string {
  return Object.hasOwn(fieldLabels, field) ? fieldLabels[field as FieldName] : field;
}
