/** What may be sent about a decision that needs two people. */
import { z } from 'zod';
import { choice, id, line, version } from '#http/shapes.ts';

const reason = line({
  says: 'Dites pourquoi, par exemple «\u00A0Téléphone perdu, identité vérifiée de vive voix\u00A0».',
  max: 300,
});

export const resetInput = z.object({ id, reason });

export const closingInput = z.object({
  reason: line({
    says: 'Dites pourquoi, par exemple «\u00A0Structure dissoute au 31\u00A0décembre\u00A0».',
    max: 300,
  }),
});

export const decideInput = z.object({
  id,
  version,
  decision: choice(['approve', 'refuse'], { says: 'Choisissez d’accepter ou de refuser.' }),
});

export const idInput = z.object({ id });

export type Decide = z.output<typeof decideInput>;
