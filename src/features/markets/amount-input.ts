/** What may be sent about a figure of a market. */
import { z } from 'zod';
import { amountNatures, amountOrigins, keysOf } from '#domain/market-words.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { choice, day, id, line, optionalLine } from '#http/shapes.ts';
import { optionalId } from './input.ts';

export const newAmountInput = z.object({
  id,
  lotId: optionalId,
  nature: choice(keysOf(amountNatures), { says: 'Choisissez ce que dit ce chiffre.' }),
  origin: choice(keysOf(amountOrigins), { says: 'Choisissez d’où vient ce chiffre.' }),
  amount: optionalLine({ max: 40 }),
  onDay: day({ says: sentenceFor('day-unreadable') }),
  source: line({
    says: 'Écrivez la source, par exemple «\u00A0Estimation du maître d’œuvre\u00A0».',
    max: 200,
  }),
});

export type NewAmount = z.output<typeof newAmountInput>;
