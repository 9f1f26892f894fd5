/** Days as they are typed on a phone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseTypedDays, typedDays } from './typed-days.ts';

function told(typed: string): unknown {
  const read = parseTypedDays(typed, '2026-10');
  return read.ok ? (read.value?.map(({ day, minutes }) => `${day} ${minutes}`) ?? null) : read.because;
}

test('a day per line, with or without the month, in any usual writing of hours', () => {
  assert.equal(told(' \n '), null);
  assert.deepEqual(told('3 : 7 h 30\n04/10 7,5\n2026-10-05 7:30\n6: 7'), [
    '2026-10-03 450',
    '2026-10-04 450',
    '2026-10-05 450',
    '2026-10-06 420',
  ]);
  assert.deepEqual(told('30/09 : 8 h ; 1/10/2026 8h'), ['2026-09-30 480', '2026-10-01 480']);
  assert.equal(told('3 octobre 7h'), 'days-unreadable');
  assert.equal(told('3 :'), 'days-unreadable');
  assert.equal(told('sept heures'), 'days-unreadable');
});

test('what was kept is written so that it can be read again', () => {
  const written = typedDays([
    { day: '2026-10-03', minutes: 450 },
    { day: '2026-10-04', minutes: 60 },
  ]);
  assert.equal(written, '03/10 : 7\u00a0h\u00a030\n04/10 : 1\u00a0h');
  assert.deepEqual(told(written), ['2026-10-03 450', '2026-10-04 60']);
});
