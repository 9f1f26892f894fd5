/** What may be sent about where somebody is. */
import { z } from 'zod';
import { exitCodes, toldCodes } from '#domain/exit-groups.ts';
import type { ExitCode } from '#domain/exit-groups.ts';
import { choice, day, id, optionalDay, version } from '#http/shapes.ts';

const says = 'Choisissez la situation dans la liste.';
const codes = exitCodes as [ExitCode, ...ExitCode[]];
const told = toldCodes as [ExitCode, ...ExitCode[]];

export const exitInput = z.object({
  id,
  version,
  situation: choice(codes, { says }),
  /** Of a fixed-term contract: its dates tell whether it lasts. */
  from: optionalDay({ says: 'Indiquez le début, par exemple 01/09/2026.' }),
  until: optionalDay({ says: 'Indiquez la fin, par exemple 28/02/2027.' }),
  observedOn: day({ says: 'Indiquez le jour où vous l’avez su, par exemple 15/10/2026.' }),
  source: choice(['phone', 'employer', 'team'], { says: 'Choisissez qui l’a dit.' }),
});

export const oneExit = z.object({ id });
export const answerInput = z.object({ token: z.string().max(200), situation: choice(told, { says }) });

export type ExitInput = z.output<typeof exitInput>;
export type AnswerInput = z.output<typeof answerInput>;
