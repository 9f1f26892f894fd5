/** A calendar that any agenda subscribes to: whole days, stable names, lines folded as RFC 5545 asks. */
import type { Day } from './day.ts';
import { addDays } from './day.ts';

export interface CalendarEvent {
  /** The same event keeps the same name from one reading to the next. */
  id: string;
  on: Day;
  title: string;
  url: string;
  /** Absent, the event lasts the whole day. */
  time?: { from: Date; until: Date };
  place?: string;
}

/** `stamp` is when it is read; agendas are asked to come back twice a day. */
export function calendarFeed(events: readonly CalendarEvent[], { name, stamp }: { name: string; stamp: Date }): string {
  const at = instant(stamp);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guichet//Clauses sociales//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...events.flatMap((event) => eventLines(event, at)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines({ id, on, title, url, time, place }: CalendarEvent, at: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}@guichet`,
    `DTSTAMP:${at}`,
    ...(time === undefined
      ? [`DTSTART;VALUE=DATE:${compact(on)}`, `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`]
      : [`DTSTART:${instant(time.from)}`, `DTEND:${instant(time.until)}`]),
    `SUMMARY:${escaped(title)}`,
    ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
    `URL:${url}`,
    time === undefined ? 'TRANSP:TRANSPARENT' : 'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
}

function compact(day: Day): string {
  return day.replaceAll('-', '');
}

/** RFC 5545 §3.3.11. */
export function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/gu, '\\$&').replaceAll(/\r\n|\r|\n/gu, '\\n');
}

/** RFC 5545 §3.1: 75 octets at most, a letter never cut in two. */
export function folded(line: string): string {
  const rows: string[] = [];
  let row = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > 75) {
      rows.push(row);
      row = ' ';
      octets = 1;
    }
    row += letter;
    octets += size;
  }
  return [...rows, row].join('\r\n');
}

function octetsOf(letter: string): number {
  const point = letter.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
