/** How long a decision lasts, and the rule that says so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CountingBook } from './counting-rules.ts';
import type { WindowContract } from './eligibility-window.ts';
import { decideWindow, ruleOfVersion } from './eligibility-window.ts';
import { nationalRules } from './national-rules.ts';

const national: CountingBook = { national: nationalRules };
const hire: WindowContract = { type: 'CDI', startsOn: '2025-03-01', endsOn: null, marketEnd: '2027-12-31' };

function decided(more: Partial<Parameters<typeof decideWindow>[0]>) {
  const result = decideWindow({
    book: national,
    type: 'CDI',
    fromDay: '2025-03-01',
    contracts: [hire],
    ...more,
  });
  assert.ok(result.ok);
  return result.value;
}

test('H8: a CDI of 01/03/2025 with a window of 24 months counts until 28/02/2027', () => {
  const { untilDay, rule } = decided({});
  assert.equal(untilDay, '2027-02-28');
  assert.deepEqual([rule.level, rule.code], ['national', 'counting-window.CDI']);
});

test('H8: with "market end, 48 months at most" set by the structure it counts until the end of the market', () => {
  const book: CountingBook = {
    ...national,
    organisation: [
      {
        code: 'counting-window.CDI',
        from: '2020-01-01',
        source: 'CCAP de l’État',
        value: { kind: 'market-end', atMostMonths: 48 },
      },
    ],
  };
  const { untilDay, rule } = decided({ book });
  assert.equal(untilDay, '2027-12-31');
  assert.equal(rule.version, 'organisation/counting-window.CDI/2020-01-01/1');
});

test('the general window runs from the first clause contract, whatever its type', () => {
  const { runsFrom, untilDay } = decided({
    type: 'CDD',
    fromDay: '2025-09-01',
    contracts: [
      { ...hire, type: 'CDDI' },
      { ...hire, type: 'CDD', startsOn: '2025-09-01' },
    ],
  });
  assert.deepEqual([runsFrom, untilDay], ['2025-03-01', '2027-02-28']);
});

test('an apprenticeship counts for its whole contract, 36 months at most', () => {
  const contract: WindowContract = {
    type: 'APPRENTISSAGE',
    startsOn: '2025-09-01',
    endsOn: '2027-08-31',
    marketEnd: null,
  };
  assert.equal(decided({ type: 'APPRENTISSAGE', contracts: [contract] }).untilDay, '2027-08-31');
  assert.equal(decided({ type: 'APPRENTISSAGE', contracts: [{ ...contract, endsOn: null }] }).untilDay, '2028-08-31');
});

test('without a contract yet, the window runs from the decision', () => {
  const { runsFrom, untilDay } = decided({ type: 'CDD', fromDay: '2026-11-21', contracts: [] });
  assert.deepEqual([runsFrom, untilDay], ['2026-11-21', '2028-11-20']);
});

test('a new path begins when the former window is over', () => {
  const { runsFrom, untilDay } = decided({ type: 'CDD', fromDay: '2027-06-01' });
  assert.deepEqual([runsFrom, untilDay], ['2027-06-01', '2029-05-31']);
});

test('a decision finds its rule again by the version it kept', () => {
  const { rule } = decided({});
  assert.equal(ruleOfVersion(national, rule.version)?.source, 'Pratique AVE, 24 mois dès l’embauche en CDI');
  assert.equal(ruleOfVersion(national, 'national/counting-window.CDI/2014-01-01/9'), null);
  assert.equal(ruleOfVersion(national, 'DELD'), null);
});
