/** The life of a proposal: every state is reached and ends, and each open one waits for exactly one side. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { refusalReasons } from './referral-reasons.ts';
import type { ReferralState } from './referral-state.ts';
import {
  moveReferral,
  openReferralStates,
  referralEntries,
  referralMachine,
  stateAfterDecision,
  turnOfReferral,
} from './referral-state.ts';
import type { Step } from './state-machine.ts';
import { isClosed, nextStates, sides } from './state-machine.ts';

const all = Object.keys(referralMachine) as ReferralState[];
const since = '2026-11-21';

function closure(from: readonly ReferralState[]): Set<ReferralState> {
  const seen = new Set(from);
  for (const state of seen) for (const to of nextStates(referralMachine, { state })) seen.add(to);
  return seen;
}

function hasOneTurn(state: ReferralState): void {
  for (const accepted of [true, false]) {
    const turn = turnOfReferral({ state, since, accepted });
    assert.equal(turn.owner === 'nobody', isClosed(referralMachine, state), state);
    assert.ok(turn.owner === 'nobody' || Object.hasOwn(sides, turn.owner), state);
    assert.match(turn.action, /^[A-ZÉÀ][^:;!?«»]+\.$/u, state);
    assert.equal(turn.since, since);
  }
}

test('12.3 the life of a proposal has no state out of reach and none without an end', () => {
  const reached = closure(referralEntries);
  assert.deepEqual(
    all.filter((state) => !reached.has(state)),
    [],
  );
  for (const state of all) {
    assert.ok(
      [...closure([state])].some((each) => isClosed(referralMachine, each)),
      state,
    );
    assert.equal(new Set(nextStates(referralMachine, { state })).size, referralMachine[state].steps.length, state);
  }
  assert.equal(new Set(all.map((state) => referralMachine[state].label)).size, all.length);
});

test('12.3 on 5 000 walks an open proposal always has one owner and one next action, a closed one nobody', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(999), { maxLength: 30 }), (choices) => {
      let state: ReferralState = 'referred';
      hasOneTurn(state);
      for (const choice of choices) {
        const steps: readonly Step<ReferralState>[] = referralMachine[state].steps;
        const step: Step<ReferralState> | undefined = steps[choice % Math.max(1, steps.length)];
        if (step === undefined) return;
        const by = step.by[choice % step.by.length] ?? 'automatic';
        const moved = moveReferral({ from: state, to: step.to, by, reason: 'training' });
        assert.deepEqual(moved, { ok: true, value: step.to });
        state = step.to;
        hasOneTurn(state);
      }
    }),
    { numRuns: 5000 },
  );
});

test('the way of domain.md §12.3: referred, met, pending, eligible, in the pool', () => {
  const way = ['referred', 'met', 'eligibility-pending', 'eligible', 'in-pool'] as const;
  for (const [place, from] of way.slice(0, -1).entries()) {
    const to = way[place + 1] as ReferralState;
    assert.equal(moveReferral({ from, to, by: 'facilitator' }).ok, true, `${from} to ${to}`);
  }
});

test('a refusal takes one of the twelve reasons, and none other', () => {
  assert.equal(Object.keys(refusalReasons).length, 12);
  const move = { from: 'referred', to: 'refused', by: 'facilitator' } as const;
  for (const reason of Object.keys(refusalReasons)) assert.equal(moveReferral({ ...move, reason }).ok, true, reason);
  assert.deepEqual(moveReferral({ ...move, reason: 'because' }), {
    ok: false,
    because: 'refusal-reason-unfit',
    field: 'reason',
  });
  assert.equal(moveReferral(move).ok, false);
});

test('only the prescriber withdraws, only the structure meets, decides and refuses', () => {
  for (const from of openReferralStates) {
    assert.equal(moveReferral({ from, to: 'withdrawn', by: 'facilitator', reason: 'x' }).ok, false, from);
    assert.equal(moveReferral({ from, to: 'withdrawn', by: 'prescriber', reason: 'x' }).ok, true, from);
    assert.equal(moveReferral({ from, to: 'refused', by: 'prescriber', reason: 'training' }).ok, false, from);
  }
});

for (const [state, eligible, expected] of [
  ['referred', true, 'eligible'],
  ['met', true, 'eligible'],
  ['eligibility-pending', false, 'not-eligible'],
  ['not-eligible', true, 'eligible'],
  ['not-eligible', false, 'not-eligible'],
  ['in-pool', true, 'in-pool'],
  ['in-pool', false, 'not-eligible'],
  ['expired', true, 'in-pool'],
  ['expired', false, 'not-eligible'],
  ['refused', true, 'refused'],
  ['withdrawn', false, 'withdrawn'],
  ['hired', true, 'hired'],
] as const) {
  test(`a decision ${eligible ? 'for' : 'against'} carries ${state} to ${expected}`, () => {
    assert.equal(stateAfterDecision(state, eligible), expected);
  });
}
