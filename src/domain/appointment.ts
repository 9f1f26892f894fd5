/** One appointment as an agenda accepts it: an instant, a length, a place; its name stays the same when it moves (RFC 5545). */
import { escaped, folded } from './calendar-feed.ts';

export interface Appointment {
  /** The same appointment keeps the same name when its time changes. */
  id: string;
  startsAt: Date;
  minutes: number;
  title: string;
  place: string;
  /** Raised at each change, so that agendas replace what they hold. */
  sequence: number;
}

export function appointmentFile({ id, startsAt, minutes, title, place, sequence }: Appointment, stamp: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guichet//Clauses sociales//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${id}@guichet`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${instant(stamp)}`,
    `DTSTART:${instant(startsAt)}`,
    `DTEND:${instant(new Date(startsAt.getTime() + minutes * 60_000))}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
}
