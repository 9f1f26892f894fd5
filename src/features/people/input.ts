/** What may be sent about a person and the decision on her eligibility. */
import { z } from 'zod';
import { offeredContractTypes } from '#domain/contract-types.ts';
import {
  checkbox,
  choice,
  day,
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

const [firstType = 'CDI', ...otherTypes] = offeredContractTypes();

export const decisionInput = z.object({
  id,
  verdict: choice(['eligible', 'not-eligible'], { says: 'Choisissez la réponse\u00A0: éligible ou non.' }),
  fromDay: day({ says: 'Indiquez le premier jour, par exemple 02/03/2026.' }),
  type: choice([firstType, ...otherTypes], { says: 'Choisissez un type de contrat.' }),
  /** The decision in force when the page was drawn, so that two deciders never overwrite each other. */
  courante: optionalLine({ max: 36 }),
});

export const endDecisionInput = z.object({
  id,
  courante: optionalLine({ max: 36 }),
  reason: line({ says: 'Écrivez le motif en une phrase, sans détail de santé ni de vie privée.', max: 300 }),
});

export type NewPersonInput = z.output<typeof newPersonInput>;
export type EditPersonInput = z.output<typeof editPersonInput>;
export type DecisionInput = z.output<typeof decisionInput>;
export type EndDecisionInput = z.output<typeof endDecisionInput>;
