/** What may be sent about hours to refuse: which lines and why, then the buyer's answer. */
import { z } from 'zod';
import { id, line, optionalText, version } from '#http/shapes.ts';

export const proposeRefusalInput = z
  .object({
    id,
    ligne: z.union([z.string(), z.array(z.string())]).default([]),
    raison: line({
      says: 'Écrivez pourquoi refuser, par exemple «\u00A0Salaires sans rapport avec les usages locaux\u00A0».',
      max: 1000,
    }),
  })
  .transform(({ id: declaration, ligne, raison }) => ({
    id: declaration,
    lines: [ligne]
      .flat()
      .slice(0, 500)
      .map(Number)
      .filter((each) => Number.isSafeInteger(each) && each > 0),
    reason: raison,
  }));

export const refusalIdInput = z.object({ id });
export const acceptRefusalInput = z.object({ id, version, answer: optionalText({ max: 1000 }) });
export const declineRefusalInput = z.object({
  id,
  version,
  motif: line({
    says: 'Écrivez pourquoi ces heures sont gardées, par exemple «\u00A0Pièces vérifiées\u00A0».',
    max: 1000,
  }),
});

export type ProposeRefusal = z.output<typeof proposeRefusalInput>;
