/** The legal week read on months and on days. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addDays } from './day.ts';
import { mostInSpan, overlap, shareOfMonth, spanDays, weeksAbove } from './weekly-limits.ts';

const sixty = { week: 3600, day: 720 };

test('whole weeks hold the weekly limit, cut weeks their days', () => {
  const rows: [string, string, number][] = [
    ['2026-06-01', '2026-06-07', 60],
    ['2026-06-01', '2026-06-01', 12],
    ['2026-06-01', '2026-06-05', 60],
    ['2026-06-06', '2026-06-08', 36],
    ['2026-06-01', '2026-06-30', 4 * 60 + 24],
    ['2026-02-01', '2026-02-28', 12 + 3 * 60 + 60],
    ['2026-08-01', '2026-08-31', 24 + 4 * 60 + 12],
  ];
  for (const [from, until, hours] of rows) assert.equal(mostInSpan({ from, until }, sixty), hours * 60, from);
});

test('no timesheet within the legal week is ever above what its days can hold', () => {
  const worked = fc.array(fc.nat(720), { minLength: 1, maxLength: 31 });
  fc.assert(
    fc.property(fc.nat(2000), worked, (offset, minutes) => {
      const from = addDays('2025-01-01', offset);
      const days = minutes.map((each, place) => ({ day: addDays(from, place), minutes: each }));
      const span = { from, until: addDays(from, minutes.length - 1) };
      const total = minutes.reduce((sum, each) => sum + each, 0);
      if (weeksAbove(days, sixty.week).length === 0) assert.ok(total <= mostInSpan(span, sixty));
      assert.ok(mostInSpan(span, sixty) <= mostInSpan({ from, until: addDays(span.until, 1) }, sixty));
    }),
    { numRuns: 1000 },
  );
});

test('a week is above its limit from the first minute over, from Monday to Sunday', () => {
  const week = (last: number) =>
    weeksAbove(
      [
        { day: '2026-05-31', minutes: 700 },
        ...[1, 2, 3, 4].map((date) => ({ day: `2026-06-0${date}`, minutes: 720 })),
        { day: '2026-06-07', minutes: last },
      ],
      3600,
    );
  assert.deepEqual([week(719), week(720), week(721)], [[], [], ['2026-06-01']]);
});

test('spans meet on their common days, and a month is shared by its days', () => {
  const june = { from: '2026-06-01', until: '2026-06-30' };
  assert.deepEqual(overlap(june, { from: '2026-06-30', until: '2026-07-05' }), {
    from: '2026-06-30',
    until: '2026-06-30',
  });
  assert.equal(overlap(june, { from: '2026-07-01', until: '2026-07-05' }), null);
  assert.equal(spanDays(june), 30);
  assert.equal(shareOfMonth(10_800, { days: 10, daysInMonth: 30 }), 3600);
  assert.equal(shareOfMonth(10_800, { days: 1, daysInMonth: 31 }), 348);
});
