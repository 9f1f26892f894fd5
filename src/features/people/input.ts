/** What may be sent about a person. */
import { z } from 'zod';
import {
  checkbox,
  id,
  line,
  optionalDay,
  optionalEmailAddress,
  optionalLine,
  optionalPhone,
  version,
} from '#http/shapes.ts';

const personFields = {
  familyName: line({ says: 'Indiquez le nom de famille, par exemple «\u00A0Diallo\u00A0».', max: 100 }),
  givenName: line({ says: 'Indiquez le prénom, par exemple «\u00A0Amadou\u00A0».', max: 100 }),
  birthDate: optionalDay({ says: 'Indiquez la date de naissance, par exemple 12/04/1990.' }),
  commune: optionalLine({ max: 100 }),
  email: optionalEmailAddress,
  phone: optionalPhone,
};

export const newPersonInput = z.object({ ...personFields, confirme: checkbox });
export const editPersonInput = z.object({ ...personFields, id, version });

export type NewPersonInput = z.output<typeof newPersonInput>;
export type EditPersonInput = z.output<typeof editPersonInput>;

export const personIdInput = z.object({ id });
