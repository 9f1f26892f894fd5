/** What may be sent about a visit. */
import { z } from 'zod';
import { choice, day, id, optionalDay, optionalText, version } from '#http/shapes.ts';

const nextDay = { says: 'Indiquez un jour, par exemple 12/01/2027.' };

export const noteInput = z.object({
  id,
  version,
  /** Given when the form is drawn: the same note sent twice is received once. */
  note: z.uuid({ error: 'Rechargez la page, puis notez de nouveau.' }),
  outcome: choice(['done', 'absent', 'moved'], { says: 'Choisissez comment s’est passée la visite.' }),
  signal: choice(['well', 'watch', 'difficulty'], { says: 'Choisissez comment va le travail.' }).default('well'),
  words: optionalText({ max: 500 }),
  notedOn: day({ says: 'Indiquez le jour de la visite, par exemple 21/11/2026.' }),
  nextOn: optionalDay(nextDay),
  /** The next visit as the form showed it: only what was changed is done. */
  nextWas: optionalDay(nextDay),
  retour: z.enum(['terrain', 'fiche']).default('fiche'),
});

export const settleInput = z.object({
  id,
  version,
  note: id,
  choix: choice(['garder', 'ecarter'], { says: 'Choisissez la note à garder.' }),
});

export const addInput = z.object({ id, dueOn: day(nextDay) });
export const visitInput = z.object({ id, version });

export type NoteInput = z.output<typeof noteInput>;
export type SettleInput = z.output<typeof settleInput>;
export type AddInput = z.output<typeof addInput>;
export type VisitInput = z.output<typeof visitInput>;
