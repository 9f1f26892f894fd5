/** What may be sent about a meeting of the recruitment platform. */
import { z } from 'zod';
import { platformDecisionCodes } from '#domain/platform-words.ts';
import { isRomeCode } from '#domain/rome.ts';
import { sentenceFor } from '#domain/refusals.ts';
import { choice, day, id, line, optionalText, version } from '#http/shapes.ts';

const several = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((sent) => [...new Set([sent].flat())].filter((one) => one !== ''));

const meetingFields = {
  title: line({ says: 'Donnez un titre, par exemple «\u00A0Besoins de janvier, gros œuvre\u00A0».', max: 120 }),
  heldOn: day({ says: 'Indiquez le jour, par exemple 12/01/2027.' }),
  startsAt: z
    .string({ error: sentenceFor('meeting-hour') })
    .trim()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, { error: sentenceFor('meeting-hour') }),
  place: line({
    says: 'Indiquez le lieu, par exemple «\u00A0Salle des Docks, Saint-Nazaire\u00A0» ou un lien.',
    max: 200,
  }),
  guests: several.pipe(z.array(z.uuid({ error: sentenceFor('meeting-guest-unknown') })).max(100)),
};

export const newMeetingInput = z.object(meetingFields);
export const editMeetingInput = z.object({ id, version, ...meetingFields });
export const meetingIdInput = z.object({ id });
export const agendaInput = z.object({
  id,
  people: several.pipe(z.array(z.uuid()).min(1, { error: 'Cochez au moins une personne.' }).max(50)),
  romeCode: z
    .string()
    .default('')
    .refine((code) => code === '' || isRomeCode(code), { error: sentenceFor('value-unlisted') }),
});
export const takeOffInput = z.object({ id, personId: z.uuid({ error: sentenceFor('value-unreadable') }) });
/** One page holds a choice for each person: the name of the choice carries whose it is. */
export const decisionInput = z
  .looseObject({ id, personId: z.uuid({ error: sentenceFor('value-unreadable') }) })
  .transform((sent) => ({ ...sent, decision: sent[`decision-${sent.personId}`] }))
  .pipe(
    z.object({
      id,
      personId: z.uuid(),
      decision: choice(platformDecisionCodes, { says: 'Choisissez ce que la réunion décide.' }),
    }),
  );
export const minutesInput = z.object({
  id,
  version,
  minutes: optionalText({ max: 4000 }),
  attended: several.pipe(z.array(z.uuid()).max(100)),
});

export type MeetingInput = z.output<typeof newMeetingInput>;
export type EditMeetingInput = z.output<typeof editMeetingInput>;
export type AgendaInput = z.output<typeof agendaInput>;
export type DecisionInput = z.output<typeof decisionInput>;
export type MinutesInput = z.output<typeof minutesInput>;
