/** Small numbers stay hidden, alone or by difference; rates wait for enough people. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CountedExit } from './exit-rates.ts';
import { summariseExits, summariseLines } from './exit-rates.ts';
import { maskSmall, maskTotal } from './small-numbers.ts';

for (const [counts, shown] of [
  [
    [0, 0, 0],
    [0, 0, 0],
  ],
  [
    [5, 9, 0],
    [5, 9, 0],
  ],
  [
    [4, 9, 7],
    [null, 9, null],
  ],
  [
    [1, 2, 9],
    [null, null, 9],
  ],
  [
    [3, 0, 0],
    [null, 0, 0],
  ],
] as const) {
  test(`${counts.join(', ')} shows ${shown.map((count) => count ?? '< 5').join(', ')}`, () => {
    assert.deepEqual(maskSmall(counts), shown);
  });
}

test('a total of four is hidden, of five is told, of nobody is told', () => {
  assert.deepEqual([maskTotal(4), maskTotal(5), maskTotal(0)], [null, 5, 0]);
});

test('no shown count is between one and four, and a hidden one is never alone beside a told total', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }), (counts) => {
      const shown = maskSmall(counts);
      for (const count of shown) assert.ok(count === null || count === 0 || count >= 5);
      const hidden = shown.filter((count) => count === null).length;
      const positive = counts.filter((count) => count > 0).length;
      assert.ok(hidden !== 1 || positive === 1);
    }),
  );
});

function exits(codes: readonly CountedExit['code'][]): CountedExit[] {
  return codes.map((code) => ({ code, stay: { from: '2026-01-01', until: '2026-12-31' } }));
}

function times<Value>(count: number, value: Value): Value[] {
  return Array.from({ length: count }, () => value);
}

test('rates: dynamic over who answered, neutral ones apart; answers over all that was due', () => {
  const found = summariseExits(
    exits([
      ...times(6, 'cdi' as const),
      ...times(6, 'searching' as const),
      ...times(5, 'neutralised' as const),
      ...times(5, 'not-reached' as const),
      ...times(8, null),
    ]),
  );
  assert.equal(found.due, 30);
  assert.equal(found.answered, 17);
  assert.equal(found.dynamicBasisPoints, 5000);
  assert.equal(found.responseBasisPoints, 5666);
});

test('four answers tell no rate', () => {
  const found = summariseExits(exits(times(4, 'cdi' as const)));
  assert.equal(found.dynamicBasisPoints, null);
  assert.equal(found.answered, null);
});

test('three answers of five tell no rate, since the rate and five would tell three', () => {
  const found = summariseExits(exits([...times(3, 'cdi' as const), null, null]));
  assert.deepEqual([found.due, found.answered, found.responseBasisPoints], [5, null, null]);
});

test('one person in another situation is not told by the share of the rest', () => {
  const found = summariseExits(exits([...times(6, 'cdi' as const), 'searching']));
  assert.equal(found.dynamicBasisPoints, null);
  assert.deepEqual(
    found.groups.map(({ count }) => count),
    [null, 0, 0, null, 0, 0],
  );
});

test('who was not reached hides nobody and is not told by the answers', () => {
  const found = summariseExits(
    exits([...times(3, 'cdi' as const), ...times(7, 'searching' as const), ...times(2, 'not-reached' as const)]),
  );
  assert.deepEqual(
    found.groups.map(({ count }) => count),
    [null, 0, 0, null, 0, null],
  );
  assert.equal(found.answered, 10);
});

test('a line hidden in a table is not found again from the sum of its column', () => {
  const lines = summariseLines([
    exits(times(9, 'cdi' as const)),
    exits(times(3, 'cdi' as const)),
    exits(times(6, 'searching' as const)),
  ]);
  assert.deepEqual(
    lines.map(({ due, answered }) => [due, answered]),
    [
      [9, 9],
      [null, null],
      [null, null],
    ],
  );
});
