/** The formula of sizing on the worked examples of the trade, and the brackets of the training clause. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { sizeMinutes } from './sizing.ts';
import { schoolBrackets, trainingMinutes } from './training-brackets.ts';

const example = {
  amountCents: 100_000_000,
  labourBasisPoints: 5000,
  insertionBasisPoints: 500,
  hourlyCostCents: 3000,
};

test('the worked examples of the trade come out as published', () => {
  assert.equal(sizeMinutes(example, 60), 833 * 60);
  assert.equal(sizeMinutes({ ...example, hourlyCostCents: 2500 }, 60), 1000 * 60);
  const larger = {
    ...example,
    amountCents: 150_000_000,
    labourBasisPoints: 7000,
    insertionBasisPoints: 1000,
  };
  assert.equal(sizeMinutes(larger, 60), 3500 * 60);
});

test('a size is rounded down to the step asked', () => {
  const steps: [number, number][] = [
    [1, 50_000],
    [60, 833 * 60],
    [300, 830 * 60],
    [35 * 60, 805 * 60],
  ];
  for (const [step, minutes] of steps) assert.equal(sizeMinutes(example, step), minutes, String(step));
  assert.throws(() => sizeMinutes({ ...example, hourlyCostCents: 0 }, 60), RangeError);
});

test('a size is a multiple of its step and never above the exact quotient', () => {
  fc.assert(
    fc.property(
      fc.nat(2_000_000_000),
      fc.nat(10_000),
      fc.nat(10_000),
      fc.integer({ min: 1, max: 9000 }),
      (amountCents, labour, insertion, cost) => {
        const facts = {
          amountCents,
          labourBasisPoints: labour,
          insertionBasisPoints: insertion,
          hourlyCostCents: cost,
        };
        const minutes = sizeMinutes(facts, 60);
        const exact = BigInt(amountCents) * BigInt(labour) * BigInt(insertion) * 60n;
        const unit = BigInt(cost) * 100_000_000n;
        assert.equal(minutes % 60, 0);
        assert.ok(BigInt(minutes) * unit <= exact && exact < BigInt(minutes + 60) * unit);
      },
    ),
    { numRuns: 1000 },
  );
});

test('H13 an amount between two brackets is asked about, with the next bracket proposed', () => {
  const read = (euros: number, gap: 'ask' | 'next' = 'ask') => {
    const found = trainingMinutes({ amountCents: euros * 100, brackets: schoolBrackets, gap });
    return found.ok ? found.value / 60 : found.because;
  };
  const rows: [number, number | string][] = [
    [0, 'bracket-outside'],
    [1, 150],
    [99_000, 150],
    [99_001, 'bracket-gap'],
    [99_500, 'bracket-gap'],
    [99_999, 'bracket-gap'],
    [100_000, 300],
    [199_000, 300],
    [199_500, 'bracket-gap'],
    [200_000, 450],
    [399_000, 450],
    [400_000, 900],
    [9_000_000, 900],
  ];
  for (const [euros, expected] of rows) assert.equal(read(euros), expected, String(euros));
  assert.equal(read(99_500, 'next'), 300);
  const gap = trainingMinutes({
    amountCents: 9_950_000,
    brackets: [...schoolBrackets].reverse(),
    gap: 'ask',
  });
  assert.deepEqual(gap, {
    ok: false,
    because: 'bracket-gap',
    details: { proposed: '300\u00a0h', minutes: 18_000 },
  });
});
