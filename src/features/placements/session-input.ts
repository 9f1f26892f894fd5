/** What may be sent about a collective information session: when and where, who comes, who came. */
import { z } from 'zod';
import { sentenceFor } from '#domain/refusals.ts';
import { choice, day, id, line, version } from '#http/shapes.ts';

const time = z
  .string({ error: sentenceFor('time-unreadable') })
  .transform((typed) =>
    typed
      .trim()
      .replace(/\s*h\s*/iu, ':')
      .replace(/^(\d):/u, '0$1:')
      .replace(/:$/u, ':00'),
  )
  .pipe(z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { error: sentenceFor('time-unreadable') }));

const fields = {
  title: line({ says: 'Donnez un titre, par exemple « Découvrir les métiers du gros œuvre ».', max: 120 }),
  place: line({ says: 'Indiquez le lieu, par exemple « Maison de l’emploi, salle 2 ».', max: 200 }),
  day: day({ says: 'Indiquez le jour, par exemple 02/03/2027.' }),
  time,
  minutes: z
    .string()
    .default('60')
    .transform((typed) => Number(typed.trim()))
    .pipe(z.int({ error: 'Indiquez la durée en minutes, par exemple 60.' }).min(5).max(600)),
  places: z
    .string()
    .default('')
    .transform((typed) => (typed.trim() === '' ? null : Number(typed.trim())))
    .pipe(z.int({ error: 'Indiquez le nombre de places, de 1 à 1000, ou laissez vide.' }).min(1).max(1000).nullable()),
};

const several = z.preprocess(
  (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
  z.array(z.uuid({ error: sentenceFor('placement-person-unknown') })).max(200),
);

export const newSessionInput = z.object({ offer: z.union([z.literal(''), z.uuid()]).default(''), ...fields });
export const editSessionInput = z.object({ id, version, ...fields });
export const cancelSessionInput = z.object({
  id,
  version,
  reason: line({ says: 'Dites pourquoi, par exemple « salle indisponible ».', max: 300 }),
});
export const registerInput = z.object({ id, people: several });
export const leaveInput = z.object({ id, person: z.uuid({ error: sentenceFor('placement-person-unknown') }) });
export const attendances = ['came', 'absent', 'excused'] as const;
export const attendanceInput = z.object({
  id,
  person: z.uuid({ error: sentenceFor('placement-person-unknown') }),
  attendance: choice(attendances, { says: 'Choisissez présente, absente ou excusée.' }),
});

export type NewSessionInput = z.output<typeof newSessionInput>;
export type EditSessionInput = z.output<typeof editSessionInput>;
export type CancelSessionInput = z.output<typeof cancelSessionInput>;
export type RegisterInput = z.output<typeof registerInput>;
export type LeaveInput = z.output<typeof leaveInput>;
export type AttendanceInput = z.output<typeof attendanceInput>;
