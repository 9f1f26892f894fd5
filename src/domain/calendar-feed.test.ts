/** The calendar is one that agendas accept: escaped, folded by octets, whole days. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarFeed } from './calendar-feed.ts';

const stamp = new Date('2026-11-18T09:00:00Z');

test('an event is a whole day with a stable name', () => {
  const feed = calendarFeed(
    [
      {
        id: 'market-1',
        on: '2026-12-31',
        title: 'Échéance ; lot 1, lot 2',
        url: 'https://guichet.example/marches/1',
      },
    ],
    { name: 'Guichet', stamp },
  );
  assert.ok(feed.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'));
  assert.ok(feed.endsWith('END:VCALENDAR\r\n'));
  assert.match(
    feed,
    /UID:market-1@guichet\r\nDTSTAMP:20261118T090000Z\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101/,
  );
  assert.match(feed, /SUMMARY:Échéance \\; lot 1\\, lot 2/);
});

test('no line passes 75 octets, no letter is cut, and unfolding gives the text back', () => {
  const title = 'Réhabilitation énergétique de l’école é'.repeat(8);
  const feed = calendarFeed([{ id: 'a', on: '2026-01-01', title, url: 'https://guichet.example/' }], {
    name: 'Guichet',
    stamp,
  });
  for (const line of feed.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(feed.replaceAll('\r\n ', '').includes(title));
});

test('a line feed in a name never makes a line of its own', () => {
  const feed = calendarFeed([{ id: 'a', on: '2026-01-01', title: 'Un\nBEGIN:VEVENT', url: '' }], {
    name: 'Guichet',
    stamp,
  });
  assert.equal(feed.match(/^BEGIN:VEVENT/gmu)?.length, 1);
});

test('a meeting has its hours and its place', () => {
  const feed = calendarFeed(
    [
      {
        id: 'meeting-1',
        on: '2026-12-03',
        title: 'Plateforme',
        url: 'https://guichet.example/rencontres',
        time: { from: new Date('2026-12-03T08:30:00Z'), until: new Date('2026-12-03T10:30:00Z') },
        place: 'Salle 2, Nantes',
      },
    ],
    { name: 'Guichet', stamp: new Date('2026-11-21T09:00:00Z') },
  );
  assert.match(feed, /DTSTART:20261203T083000Z\r\nDTEND:20261203T103000Z/u);
  assert.match(feed, /LOCATION:Salle 2\\, Nantes/u);
  assert.match(feed, /TRANSP:OPAQUE/u);
});
