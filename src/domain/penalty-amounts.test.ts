/** Penalties to the cent, on the cases of the trade. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { HoursPenalty } from './penalty-amounts.ts';
import { hoursPenalty, latenessPenalty } from './penalty-amounts.ts';

const references = { smicPerHour: 1202, ceilingPerHour: 2900 };

function penalty(hours: number, formula: HoursPenalty): number {
  return hoursPenalty({ missing: hours * 60, formula, references });
}

test('H1 50 hours missing at 200 € an hour make 10 000 €', () => {
  assert.equal(penalty(833 - 783, { kind: 'per-hour', cents: 20_000 }), 1_000_000);
});

test('H2 50 hours missing at twice the SMIC make 1 202,00 €', () => {
  assert.equal(penalty(500 - 450, { kind: 'smic-multiple', hundredths: 200 }), 120_200);
});

test('H3 50 hours missing at four times the hourly ceiling make 200 ceilings', () => {
  for (const ceilingPerHour of [1, 2900, 3001]) {
    const formula = { kind: 'ceiling-multiple', hundredths: 400 } as const;
    const amount = hoursPenalty({ missing: 3000, formula, references: { ...references, ceilingPerHour } });
    assert.equal(amount, 200 * ceilingPerHour);
  }
});

test('H4 papers 6 days late at 75 € a day make 450 €', () => {
  assert.equal(latenessPenalty({ days: 6, centsPerDay: 7500 }), 45_000);
  assert.equal(latenessPenalty({ days: 0, centsPerDay: 7500 }), 0);
  assert.equal(latenessPenalty({ days: -3, centsPerDay: 7500 }), 0);
});

test('minutes count in proportion, a surplus costs nothing, and the cent is rounded once', () => {
  const perHour: HoursPenalty = { kind: 'per-hour', cents: 20_000 };
  assert.equal(hoursPenalty({ missing: 90, formula: perHour, references }), 30_000);
  assert.equal(hoursPenalty({ missing: 1, formula: perHour, references }), 333);
  assert.equal(hoursPenalty({ missing: -60, formula: perHour, references }), 0);
  assert.equal(hoursPenalty({ missing: 20, formula: { kind: 'smic-multiple', hundredths: 150 }, references }), 601);
});

test('one hour more missing never costs less', () => {
  const kind = fc.constantFrom('per-hour', 'smic-multiple', 'ceiling-multiple');
  fc.assert(
    fc.property(kind, fc.nat(90_000), fc.nat(600_000), fc.nat(600_000), (named, value, one, more) => {
      const formula: HoursPenalty =
        named === 'per-hour' ? { kind: named, cents: value } : { kind: named, hundredths: value };
      const of = (missing: number) => hoursPenalty({ missing, formula, references });
      assert.ok(of(one) <= of(one + more));
    }),
    { numRuns: 500 },
  );
});
