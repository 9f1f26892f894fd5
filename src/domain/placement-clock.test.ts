/** The company's time to answer: around its last day, its reminders, and what is said of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appointmentFile } from './appointment.ts';
import { initialsOf } from './candidate-words.ts';
import { resolveRule } from './dated-rules.ts';
import type { CountingRules } from './counting-rules.ts';
import { nationalRules } from './national-rules.ts';
import { answerDueOn, clockWords, isReminderDay, isSilent } from './placement-clock.ts';
import { trainingCountWords } from './training-before-hire.ts';

const sentOn = '2026-11-16';
const dueOn = answerDueOn({ sentOn, days: 7 });

test('a week to answer: the last day is in time, the next is silence', () => {
  assert.equal(dueOn, '2026-11-23');
  assert.equal(isSilent({ dueOn, today: '2026-11-23' }), false);
  assert.equal(isSilent({ dueOn, today: '2026-11-24' }), true);
});

for (const [today, reminded, due] of [
  ['2026-11-16', [], false],
  ['2026-11-19', [], false],
  ['2026-11-20', [], true],
  ['2026-11-20', ['2026-11-20'], false],
  ['2026-11-21', ['2026-11-20'], false],
  ['2026-11-22', [], true],
  ['2026-11-23', ['2026-11-20'], true],
  ['2026-11-23', ['2026-11-20', '2026-11-21'], false],
  ['2026-11-24', [], false],
] as const) {
  test(`on ${today}, reminded ${reminded.length} times: ${due ? 'a reminder leaves' : 'nothing leaves'}`, () => {
    assert.equal(isReminderDay({ sentOn, dueOn, today, reminded }), due);
  });
}

test('a delay of one day has one reminder, on that day', () => {
  const one = { sentOn, dueOn: '2026-11-17' };
  assert.equal(isReminderDay({ ...one, today: '2026-11-17', reminded: [] }), true);
  assert.equal(isReminderDay({ ...one, today: '2026-11-18', reminded: [] }), false);
});

test('the clock in words', () => {
  assert.deepEqual(
    ['2026-11-20', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-27'].map((today) => clockWords({ dueOn, today })),
    [
      '3\u00A0jours pour répondre',
      'un jour pour répondre',
      'dernier jour pour répondre',
      'sans réponse depuis un jour',
      'sans réponse depuis 4\u00A0jours',
    ],
  );
});

test('both settings have a national value with its source; hours before a contract do not count by default', () => {
  const book = { national: nationalRules };
  const days = resolveRule<CountingRules, 'answer-days'>({ book, code: 'answer-days', day: sentOn });
  const training = resolveRule<CountingRules, 'training-before-hire'>({
    book,
    code: 'training-before-hire',
    day: sentOn,
  });
  assert.equal(days.ok && days.value.value, 7);
  assert.equal(training.ok && training.value.value.counted, false);
  assert.match(trainingCountWords({ counted: false, source: 'Choix' }), /ne comptent pas/u);
  assert.match(trainingCountWords({ counted: true, source: 'Convention' }), /comptent \(Convention\)/u);
});

test('initials say nothing more', () => {
  assert.equal(initialsOf({ givenName: 'Amadou', familyName: 'Darrieux' }), 'A. D.');
  assert.equal(initialsOf({ givenName: 'Jean-Paul', familyName: 'Le Gall' }), 'J.-P. L.');
  assert.equal(initialsOf({ givenName: 'élodie', familyName: '’Œuvrard' }), 'É. Œ.');
  assert.equal(initialsOf({ givenName: '1', familyName: '' }), 'X.');
});

test('an appointment is an instant with a stable name, escaped and replaced when it moves', () => {
  const file = appointmentFile(
    {
      id: 'interview-1',
      startsAt: new Date('2026-12-01T13:30:00Z'),
      minutes: 30,
      title: 'Entretien, maçon',
      place: 'Rue; 3',
      sequence: 2,
    },
    new Date('2026-11-28T09:00:00Z'),
  );
  assert.match(
    file,
    /UID:interview-1@guichet\r\nSEQUENCE:2\r\nDTSTAMP:20261128T090000Z\r\nDTSTART:20261201T133000Z\r\nDTEND:20261201T140000Z/u,
  );
  assert.match(file, /SUMMARY:Entretien\\, maçon\r\nLOCATION:Rue\\; 3\r\n/u);
});
