/** What each kind of commitment owes, at the cent and at the minute. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Commitment } from './commitment.ts';
import { commitmentKinds, dueMinutes } from './commitment.ts';

const variable: Commitment = { kind: 'variable', centsPerHour: 200_000, thresholdCents: 270_000_000 };

function hoursAt(euros: number, tranche: 'full' | 'to-the-minute' = 'full'): number {
  return (dueMinutes(variable, { invoicedCents: euros * 100, workedMinutes: 0 }, tranche) ?? -1) / 60;
}

test('H12 a variable volume counts full tranches beyond its threshold', () => {
  const rows: [number, number][] = [
    [0, 0],
    [2_699_999, 0],
    [2_700_000, 0],
    [2_701_999, 0],
    [2_702_000, 1],
    [2_703_999, 1],
    [2_704_000, 2],
    [3_000_000, 150],
  ];
  for (const [euros, hours] of rows) assert.equal(hoursAt(euros), hours, String(euros));
});

test('H12 counting tranches to the minute is a setting', () => {
  assert.equal(hoursAt(2_701_000, 'to-the-minute') * 60, 30);
  assert.equal(hoursAt(2_702_000, 'to-the-minute'), 1);
});

test('each kind of commitment has its own due time, or none by nature', () => {
  const measures = { invoicedCents: 300_000_000, workedMinutes: 123_457 };
  const rows: [Commitment, number | null][] = [
    [{ kind: 'fixed', minutes: 49_980 }, 49_980],
    [{ kind: 'training', minutes: 18_000 }, 18_000],
    [variable, 9000],
    [{ kind: 'share', basisPoints: 500 }, 6172],
    [{ kind: 'share', basisPoints: 0 }, 0],
    [{ kind: 'qualitative', expected: 'Visites de chantier' }, null],
    [{ kind: 'none', reason: 'Fournitures seules' }, null],
  ];
  for (const [commitment, due] of rows) assert.equal(dueMinutes(commitment, measures, 'full'), due, commitment.kind);
  assert.deepEqual(new Set(rows.map(([{ kind }]) => kind)), new Set(Object.keys(commitmentKinds)));
  assert.throws(() => dueMinutes({ ...variable, centsPerHour: 0 }, measures, 'full'), RangeError);
});

test('more invoiced or worked never lowers what is due', () => {
  const amount = fc.nat(900_000_000);
  fc.assert(
    fc.property(amount, amount, fc.constantFrom('full', 'to-the-minute'), (one, more, tranche) => {
      for (const commitment of [variable, { kind: 'share', basisPoints: 733 }] satisfies Commitment[]) {
        const due = (value: number) =>
          dueMinutes(commitment, { invoicedCents: value, workedMinutes: value }, tranche) ?? -1;
        assert.ok(due(one) <= due(one + more) && due(one) >= 0 && Number.isSafeInteger(due(one)));
      }
    }),
    { numRuns: 1000 },
  );
});
