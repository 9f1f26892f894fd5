/** Charts tell the truth in words: their alternatives are computed from what they draw. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BarChart } from './bar-chart.tsx';
import { ColumnChart } from './column-chart.tsx';
import { DepartmentMap, classOf } from './department-map.tsx';
import { LineChart, lineAlternative } from './line-chart.tsx';
import { roundScale } from './scale.ts';
import { drawn } from '#ui/drawn.ts';

test('columns: one per value, the alternative names the highest, the lowest and the target', () => {
  const html = drawn(
    <ColumnChart
      caption="Heures"
      unit="heures"
      target={10}
      columns={[
        { label: 'oct.', longLabel: 'octobre', value: 12 },
        { label: 'nov.', value: 8 },
      ]}
    />,
  );
  assert.equal(html.match(/<rect class="column/gu)?.length, 2);
  assert.match(
    html,
    /aria-label="Heures, 2\u00A0périodes\. Le plus haut\u00A0: octobre \(12 heures\)\. Le plus bas\u00A0: nov\. \(8 heures\)\. Objectif de 10 heures atteint 1 fois\."/u,
  );
  assert.match(html, /<th scope="row">octobre<\/th><td class="end">12<\/td><td class="end">10<\/td>/u);
});

test('bars keep their proportions and survive zeros', () => {
  assert.match(
    drawn(
      <BarChart
        caption="P"
        bars={[
          { label: 'a', value: 4 },
          { label: 'b', value: 1 },
        ]}
      />,
    ),
    /width="25%"/u,
  );
  assert.doesNotMatch(drawn(<BarChart caption="P" bars={[{ label: 'a', value: 0 }]} />), /NaN|Infinity/u);
});

test('lines stop at what is not known yet, and say how late', () => {
  const points = [
    { label: 'j', done: 10, expected: 20 },
    { label: 'f', done: 30, expected: 40 },
    { label: 'm', done: null, expected: 60 },
  ];
  const html = drawn(<LineChart caption="Cumul" unit="heures" points={points} />);
  assert.equal(html.match(/class="line-done"/gu)?.length, 1);
  assert.equal(html.match(/class="line-expected"/gu)?.length, 2);
  assert.equal(
    lineAlternative({ caption: 'Cumul', unit: 'heures', points }),
    'Cumul. En f\u00A0: 30 heures réalisées pour 40 attendues, 10 de retard.',
  );
});

test('the map: 101 departments, five classes, a table and its credit', () => {
  const html = drawn(
    <DepartmentMap caption="Taux" unit="%" values={new Map([['44', 61]])} limits={[30, 40, 50, 60]} />,
  );
  assert.equal(html.match(/<th scope="row">/gu)?.length, 101);
  assert.match(html, /<path class="land map-4"[^>]*><title>Loire-Atlantique\u00A0: 61\u00A0%/u);
  assert.match(html, /IGN Admin Express 2018, Licence Ouverte/u);
  assert.deepEqual(
    [29, 30, 45, 60].map((value) => classOf(value, [30, 40, 50, 60])),
    ['map-0', 'map-1', 'map-2', 'map-4'],
  );
  assert.equal(classOf(undefined, [30, 40, 50, 60]), 'map-none');
});

test('an axis has round steps and reaches the highest value', () => {
  assert.deepEqual(roundScale(13_200).steps, [0, 5_000, 10_000, 15_000]);
  assert.deepEqual(roundScale(0).steps, [0, 1]);
  for (const highest of [0.4, 7, 99, 101, 12_345]) assert.ok(roundScale(highest).top >= highest);
});
