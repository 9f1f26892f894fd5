/** Where hours lead a commitment, and that it falls back when hours are refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { CommitmentState } from './commitment-state.ts';
import { commitmentMachine, followHours, moveCommitment } from './commitment-state.ts';
import { nextStates } from './state-machine.ts';

const states = Object.keys(commitmentMachine) as CommitmentState[];

test('12.3 hours decide the state: below, at and above the target, during and after the work', () => {
  const rows: [CommitmentState, number, number | null, boolean, boolean, CommitmentState][] = [
    ['contractual', 0, 600, false, false, 'started'],
    ['started', 1, 600, false, false, 'in-progress'],
    ['in-progress', 0, 600, false, false, 'started'],
    ['in-progress', 300, 600, true, false, 'at-risk'],
    ['at-risk', 599, 600, false, false, 'in-progress'],
    ['at-risk', 600, 600, true, false, 'fulfilled'],
    ['in-progress', 601, 600, false, true, 'fulfilled'],
    ['fulfilled', 599, 600, false, false, 'in-progress'],
    ['fulfilled', 599, 600, true, false, 'at-risk'],
    ['fulfilled', 599, 600, false, true, 'partially-fulfilled'],
    ['fulfilled', 0, 600, false, true, 'not-fulfilled'],
    ['not-fulfilled', 600, 600, false, true, 'fulfilled'],
    ['partially-fulfilled', 60, 600, false, false, 'in-progress'],
    ['contractual', 0, 0, false, false, 'not-triggered'],
    ['not-triggered', 0, 0, false, true, 'not-triggered'],
    ['not-triggered', 0, 60, false, false, 'started'],
    ['reduced', 300, 300, false, false, 'fulfilled'],
    ['suspended', 600, 600, false, true, 'suspended'],
    ['waived', 0, 600, true, true, 'waived'],
    ['draft', 600, 600, false, false, 'draft'],
    ['closed', 0, 600, false, true, 'closed'],
    ['contractual', 60, null, false, true, 'contractual'],
  ];
  for (const [state, done, due, atRisk, over, expected] of rows) {
    assert.equal(followHours({ state, done, due, atRisk, over }), expected, `${state} ${done}/${due}`);
  }
});

test('12.3 where hours lead is always a road the table knows, made of automatic steps', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<CommitmentState[]>(...states),
      fc.nat(5),
      fc.nat(3),
      fc.boolean(),
      fc.boolean(),
      (state, done, due, atRisk, over) => {
        const reached = followHours({ state, done, due, atRisk, over });
        const seen = new Set([state]);
        for (const each of seen) {
          for (const to of nextStates(commitmentMachine, { state: each, by: 'automatic' })) seen.add(to);
        }
        assert.ok(seen.has(reached), `${state} to ${reached}`);
        assert.equal(followHours({ state: reached, done, due, atRisk, over }), reached, 'settled');
      },
    ),
    { numRuns: 2000 },
  );
});

test('12.3 only the buyer, with a reason and a day, suspends, reduces or lifts a clause', () => {
  for (const to of ['suspended', 'reduced', 'waived'] as const) {
    const move = { from: 'in-progress', to, reason: 'Activité partielle', day: '2026-11-21' } as const;
    const hours = { due: 600 };
    assert.equal(moveCommitment({ ...move, by: 'buyer' }, hours).ok, true);
    assert.equal(moveCommitment({ ...move, by: 'facilitator' }, hours).ok, false);
    assert.equal(moveCommitment({ from: 'in-progress', to, by: 'buyer', day: '2026-11-21' }, hours).ok, false);
    assert.equal(moveCommitment({ from: 'in-progress', to, by: 'buyer', reason: 'x' }, hours).ok, false);
  }
});

test('12.3 the facilitator writes the outcome of a commitment without hours, never of one in hours', () => {
  const move = { from: 'started', to: 'fulfilled', by: 'facilitator' } as const;
  const told = (due: number | null, reason?: string) => {
    const moved = moveCommitment(reason === undefined ? move : { ...move, reason }, { due });
    return moved.ok ? moved.value : moved.because;
  };
  assert.equal(told(null, 'Visites faites'), 'fulfilled');
  assert.equal(told(null), 'reason-missing');
  assert.equal(told(600, 'Visites faites'), 'outcome-by-hours');
  assert.equal(moveCommitment({ ...move, by: 'automatic' }, { due: 600 }).ok, true);
});
