/** An interview as an agenda reads it, and as it is kept. */
import type { Appointment } from '#domain/appointment.ts';
import { appointmentFile } from '#domain/appointment.ts';
import type { Context } from '#http/context.ts';
import type { PlacementRow } from './queries.ts';

export interface InterviewRow {
  id: string;
  startsAt: Date;
  minutes: number;
  place: string;
  meets: string;
  version: number;
}

export async function findInterview({ db }: Context, placement: string): Promise<InterviewRow | null> {
  const row = await db
    .selectFrom('interview')
    .select(['id', 'startsAt', 'minutes', 'place', 'meets', 'version'])
    .where('placementId', '=', placement)
    .executeTakeFirst();
  return row ?? null;
}

/** The title says the post and never a name: an agenda is read over a shoulder. */
export function interviewFile(
  placement: Pick<PlacementRow, 'title' | 'initials'>,
  { id, startsAt, minutes, place, version }: InterviewRow,
  stamp: Date,
): Response {
  const appointment: Appointment = {
    id: `interview-${id}`,
    startsAt,
    minutes,
    place,
    title: `Entretien\u00A0: ${placement.title}, ${placement.initials}`,
    sequence: version - 1,
  };
  return new Response(appointmentFile(appointment, stamp), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="entretien.ics"',
      'cache-control': 'no-store',
    },
  });
}
