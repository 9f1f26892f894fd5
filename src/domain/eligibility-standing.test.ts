/** Where a person stands towards the clause. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eligibilityStanding, standingWords } from './eligibility-standing.ts';

const today = '2026-11-21';
const eligible = {
  verdict: 'eligible',
  fromDay: '2025-03-01',
  untilDay: '2027-02-28',
  endedOn: null,
} as const;

for (const [what, decision, expected] of [
  ['nobody decided', null, 'to-decide'],
  ['the window runs for more than three months', eligible, 'eligible'],
  ['the window has no end', { ...eligible, untilDay: null }, 'eligible'],
  ['the window ends in 91 days', { ...eligible, untilDay: '2027-02-20' }, 'eligible'],
  ['the window ends in 90 days', { ...eligible, untilDay: '2027-02-19' }, 'ends-soon'],
  ['the window ends today', { ...eligible, untilDay: today }, 'ends-soon'],
  ['the window ended yesterday', { ...eligible, untilDay: '2026-11-20' }, 'over'],
  ['the window starts tomorrow', { ...eligible, fromDay: '2026-11-22' }, 'not-yet'],
  ['the answer was no', { ...eligible, verdict: 'not-eligible' as const }, 'not-eligible'],
  ['the decision was lifted today', { ...eligible, endedOn: today }, 'ended'],
  ['the decision is lifted tomorrow', { ...eligible, endedOn: '2026-11-22' }, 'eligible'],
] as const) {
  test(`${what}: ${expected}`, () => {
    assert.equal(eligibilityStanding(decision, today), expected);
    assert.notEqual(standingWords(decision, today).label, '');
  });
}

test('the words give the last day included', () => {
  assert.deepEqual(standingWords(eligible, today), { tone: 'ok', label: 'Éligible jusqu’au 28/02/2027' });
});
