/** Several structures on one declaration: the whole follows all the lines, in whatever order they are decided. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { LinesOf, LineState } from './shared-review.ts';
import { stateOfLines, stateOnceUndone, structuresIn } from './shared-review.ts';

const of = (structureId: string, state: LineState, lines = 1): LinesOf => ({ structureId, state, lines });

test('the first structure to decide does not decide for the other', () => {
  const table: [LinesOf[], string][] = [
    [[], 'validated'],
    [[of('A', 'validated')], 'validated'],
    [[of('A', 'validated'), of('B', 'submitted')], 'under-review'],
    [[of('A', 'rejected'), of('B', 'submitted')], 'under-review'],
    [[of('A', 'validated'), of('B', 'validated')], 'validated'],
    [[of('A', 'validated'), of('B', 'rejected')], 'partially-validated'],
    [[of('A', 'rejected'), of('B', 'rejected')], 'rejected'],
    [[of('A', 'locked'), of('B', 'rejected')], 'partially-validated'],
    [[of('A', 'validated'), of('B', 'submitted', 0)], 'validated'],
  ];
  for (const [lines, expected] of table) assert.equal(stateOfLines(lines), expected, JSON.stringify(lines));
});

test('taken back by one, the decision of the other keeps it under review', () => {
  assert.equal(stateOnceUndone([of('A', 'submitted'), of('B', 'submitted')]), 'submitted');
  assert.equal(stateOnceUndone([of('A', 'submitted'), of('B', 'rejected')]), 'under-review');
  assert.deepEqual(structuresIn([of('A', 'validated'), of('A', 'rejected'), of('B', 'submitted')]), [
    { structureId: 'B', waits: true },
    { structureId: 'A', waits: false },
  ]);
});

test('the order of the structures changes nothing, and nothing is final while a line waits', () => {
  const line = fc.record({
    structureId: fc.constantFrom('A', 'B', 'C'),
    state: fc.constantFrom<LineState>('submitted', 'validated', 'rejected', 'locked'),
    lines: fc.nat(3),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      assert.equal(stateOfLines(lines), stateOfLines(lines.toReversed()));
      const waits = lines.some(({ state, lines: count }) => state === 'submitted' && count > 0);
      assert.equal(stateOfLines(lines) === 'under-review', waits);
    }),
  );
});
