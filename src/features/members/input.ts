/** What may be sent about the members of one's own organisation and its invitations. */
import { z } from 'zod';
import { allPositions } from '#domain/position.ts';
import { checkbox, choice, emailAddress, id, line, optionalDay, version } from '#http/shapes.ts';

const [firstPosition = 'facilitator.admin', ...otherPositions] = allPositions;
const position = choice([firstPosition, ...otherPositions], { says: 'Choisissez un rôle dans la liste.' });

const validUntil = optionalDay({ says: 'Écrivez la date ainsi\u00A0: 31/12/2027, ou laissez vide.' });

export const inviteInput = z.object({ email: emailAddress, position, administers: checkbox, validUntil });

export const editMemberInput = z.object({
  id,
  version,
  position,
  administers: checkbox,
  validUntil,
});

export const suspendInput = z.object({
  id,
  reason: line({
    says: 'Dites pourquoi, par exemple «\u00A0Départ du service le 30\u00A0novembre\u00A0».',
    max: 200,
  }),
});

export const idInput = z.object({ id });

export type Invite = z.output<typeof inviteInput>;
export type EditMember = z.output<typeof editMemberInput>;
export type Suspend = z.output<typeof suspendInput>;
