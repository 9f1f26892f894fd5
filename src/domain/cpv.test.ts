/** I6 (domain.md §13.8): CPV codes with and without their check digit. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCpv } from './cpv.ts';

test('I6: 45112500-9 and 45112500 are both accepted and kept as 45112500', () => {
  for (const typed of ['45112500-9', '45112500', ' 4511 2500 ', '45112500–9', '451125009']) {
    assert.deepEqual(readCpv(typed), { ok: true, value: '45112500' }, typed);
  }
});

test('what is no code of the vocabulary is refused', () => {
  for (const typed of ['', '4511250', '45112500-99', '00112500', '02112500', '99112500', 'travaux', '45.112.500']) {
    assert.deepEqual(readCpv(typed), { ok: false, because: 'cpv-unreadable' }, typed);
  }
});
