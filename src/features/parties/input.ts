/** What may be sent about who takes part in a lot, whom to reach, and who facilitates it. */
import { z } from 'zod';
import { facilitatorRoles } from '#domain/lot-facilitators.ts';
import type { FacilitatorRole } from '#domain/lot-facilitators.ts';
import { partyRoles } from '#domain/lot-parties.ts';
import type { PartyRole } from '#domain/lot-parties.ts';
import { parseTypedHours } from '#domain/minutes.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { readSiret } from '#domain/siret.ts';
import {
  choice,
  emailAddress,
  id,
  line,
  optionalDay,
  optionalEmailAddress,
  optionalLine,
  optionalPhone,
  version,
} from '#http/shapes.ts';

const siret = z
  .string()
  .default('')
  .transform((typed, issues) => {
    const read = readSiret(typed);
    if (read.ok) return read.value;
    issues.addIssue({ code: 'custom', message: sentenceFor(read.because, read.details) });
    return z.NEVER;
  });

/** Hours of its part; empty when no part was agreed. */
const share = z
  .string()
  .default('')
  .transform((typed, issues) => {
    if (typed.trim() === '') return null;
    const read = parseTypedHours(typed);
    if (read.ok) return read.value;
    issues.addIssue({ code: 'custom', message: sentenceFor(read.because, read.details) });
    return z.NEVER;
  });

const percent = z
  .string()
  .default('')
  .transform((typed, issues) => {
    const read = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/u.exec(typed.trim());
    const value = read === null ? -1 : Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0'));
    if (value >= 1 && value <= 10_000) return value;
    issues.addIssue({ code: 'custom', message: 'Indiquez la part du lot, de 1 à 100. Exemple\u00A0: 60.' });
    return z.NEVER;
  });

const otherParty = z
  .union([z.literal(''), z.uuid()])
  .default('')
  .transform((typed) => typed || null);

export const contactFields = {
  contactName: optionalLine({ max: 100 }),
  contactEmail: optionalEmailAddress,
  contactPhone: optionalPhone,
};

export const delegationFields = {
  delegateName: optionalLine({ max: 100 }),
  delegateEmail: optionalEmailAddress,
  delegateUntil: optionalDay({ says: 'Indiquez le dernier jour de la délégation, par exemple 31/01/2027.' }),
};

const partyFields = {
  underId: otherParty,
  actOn: optionalDay({ says: 'Indiquez la date de l’acte, par exemple 02/02/2026.' }),
  share,
  ...contactFields,
};

const roles = Object.keys(partyRoles) as [PartyRole, ...PartyRole[]];
const desks = Object.keys(facilitatorRoles) as [FacilitatorRole, ...FacilitatorRole[]];

export const newPartyInput = z.object({
  id,
  siret,
  name: optionalLine({ max: 200 }),
  role: choice(roles, { says: 'Choisissez le rôle sur le lot.' }),
  ...partyFields,
});
export const editPartyInput = z.object({ id, version, ...partyFields, ...delegationFields });
export const partyIdInput = z.object({ id });

export const newFacilitatorInput = z.object({
  id,
  organisation: z.uuid({ error: 'Choisissez une structure de facilitation.' }),
  /** Who follows the lot in her own structure; another structure chooses its own. */
  account: z.union([z.literal(''), z.uuid()], { error: 'Choisissez la personne dans la liste.' }).default(''),
  role: choice(desks, { says: 'Choisissez le rôle.' }),
  territory: optionalLine({ max: 100 }),
  share: percent,
});
export const editFacilitatorInput = z.object({
  id,
  version,
  /** Who follows the lot in her own structure; another structure chooses its own. */
  account: z.union([z.literal(''), z.uuid()], { error: 'Choisissez la personne dans la liste.' }).default(''),
  role: choice(desks, { says: 'Choisissez le rôle.' }),
  territory: optionalLine({ max: 100 }),
  share: percent,
});
export const facilitatorIdInput = z.object({ id });

const ownContact = {
  contactName: line({ says: 'Indiquez qui joindre, par exemple «\u00A0Paul Martin\u00A0».', max: 100 }),
  contactEmail: emailAddress,
  contactPhone: optionalPhone,
};
export const ownContactInput = z.object({ id, version, ...ownContact });
export const ownDelegationInput = z.object({ id, version, ...delegationFields });
const byLink = { token: z.string(), lot: id.optional() };
export const linkContactInput = z.object({ ...byLink, version, ...ownContact });
export const linkDelegationInput = z.object({ ...byLink, version, ...delegationFields });

export type NewPartyInput = z.output<typeof newPartyInput>;
export type EditPartyInput = z.output<typeof editPartyInput>;
export type NewFacilitatorInput = z.output<typeof newFacilitatorInput>;
export type EditFacilitatorInput = z.output<typeof editFacilitatorInput>;
export type OwnContact = Omit<z.output<typeof ownContactInput>, 'id'>;
export type OwnDelegation = Omit<z.output<typeof ownDelegationInput>, 'id'>;
