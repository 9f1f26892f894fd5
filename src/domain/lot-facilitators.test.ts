/** One lead, parts that never exceed the lot, and the structures of the place first. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LotFacilitator } from './lot-facilitators.ts';
import { checkFacilitator, departmentOfPostcode, nearestFirst } from './lot-facilitators.ts';

const today = '2026-11-21';
const lead: LotFacilitator = {
  id: 'a',
  organisation: 'x',
  role: 'lead',
  shareBasisPoints: 6000,
  untilDay: null,
};
const other: LotFacilitator = {
  id: 'b',
  organisation: 'y',
  role: 'contributor',
  shareBasisPoints: 4000,
  untilDay: null,
};

for (const [what, assigned, others, because] of [
  ['the lead alone', lead, [], null],
  ['a contributor with the rest', other, [lead], null],
  ['a contributor with more than the rest', { ...other, shareBasisPoints: 4001 }, [lead], 'facilitator-shares-over'],
  ['a second lead', { ...other, role: 'lead' as const }, [lead], 'facilitator-lead-taken'],
  [
    'a lead after the former one left',
    { ...other, role: 'lead' as const },
    [{ ...lead, untilDay: '2026-11-20' }],
    null,
  ],
  ['the same structure twice', { ...other, organisation: 'x' }, [lead], 'facilitator-doubled'],
  ['its own former values do not count', { ...lead, shareBasisPoints: 6000 }, [lead, other], null],
] as const) {
  test(`${what}: ${because ?? 'accepted'}`, () => {
    const checked = checkFacilitator(assigned, { others, today });
    assert.equal(checked.ok ? null : checked.because, because);
  });
}

test('a postcode tells its département', () => {
  assert.deepEqual(['75011', '20000', '20200', '97410', '1000', ''].map(departmentOfPostcode), [
    '75',
    '2A',
    '2B',
    '974',
    '',
    '',
  ]);
});

test('structures of the place come first, then the others by name', () => {
  const structures = ['59000', '75011', '13001'].map((postcode, place) => ({ name: `S${place}`, postcode }));
  assert.deepEqual(
    nearestFirst(structures, '75').map(({ name }) => name),
    ['S1', 'S0', 'S2'],
  );
});
