/** Durations: what is typed, what is shown, what they are worth. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  formatDecimalHours,
  formatMinutes,
  hundredthsOfDays,
  hundredthsOfFullTimeMonths,
  parseTypedHours,
  sumMinutes,
} from './minutes.ts';

test('durations are read as they are typed', () => {
  const table: [string, number | string][] = [
    ['151,67', 9100],
    ['151.67', 9100],
    ['35:30', 2130],
    ['7h30', 450],
    ['7 h', 420],
    ['7H', 420],
    ['7 h 5', 425],
    ['7 h 30 min', 450],
    ['7 heures 30', 450],
    ['45 min', 45],
    ['0', 0],
    ['1 820', 109_200],
    ['1\u202f820 h', 109_200],
    ['1 820 h 30', 109_230],
    ['112\u00a0h\u00a030', 6750],
    ['0,5', 30],
    ['0,01', 1],
    ['0,008', 0],
    ['0,0083334', 'hours-unreadable'],
    ['151,667', 9100],
    ['1.820', 'hours-ambiguous'],
    ['7h60', 'hours-unreadable'],
    ['7h75', 'hours-unreadable'],
    ['7:5:3', 'hours-unreadable'],
    ['7,5h30', 'hours-unreadable'],
    ['-7', 'hours-negative'],
    ['-7h30', 'hours-unreadable'],
    ['1e3', 'hours-unreadable'],
    ['sept', 'hours-unreadable'],
    ['18 20', 'hours-unreadable'],
    ['', 'hours-missing'],
    ['999999', 59_999_940],
    ['1000000', 'hours-too-many'],
    ['999999,5', 'hours-too-many'],
    ['999999h01', 'hours-too-many'],
  ];
  for (const [typed, expected] of table) {
    const read = parseTypedHours(typed);
    assert.equal(read.ok ? read.value : read.because, expected, typed);
  }
});

test('durations are written with non-breaking spaces', () => {
  assert.equal(formatMinutes(6750), '112\u00a0h\u00a030');
  assert.equal(formatMinutes(109_200), '1\u00a0820\u00a0h');
  assert.equal(formatMinutes(5), '0\u00a0h\u00a005');
  assert.equal(formatMinutes(-450), '−7\u00a0h\u00a030');
  assert.equal(formatMinutes(0), '0\u00a0h');
  assert.equal(formatDecimalHours(9100), '151,67');
  assert.equal(formatDecimalHours(-30), '-0,50');
});

test('a duration reads back from both of its written forms, to the minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 59_999_940 }), (minutes) => {
      assert.deepEqual(parseTypedHours(formatMinutes(minutes)), { ok: true, value: minutes });
      assert.deepEqual(parseTypedHours(formatDecimalHours(minutes)), { ok: true, value: minutes });
      assert.doesNotMatch(formatMinutes(minutes), /[ \u202f]/u);
    }),
    { numRuns: 2000 },
  );
});

test('equivalents are exact for the reference given, and opposite for a correction', () => {
  assert.equal(hundredthsOfDays({ minutes: 6750, minutesPerDay: 420 }), 1607);
  assert.equal(hundredthsOfDays({ minutes: 210, minutesPerDay: 420 }), 50);
  assert.equal(hundredthsOfFullTimeMonths({ minutes: 109_200, minutesPerMonth: 9100 }), 1200);
  assert.throws(() => hundredthsOfDays({ minutes: 60, minutesPerDay: 0 }), RangeError);
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 20_000 }), (minutes, reference) => {
      const days = hundredthsOfDays({ minutes, minutesPerDay: reference });
      assert.ok(Math.abs(days * reference - minutes * 100) * 2 <= reference);
      assert.equal(hundredthsOfDays({ minutes: -minutes, minutesPerDay: reference }) + days, 0);
    }),
  );
});

test('sums stay exact or say so', () => {
  assert.equal(sumMinutes([450, -30, 5]), 425);
  assert.equal(sumMinutes([]), 0);
  assert.throws(() => sumMinutes([0.5]), RangeError);
  assert.throws(() => sumMinutes([Number.MAX_SAFE_INTEGER, 1]), RangeError);
});
