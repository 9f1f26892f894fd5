/** Points and outlines: squares with holes, islands apart, and shapes drawn by chance. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Polygon, Position } from './point-in-outline.ts';
import { boxOf, isInside } from './point-in-outline.ts';

function square(west: number, south: number, side: number): Position[] {
  return [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
}

const ringed: Polygon = [square(0, 0, 10), square(4, 4, 2)];
const island: Polygon = [square(20, 0, 2)];

for (const [what, point, expected] of [
  ['in the middle of the ring', [2, 2], true],
  ['in the hole', [5, 5], false],
  ['outside', [12, 2], false],
  ['on the outer line', [0, 5], true],
  ['on a corner', [10, 10], true],
  ['on the line of the hole', [4, 5], true],
  ['on the island', [21, 1], true],
  ['between the two', [15, 1], false],
  ['level with a corner, outside', [-1, 10], false],
] as const) {
  test(`${what}: ${expected}`, () => assert.equal(isInside(point, [ringed, island]), expected));
}

test('the box holds every point of every polygon', () => {
  assert.deepEqual(boxOf([ringed, island]), { west: 0, south: 0, east: 22, north: 10 });
});

const coordinate = fc.integer({ min: -50, max: 50 });
/** Exact in binary, so that turning the ring changes no rounding. */
const halves = fc.integer({ min: -120, max: 120 }).map((count) => count / 2);

test('a point outside the box is outside the outline, whichever way the ring turns and wherever it begins', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 20 }),
      fc.tuple(halves, halves),
      fc.nat(19),
      (corners, point, turn) => {
        const closed = (ring: Position[]): Position[] => [...ring, ring[0] ?? [0, 0]];
        const inside = isInside(point, [[closed(corners)]]);
        const box = boxOf([[corners]]);
        const [x, y] = point;
        if (x < box.west || x > box.east || y < box.south || y > box.north) assert.equal(inside, false);
        const start = turn % corners.length;
        const turned = [...corners.slice(start), ...corners.slice(0, start)];
        assert.equal(isInside(point, [[closed(turned)]]), inside);
        assert.equal(isInside(point, [[closed(corners.toReversed())]]), inside);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a convex outline agrees with the side of each of its lines', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 12 }),
      fc.double({ min: -15, max: 15, noNaN: true }),
      fc.double({ min: -15, max: 15, noNaN: true }),
      (sides, x, y) => {
        const corners = Array.from({ length: sides }, (_, place): Position => {
          const angle = (2 * Math.PI * place) / sides;
          return [10 * Math.cos(angle), 10 * Math.sin(angle)];
        });
        const side = corners.map(([ax, ay], place) => {
          const [bx, by] = corners[(place + 1) % sides] ?? [0, 0];
          return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
        });
        if (side.some((distance) => Math.abs(distance) < 1e-6)) return;
        const expected = side.every((distance) => distance > 0);
        assert.equal(isInside([x, y], [[[...corners, corners[0] ?? [0, 0]]]]), expected);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a hole takes out exactly what it covers', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 9.99, noNaN: true }),
      fc.double({ min: 0.01, max: 9.99, noNaN: true }),
      (x, y) => {
        const strictlyInHole = x > 4 && x < 6 && y > 4 && y < 6;
        assert.equal(isInside([x, y], [ringed]), !strictlyInHole);
      },
    ),
  );
});
