/** What may be sent to open an organisation, or to help one. */
import { z } from 'zod';
import { identifierTypes } from '#domain/company-identifier.ts';
import { allPositions, organisationKinds } from '#domain/position.ts';
import type { OrganisationKind } from '#domain/position.ts';
import { choice, emailAddress, id, line, optionalLine } from '#http/shapes.ts';

const [firstPosition = 'facilitator.admin', ...otherPositions] = allPositions;
const kinds = Object.keys(organisationKinds) as [OrganisationKind, ...OrganisationKind[]];

export const newOrganisationInput = z.object({
  kind: choice(kinds, { says: 'Choisissez le type de cette organisation.' }),
  identifierType: choice([...identifierTypes, 'NONE'], { says: 'Choisissez le type d’identifiant.' }).default('SIRET'),
  identifier: optionalLine({ max: 60 }),
  name: line({
    says: 'Indiquez le nom de l’organisation, par exemple «\u00A0Ville d’Exemple\u00A0».',
    max: 200,
  }),
  serviceName: optionalLine({ max: 120 }),
  street: optionalLine(),
  postcode: optionalLine({ max: 10 }),
  city: optionalLine({ max: 100 }),
  email: emailAddress,
});

const reason = line({
  says: 'Dites pourquoi et sur quelle demande, par exemple «\u00A0Courrier signé reçu le 12\u00A0novembre\u00A0».',
  max: 300,
});

export const closeInput = z.object({ id, reason });

export const resetAdministratorInput = z.object({ id, membershipId: id, reason });

export const inviteAdministrationInput = z.object({
  id,
  email: emailAddress,
  position: choice([firstPosition, ...otherPositions], { says: 'Choisissez un rôle dans la liste.' }),
  reason,
});

export type InviteAdministration = z.output<typeof inviteAdministrationInput>;
export type CloseOrganisation = z.output<typeof closeInput>;
export type ResetAdministrator = z.output<typeof resetAdministratorInput>;
export type NewOrganisationInput = z.output<typeof newOrganisationInput>;
