/** What may be sent about the publics of a market. */
import { z } from 'zod';
import type { PublicEffect } from '#domain/market-publics.ts';
import { publicEffects } from '#domain/market-publics.ts';
import { isRefusalCode, sentenceFor } from '#domain/refusals.ts';
import { parseTypedShare } from '#domain/typed-share.ts';
import { choice, day, id, line, optionalDay, optionalLine } from '#http/shapes.ts';

const effects = Object.keys(publicEffects) as [PublicEffect, ...PublicEffect[]];

const share = z
  .string()
  .default('')
  .transform((typed, issues) => {
    if (typed.trim() === '') return null;
    const read = parseTypedShare(typed);
    if (read.ok) return read.value;
    const because = isRefusalCode(read.because) ? read.because : 'value-unreadable';
    issues.addIssue({ code: 'custom', message: sentenceFor(because, read.details) });
    return z.NEVER;
  });

export const publicRuleInput = z.object({
  id,
  effect: choice(effects, { says: 'Choisissez ce que le marché change.' }),
  lotId: z.union([z.literal(''), z.uuid()], { error: 'Choisissez le lot dans la liste.' }).default(''),
  criterion: optionalLine({ max: 40 }),
  label: optionalLine({ max: 80 }),
  share,
  fromDay: day({ says: 'Indiquez le premier jour, par exemple 02/03/2026.' }),
  untilDay: optionalDay({ says: 'Indiquez le dernier jour, par exemple 31/12/2027.' }),
  source: line({ says: 'Indiquez la pièce qui le dit, par exemple «\u00A0CCAP, article 6.2\u00A0».', max: 200 }),
});

export const publicRuleIdInput = z.object({ id });

export type PublicRuleInput = z.output<typeof publicRuleInput>;
