/** A work contract: how it ends, is renewed, becomes a CDI, and is never erased once hours rest on it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { WorkContract } from './contract-life.ts';
import { convertToCdi, lastDayOfContract, renewContract } from './contract-life.ts';
import type { ContractState } from './contract-state.ts';
import { contractMachine, moveContract, stateByDays } from './contract-state.ts';
import { addDays } from './day.ts';
import { nextStates } from './state-machine.ts';

const fixedTerm: WorkContract = {
  type: 'CDD',
  startsOn: '2026-01-05',
  endsOn: '2026-06-30',
  endedOn: null,
  firstClauseStart: '2025-11-03',
  renewals: [],
};

test('12.3 from each state of a contract, these steps and no other', () => {
  const table: Record<ContractState, string> = {
    planned: 'active ended removed',
    active: 'trial-over suspended ended removed',
    'trial-over': 'suspended ended removed',
    suspended: 'active trial-over ended removed',
    ended: '',
    removed: '',
  };
  for (const state of Object.keys(contractMachine) as ContractState[]) {
    assert.equal(nextStates(contractMachine, { state }).join(' '), table[state], state);
  }
});

test('12.3 an end has a reason that fits the state, and a contract with hours is never removed', () => {
  const rows: [ContractState, ContractState, string, boolean, string | true][] = [
    ['trial-over', 'ended', 'term', true, true],
    ['active', 'ended', 'trial-break', true, true],
    ['trial-over', 'ended', 'trial-break', true, 'end-reason-unfit'],
    ['active', 'ended', 'never-started', false, true],
    ['active', 'ended', 'never-started', true, 'end-reason-unfit'],
    ['trial-over', 'ended', 'never-started', false, 'end-reason-unfit'],
    ['planned', 'ended', 'never-started', false, true],
    ['planned', 'ended', 'never-started', true, 'end-reason-unfit'],
    ['planned', 'ended', 'term', false, 'end-reason-unfit'],
    ['active', 'ended', 'fatigue', false, 'end-reason-unfit'],
    ['active', 'ended', '', false, 'reason-missing'],
    ['active', 'removed', 'Saisi deux fois', false, true],
    ['active', 'removed', 'Saisi deux fois', true, 'contract-has-hours'],
  ];
  for (const [from, to, reason, hasHours, expected] of rows) {
    const moved = moveContract({ from, to, by: 'facilitator', reason, day: '2026-06-30' }, { hasHours });
    assert.equal(moved.ok ? true : moved.because, expected, `${from} ${to} ${reason}`);
  }
});

test('12.3 the days alone begin a contract, end its trial and bring it to its term: the day before, the day, the day after', () => {
  const days = { startsOn: '2026-03-02', trialEndsOn: '2026-04-01', plannedEndOn: '2026-06-30' };
  const rows: [ContractState, string, ContractState][] = [
    ['planned', '2026-03-01', 'planned'],
    ['planned', '2026-03-02', 'active'],
    ['active', '2026-04-01', 'active'],
    ['active', '2026-04-02', 'trial-over'],
    ['planned', '2026-04-02', 'trial-over'],
    ['trial-over', '2026-06-30', 'trial-over'],
    ['trial-over', '2026-07-01', 'ended'],
    ['active', '2026-07-01', 'ended'],
    ['planned', '2026-07-01', 'ended'],
    ['suspended', '2026-06-30', 'suspended'],
    ['suspended', '2026-07-01', 'ended'],
    ['ended', '2026-03-02', 'ended'],
    ['removed', '2026-07-01', 'removed'],
  ];
  for (const [state, today, expected] of rows) {
    assert.equal(stateByDays({ state, ...days }, today), expected, `${state} on ${today}`);
  }
  const open = { startsOn: '2026-03-02', trialEndsOn: null, plannedEndOn: null };
  assert.equal(stateByDays({ state: 'active', ...open }, '2036-01-01'), 'active', 'without a term nothing ends it');
});

test('12.3 a renewal lengthens the same contract and keeps the former end', () => {
  const renewed = renewContract(fixedTerm, { signedOn: '2026-06-15', newEnd: '2026-12-31' });
  assert.ok(renewed.ok);
  assert.deepEqual(renewed.value, {
    ...fixedTerm,
    endsOn: '2026-12-31',
    renewals: [{ signedOn: '2026-06-15', formerEnd: '2026-06-30', newEnd: '2026-12-31' }],
  });
  const refused = (contract: WorkContract, newEnd: string) => {
    const found = renewContract(contract, { signedOn: '2026-06-15', newEnd });
    return found.ok || found.because;
  };
  assert.equal(refused(fixedTerm, '2026-06-30'), 'renewal-not-later');
  assert.equal(refused(fixedTerm, '2026-07-01'), true);
  assert.equal(refused({ ...fixedTerm, endedOn: '2026-05-01' }, '2026-12-31'), 'contract-over');
  assert.equal(refused({ ...fixedTerm, type: 'CDI', endsOn: null }, '2026-12-31'), 'contract-open-ended');
});

test('12.3 a conversion ends the former contract the day before and keeps the start of the path', () => {
  const converted = convertToCdi(fixedTerm, { from: '2026-04-01' });
  assert.ok(converted.ok);
  const { ended, started } = converted.value;
  assert.deepEqual([lastDayOfContract(ended), lastDayOfContract(fixedTerm)], ['2026-03-31', '2026-06-30']);
  assert.deepEqual(
    [started.type, started.startsOn, started.endsOn, started.firstClauseStart],
    ['CDI', '2026-04-01', null, '2025-11-03'],
  );
  assert.equal(convertToCdi(fixedTerm, { from: '2026-01-05' }).ok, false);
  assert.equal(convertToCdi({ ...fixedTerm, type: 'CDI', endsOn: null }, { from: '2026-04-01' }).ok, false);
  assert.equal(convertToCdi(ended, { from: '2026-04-01' }).ok, false);
});

test('12.3 whatever the renewals, the ends grow and their chain has no gap', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -30, max: 200 }), { maxLength: 8 }), (steps) => {
      let contract = fixedTerm;
      for (const step of steps) {
        const newEnd = addDays(contract.endsOn ?? '', step);
        const renewed = renewContract(contract, { signedOn: '2026-06-01', newEnd });
        assert.equal(renewed.ok, step > 0);
        if (renewed.ok) contract = renewed.value;
      }
      const ends = contract.renewals.map(({ formerEnd }) => formerEnd);
      assert.deepEqual([...ends, contract.endsOn], ['2026-06-30', ...contract.renewals.map(({ newEnd }) => newEnd)]);
    }),
    { numRuns: 500 },
  );
});
