/** Official outlines as files really come: both geometries, both generations of codes, and everything that must be refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { countPoints, outlineLimits, readOutlines } from './district-outlines.ts';
import { vintageInForce } from './district-vintage.ts';

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];

function feature(more: { code?: unknown; geometry?: unknown; properties?: unknown } = {}) {
  const { code = 'QN04401M', geometry = { type: 'Polygon', coordinates: [ring] } } = more;
  return { type: 'Feature', properties: more.properties ?? { code_qp: code, lib_qp: 'Les Tilleuls' }, geometry };
}

const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

test('polygons and multipolygons are read with their holes, codes in any case, names under any usual label', () => {
  const read = readOutlines(
    file(
      feature({ geometry: { type: 'Polygon', coordinates: [ring, ring] } }),
      feature({
        properties: { CODE_QPV: 'qp044001', NOM_QP: 'Le Port' },
        geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring]] },
      }),
    ),
  );
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.map(({ code, name, polygons }) => [code, name, polygons.length, countPoints({ polygons })]),
    [
      ['QN04401M', 'Les Tilleuls', 1, 8],
      ['QP044001', 'Le Port', 2, 8],
    ],
  );
});

const open = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

for (const [what, text, because] of [
  ['not JSON', '{"type":', 'outlines-unreadable'],
  ['a lone feature', JSON.stringify(feature()), 'outlines-unreadable'],
  ['nothing inside', file(), 'outlines-empty'],
  ['too many', file(...Array.from({ length: outlineLimits.features + 1 }, () => 0)), 'outlines-too-many'],
  [
    'metres of Lambert 93',
    file(
      feature({
        geometry: { type: 'Polygon', coordinates: [ring.map(([x = 0, y = 0]) => [x + 700_000, y + 6_600_000])] },
      }),
    ),
    'outlines-not-degrees',
  ],
  ['no code', file(feature({ properties: { nom: 'Sans code' } })), 'outline-code-missing'],
  ['a code of something else', file(feature({ code: '44109' })), 'outline-code-missing'],
  ['twice the same code', file(feature(), feature()), 'outline-code-doubled'],
  ['a point', file(feature({ geometry: { type: 'Point', coordinates: [0, 0] } })), 'outline-shape'],
  ['an open ring', file(feature({ geometry: { type: 'Polygon', coordinates: [open] } })), 'outline-shape'],
  ['no geometry', file({ ...feature(), geometry: null }), 'outline-shape'],
  [
    'a text for a number',
    file(feature({ geometry: { type: 'Polygon', coordinates: [[['0', 0], ...ring.slice(1)]] } })),
    'outline-shape',
  ],
] as const) {
  test(`${what}: ${because}`, () => {
    const read = readOutlines(text);
    assert.equal(read.ok ? 'read' : read.because, because);
  });
}

test('whatever the file holds, it is read or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.jsonValue(), (text, inside) => {
      readOutlines(text);
      readOutlines(file(inside));
      readOutlines(file(feature({ geometry: inside })));
    }),
    { numRuns: 1000 },
  );
});

for (const [day, communeCode, vintage] of [
  ['2014-12-31', '44109', undefined],
  ['2015-01-01', '44109', 2015],
  ['2023-12-31', '44109', 2015],
  ['2024-01-01', '44109', 2024],
  ['2024-12-31', '97411', 2015],
  ['2025-01-01', '97411', 2024],
] as const) {
  test(`the list in force on ${day} in ${communeCode} is that of ${vintage}`, () => {
    assert.equal(vintageInForce(day, { communeCode })?.vintage, vintage);
  });
}
