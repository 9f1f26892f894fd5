/** Which rule wins, by level and by day, and that the order of reading never decides. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { DatedRule, RuleBook, RuleLevel } from './dated-rules.ts';
import { checkRules, resolveRule, ruleLevels } from './dated-rules.ts';

interface Rules {
  window: number;
  cap: number;
}

type Row = DatedRule<'window', number>;

function row(value: number, from: string, more: Partial<Row> = {}): Row {
  return { code: 'window', from, source: `source ${value}`, value, ...more };
}

function valueOn(book: RuleBook<Rules>, day: string): number | string {
  const found = resolveRule({ book, code: 'window', day });
  return found.ok ? found.value.value : found.because;
}

test('the nearest level wins, whatever the dates further away', () => {
  const book: RuleBook<Rules> = {};
  for (const level of [...ruleLevels].reverse()) {
    const value = 10 - ruleLevels.indexOf(level);
    book[level] = [row(value, '2026-01-01')];
    assert.equal(valueOn(book, '2026-06-01'), value, level);
  }
  book.national = [row(99, '2026-05-31')];
  assert.equal(valueOn(book, '2026-06-01'), 10);
});

test('a level that says nothing on the day leaves the word to the next one', () => {
  const book: RuleBook<Rules> = {
    lot: [row(48, '2026-03-01', { until: '2026-03-31' })],
    national: [row(24, '2020-01-01'), row(36, '2027-01-01')],
  };
  const days: [string, number | string][] = [
    ['2019-12-31', 'rule-unknown'],
    ['2020-01-01', 24],
    ['2026-02-28', 24],
    ['2026-03-01', 48],
    ['2026-03-31', 48],
    ['2026-04-01', 24],
    ['2026-12-31', 24],
    ['2027-01-01', 36],
  ];
  for (const [day, expected] of days) assert.equal(valueOn(book, day), expected, day);
  assert.deepEqual(resolveRule({ book, code: 'cap', day: '2026-01-01' }), {
    ok: false,
    because: 'rule-unknown',
    details: { code: 'cap', day: '2026-01-01' },
  });
});

test('what is applied says its level, its source, how sure it is and its version', () => {
  const book: RuleBook<Rules> = {
    convention: [row(24, '2026-01-01'), row(30, '2026-01-01', { revision: 2, certainty: 'memory' })],
  };
  assert.deepEqual(resolveRule({ book, code: 'window', day: '2026-02-01' }), {
    ok: true,
    value: {
      code: 'window',
      value: 30,
      level: 'convention',
      source: 'source 30',
      certainty: 'memory',
      version: 'convention/window/2026-01-01/2',
    },
  });
});

test('rules nobody could tell apart, or ending before they start, are refused before they are saved', () => {
  assert.equal(checkRules([row(1, '2026-01-01'), row(2, '2026-01-01', { revision: 2 })]).ok, true);
  assert.equal(checkRules([row(1, '2026-01-01', { until: '2026-01-01' })]).ok, true);
  assert.deepEqual(checkRules([row(1, '2026-01-01'), row(2, '2026-01-01')]), {
    ok: false,
    because: 'rule-doubled',
    details: { code: 'window', day: '2026-01-01' },
  });
  const backwards = checkRules([row(1, '2026-01-02', { until: '2026-01-01' })]);
  assert.equal(!backwards.ok && backwards.because, 'rule-days-order');
});

test('the same rules read in any order give the same answer', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-01-${String(date).padStart(2, '0')}`);
  const rule = fc
    .record({ value: fc.nat(9), from: day, revision: fc.integer({ min: 1, max: 3 }) })
    .map(({ value, from, revision }) => row(value, from, { revision }));
  const level = fc.constantFrom<RuleLevel[]>(...ruleLevels);
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 8 }), level, day, (rules, at, asked) => {
      const read = resolveRule<Rules, 'window'>({ book: { [at]: rules }, code: 'window', day: asked });
      const backwards = { [at]: [...rules].reverse() };
      assert.deepEqual(resolveRule<Rules, 'window'>({ book: backwards, code: 'window', day: asked }), read);
      const starts = rules.map(({ from }) => from).filter((from) => from <= asked);
      assert.equal(read.ok, starts.length > 0);
      if (read.ok) assert.ok(read.value.version.includes(starts.sort().at(-1) ?? 'none'));
    }),
    { numRuns: 1000 },
  );
});
