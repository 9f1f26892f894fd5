/** What may be sent about a rule of counting. */
import { z } from 'zod';
import { sentenceFor } from '#domain/refusals.ts';
import { isSettable } from '#domain/rule-catalogue.ts';
import type { SettableCode } from '#domain/rule-catalogue.ts';
import { day, id, line } from '#http/shapes.ts';

const typed = z
  .string()
  .max(60, { error: sentenceFor('too-long', { max: 60 }) })
  .default('');

const code = z
  .string({ error: sentenceFor('value-unlisted') })
  .refine((text): text is SettableCode => isSettable(text), { error: sentenceFor('value-unlisted') });

const fields = {
  regle: code,
  choice: typed,
  windowKind: typed,
  months: typed,
  counted: typed,
  cap: typed,
  hours: typed,
  year: typed,
  month: typed,
  week: typed,
  day: typed,
  onTrack: typed,
  toWatch: typed,
  count: typed,
  fromDay: day({ says: 'Indiquez le premier jour, par exemple 01/01/2027.' }),
  source: line({ says: 'Indiquez le texte qui le dit, par exemple «\u00A0CCAP, article 7.2\u00A0».', max: 200 }),
  /** The page asks for the effect first. */
  simulate: z
    .string()
    .optional()
    .transform((sent) => sent !== undefined && sent !== ''),
};

export const organisationRuleInput = z.object(fields);
export const placedRuleInput = z.object({ id, ...fields });
export const organisationRecountInput = z.object({ regle: code });
export const placedRecountInput = z.object({ id, regle: code });
export const settingIdInput = z.object({ id });
export const endSettingInput = z.object({
  id,
  untilDay: day({ says: 'Indiquez le dernier jour, par exemple 31/12/2026.' }),
});

export type RuleInput = z.output<typeof organisationRuleInput>;
