/** What may be sent about one's own organisation, and about a service to open under its SIRET. */
import { z } from 'zod';
import { readAccent } from '#domain/contrast.ts';
import { allPositions, isOrganisationKind, organisationKinds } from '#domain/position.ts';
import { sentenceFor } from '#domain/refusals.ts';
import {
  checkbox,
  choice,
  emailAddress,
  line,
  optionalEmailAddress,
  optionalLine,
  optionalPhone,
  version,
} from '#http/shapes.ts';

export const editOrganisationInput = z.object({
  name: line({
    says: 'Donnez le nom de votre organisation, par exemple «\u00A0Relais emploi du littoral\u00A0».',
    max: 160,
  }),
  street: optionalLine({ max: 160 }),
  postcode: optionalLine({ max: 12 }),
  city: optionalLine({ max: 100 }),
  email: optionalEmailAddress,
  phone: optionalPhone,
  accent: optionalLine({ max: 20 }).superRefine((typed, issues) => {
    const read = readAccent(typed);
    if (!read.ok) issues.addIssue({ code: 'custom', message: sentenceFor(read.because, read.details) });
  }),
  version,
});

export const refreshInput = z.object({ name: checkbox, address: checkbox, activity: checkbox, version });

const kinds = Object.keys(organisationKinds).filter(isOrganisationKind);
const [firstKind = 'facilitator', ...otherKinds] = kinds;
const [firstPosition = 'facilitator.admin', ...otherPositions] = allPositions;

export const newServiceInput = z.object({
  kind: choice([firstKind, ...otherKinds], { says: 'Choisissez ce que fait ce service.' }),
  serviceName: line({
    says: 'Donnez un nom à ce service, par exemple «\u00A0Insertion et emploi\u00A0».',
    max: 100,
  }),
  email: emailAddress,
  position: choice([firstPosition, ...otherPositions], {
    says: 'Choisissez le rôle de cette personne dans la liste.',
  }),
});

export type EditOrganisation = z.output<typeof editOrganisationInput>;
export type Refresh = z.output<typeof refreshInput>;
export type NewService = z.output<typeof newServiceInput>;
