/** What is left once a name is gone hides the person. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageBandOf, departmentOf, placeLeft } from './anonymisation.ts';

for (const [birth, on, band] of [
  ['2000-11-18', '2026-11-17', '-26'],
  ['2000-11-18', '2026-11-18', '26-49'],
  ['1976-11-19', '2026-11-18', '26-49'],
  ['1976-11-18', '2026-11-18', '50+'],
  [null, '2026-11-18', ''],
  ['2027-01-01', '2026-11-18', ''],
] as const) {
  test(`born ${birth}, on ${on}: ${band || 'unknown'}`, () => assert.equal(ageBandOf(birth, on), band));
}

test('a commune stays from five people on', () => {
  const place = { commune: 'Nantes', communeCode: '44109' };
  assert.deepEqual(placeLeft(place, 5), { ...place, departmentCode: '44' });
  assert.deepEqual(placeLeft(place, 4), { commune: '', communeCode: '', departmentCode: '44' });
  assert.deepEqual(placeLeft({ commune: 'Laval', communeCode: '' }, 1), {
    commune: '',
    communeCode: '',
    departmentCode: '',
  });
});

test('départements by code', () => {
  assert.deepEqual(['2A004', '97411', '98818', '44109', '4410', ''].map(departmentOf), [
    '2A',
    '974',
    '988',
    '44',
    '',
    '',
  ]);
});
