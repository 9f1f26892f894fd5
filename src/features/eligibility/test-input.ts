/** What may be asked without naming anyone: situations, an age, and nothing that tells who. */
import { z } from 'zod';
import { leftSchoolOn, registeredSince, ticked, training, yesOrNo } from './decision-input.ts';

const age = z
  .string()
  .default('')
  .transform((typed, issues) => {
    const text = typed.trim();
    if (text === '') return null;
    if (/^\d{1,3}$/u.test(text) && Number(text) >= 14 && Number(text) <= 110) return Number(text);
    issues.addIssue({ code: 'custom', message: 'Indiquez un âge en années, de 14 à 110. Exemple\u00A0: 34.' });
    return z.NEVER;
  });

export const testInput = z.object({
  situation: ticked,
  age,
  registeredSince,
  leftSchoolOn,
  training,
  employedElsewhere: yesOrNo,
});

export type TestInput = z.output<typeof testInput>;
