/** Parts of a commitment: they make the whole, exactly, and each company's hours are shown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { CommitmentPart } from './commitment-split.ts';
import { byCompany, checkSplit, splitMinutes } from './commitment-split.ts';
import { sumMinutes } from './minutes.ts';

function part(party: string, hours: number, role: CommitmentPart['role'] = 'holder'): CommitmentPart {
  return { party, role, minutes: hours * 60 };
}

test('the parts of holder, joint contractors, subcontractors and trades make the whole', () => {
  const whole = 500 * 60;
  const rows: [CommitmentPart[], string | true][] = [
    [[part('A', 500)], true],
    [[part('A', 300), part('B', 200, 'subcontractor')], true],
    [[part('Peinture', 200, 'trade'), part('Plomberie', 300, 'trade')], true],
    [[part('A', 500), part('B', 0, 'joint')], true],
    [[part('A', 299), part('B', 200, 'joint')], 'split-sum'],
    [[part('A', 301), part('B', 200, 'joint')], 'split-sum'],
    [[], 'split-sum'],
    [[part('A', 600), part('B', -100, 'joint')], 'split-negative'],
    [[part('A', 300), part('A', 200)], 'split-doubled'],
    [[part('A', 300), part('A', 200, 'trade')], true],
  ];
  for (const [parts, expected] of rows) {
    const checked = checkSplit({ whole, parts });
    assert.equal(checked.ok ? true : checked.because, expected, JSON.stringify(parts));
  }
});

test('H16 the hours of a subcontractor count for the lot and are shown by company', () => {
  const entries = [
    { company: 'B', minutes: 80 * 60 },
    { company: 'A', minutes: 300 * 60 },
    { company: 'B', minutes: 120 * 60 },
  ];
  assert.deepEqual(byCompany(entries), [
    { company: 'A', minutes: 300 * 60 },
    { company: 'B', minutes: 200 * 60 },
  ]);
  assert.equal(sumMinutes(byCompany(entries).map(({ minutes }) => minutes)), 500 * 60);
});

test('a split in proportion is always a split that is accepted', () => {
  fc.assert(
    fc.property(
      fc.nat(9_000_000),
      fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 9 }),
      (whole, weights) => {
        const parts = splitMinutes(whole, weights).map((minutes, place) => ({
          party: String(place),
          role: 'trade' as const,
          minutes,
        }));
        assert.equal(checkSplit({ whole, parts }).ok, true);
      },
    ),
    { numRuns: 1000 },
  );
});
