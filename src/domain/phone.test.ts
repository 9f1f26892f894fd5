/** Telephone numbers of mainland France, overseas and elsewhere (numbers kept for fiction where they exist). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { formatPhone, readPhone } from './phone.ts';

test('numbers of every territory are read and written back', () => {
  const table: [string, string, string][] = [
    ['01 99 00 12 34', '+33199001234', '01 99 00 12 34'],
    ['01.99.00.12.34', '+33199001234', '01 99 00 12 34'],
    ['+33 (0)6 39 98 12 34', '+33639981234', '06 39 98 12 34'],
    ['0033 6 39 98 12 34', '+33639981234', '06 39 98 12 34'],
    ['06-39-98-12-34', '+33639981234', '06 39 98 12 34'],
    ['0639 12 34 56', '+262639123456', '0639 12 34 56'],
    ['0262 12 34 56', '+262262123456', '0262 12 34 56'],
    ['0590 12 34 56', '+590590123456', '0590 12 34 56'],
    ['0694\u00a012\u00a034\u00a056', '+594694123456', '0694 12 34 56'],
    ['0696 12 34 56', '+596696123456', '0696 12 34 56'],
    ['+508 41 23 45', '+508412345', '+508 41 23 45'],
    ['+687 12 34 56', '+687123456', '+687 12 34 56'],
    ['+689 40 12 34 56', '+68940123456', '+689 40 12 34 56'],
    ['+32 2 555 12 34', '+3225551234', '+32 25 55 12 34'],
    ['00352 123 456', '+352123456', '+352 12 34 56'],
    ['+1 202 555 0123', '+12025550123', '+1 20 25 55 01 23'],
  ];
  for (const [typed, number, shown] of table) {
    assert.deepEqual(readPhone(typed), { ok: true, value: number }, typed);
    assert.equal(formatPhone(number), shown.replaceAll(' ', '\u00a0'), typed);
  }
});

test('what is not one whole number is refused', () => {
  for (const typed of [
    '',
    '12',
    '06 39 98 12',
    '06 39 98 12 34 5',
    '00 09 98 12 34',
    '+33 6 39 98 12',
    '+0612345678',
    '06 39 98 12 34 ou 01 99 00 12 34',
    '06 39 98 12 34 poste 12',
    'abc',
    '+',
    '+1234567890123456',
    '06\n\0 39 98 12 34',
  ]) {
    assert.equal(readPhone(typed).ok, false, typed);
  }
});

test('a number that was read is E.164 and its written form reads back', () => {
  const typed = fc.oneof(
    fc.stringMatching(/^0[1-9]\d{8}$/u),
    fc.stringMatching(/^\+[1-9][\d .()-]{5,18}$/u),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const read = readPhone(text);
      if (!read.ok) return;
      assert.match(read.value, /^\+[1-9]\d{6,14}$/u);
      assert.deepEqual(readPhone(formatPhone(read.value)), read);
      assert.doesNotMatch(formatPhone(read.value), /[ \u202f]/u);
    }),
    { numRuns: 3000 },
  );
});
