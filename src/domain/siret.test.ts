/** SIREN and SIRET against known numbers and a thousand random ones. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  fictitiousSiren,
  fictitiousSiret,
  formatSiret,
  isFictitiousSiret,
  isSiren,
  isSiret,
  readSiren,
  readSiret,
  sirenOf,
} from './siret.ts';

test('known numbers are judged as INSEE does, La Poste included', () => {
  const table: [string, true | string][] = [
    ['44023823600028', true],
    ['440 238 236 00028', true],
    ['440\u00a0238\u00a0236\u00a000028', true],
    ['440\u202f238\u202f236\u202f00028 ', true],
    ['440.238.236-00028', true],
    ['４４０２３８２３６０００２８', true],
    ['44023823600029', 'siret-check'],
    ['35600000049837', true],
    ['35600000049838', 'siret-check'],
    ['35600000000048', true],
    ['00000000000000', 'siret-check'],
    ['4402382360002', 'siret-length'],
    ['440238236000281', 'siret-length'],
    ['4402382360002O', 'siret-digits'],
    ['', 'siret-missing'],
    [' \u00a0 ', 'siret-missing'],
  ];
  for (const [typed, expected] of table) {
    const read = readSiret(typed);
    assert.equal(read.ok ? true : read.because, expected, typed);
    if (read.ok) assert.match(read.value, /^\d{14}$/u);
  }
  assert.deepEqual(readSiren('440 238 236'), { ok: true, value: '440238236' });
  assert.equal(readSiren('440238237').ok, false);
  assert.equal(readSiren('44023823').ok, false);
});

test('every fictitious number is right, distinct and of the 999 range', () => {
  const seen = new Set<string>();
  for (let rank = 0; rank < 2000; rank += 1) {
    const siret = fictitiousSiret(rank, rank % 7);
    assert.ok(isSiret(siret) && isSiren(sirenOf(siret)) && isFictitiousSiret(siret), siret);
    assert.equal(sirenOf(siret), fictitiousSiren(rank));
    seen.add(siret);
  }
  assert.equal(seen.size, 2000);
  assert.throws(() => fictitiousSiret(100_000), RangeError);
  assert.throws(() => fictitiousSiret(1, 10_000), RangeError);
});

test('one wrong digit is always seen, and a written number reads back', () => {
  fc.assert(
    fc.property(
      fc.nat(99_999),
      fc.nat(9_999),
      fc.nat(13),
      fc.integer({ min: 1, max: 9 }),
      (rank, establishment, place, shift) => {
        const siret = fictitiousSiret(rank, establishment);
        const digits = [...siret];
        digits[place] = String((Number(digits[place]) + shift) % 10);
        assert.equal(isSiret(digits.join('')), false);
        assert.deepEqual(readSiret(formatSiret(siret)), { ok: true, value: siret });
      },
    ),
    { numRuns: 1000 },
  );
});

test('no typed text makes the reader throw or accept other than 14 right digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
      const read = readSiret(typed);
      assert.ok(!read.ok || isSiret(read.value));
    }),
    { numRuns: 1000 },
  );
});
