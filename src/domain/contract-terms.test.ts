/** Terms of a work contract that hold together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkContractDays, checkDeclaredMonths, checkEmployer, startingState } from './contract-terms.ts';

const days = { startsOn: '2026-03-02', trialEndsOn: null, plannedEndOn: null };

for (const [what, type, changes, because] of [
  ['a CDI without term', 'CDI', {}, null],
  ['a CDI with a term', 'CDI', { plannedEndOn: '2026-12-31' }, 'contract-without-term'],
  ['a CDD with a term', 'CDD', { plannedEndOn: '2026-12-31' }, null],
  ['a CDD of one day', 'CDD', { plannedEndOn: '2026-03-02' }, null],
  ['a term before the start', 'CDD', { plannedEndOn: '2026-03-01' }, 'contract-days-order'],
  ['a trial within the contract', 'CDD', { trialEndsOn: '2026-03-15', plannedEndOn: '2026-12-31' }, null],
  ['a trial before the start', 'CDD', { trialEndsOn: '2026-03-01' }, 'trial-outside'],
  ['a trial beyond the term', 'CDD', { trialEndsOn: '2027-01-01', plannedEndOn: '2026-12-31' }, 'trial-outside'],
] as const) {
  test(`${what}: ${because ?? 'accepted'}`, () => {
    const checked = checkContractDays(type, { ...days, ...changes });
    assert.equal(checked.ok ? null : checked.because, because);
  });
}

for (const [method, employer, because] of [
  ['direct-hire', 'company', null],
  ['direct-hire', 'agency', 'employer-is-other'],
  ['secondment', 'agency', null],
  ['secondment', 'company', 'employer-is-company'],
  ['subcontracting', 'company', null],
  ['training-placement', 'company', null],
] as const) {
  test(`${method} employed by the ${employer}: ${because ?? 'accepted'}`, () => {
    const checked = checkEmployer({ method, employer, company: 'company' });
    assert.equal(checked.ok ? null : checked.because, because);
  });
}

test('the calendar tells the first state', () => {
  const today = '2026-11-21';
  assert.equal(startingState({ ...days, startsOn: '2026-11-22' }, today), 'planned');
  assert.equal(startingState({ ...days, startsOn: today }, today), 'active');
  assert.equal(startingState({ ...days, trialEndsOn: '2026-11-20' }, today), 'trial-over');
  assert.equal(startingState({ ...days, trialEndsOn: today }, today), 'active');
});

test('hours declared stay inside the days of the contract', () => {
  const months = ['2026-03', '2026-05'];
  const checked = (from: string, until: string | null) => {
    const result = checkDeclaredMonths(months, { from, until });
    return result.ok ? null : result.because;
  };
  assert.equal(checked('2026-03-31', null), null);
  assert.equal(checked('2026-04-01', null), 'hours-outside-days');
  assert.equal(checked('2026-03-01', '2026-05-01'), null);
  assert.equal(checked('2026-03-01', '2026-04-30'), 'hours-outside-days');
});
