/** Every life of a post and of a candidate: no trap, nothing out of reach, one owner and one action as long as it is open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { OfferState } from './offer-state.ts';
import { offerEntries, offerMachine } from './offer-state.ts';
import { turnOfOffer } from './offer-turn.ts';
import { isReasonCode, placementReasons, reasonCodes, reasonsOfCompany, reasonWords } from './placement-reasons.ts';
import type { PlacementState } from './placement-state.ts';
import type { InterviewMoment } from './placement-turn.ts';
import { placementEntries, placementMachine } from './placement-state.ts';
import { turnOfPlacement } from './placement-turn.ts';
import type { Machine, Mover } from './state-machine.ts';
import { isClosed, moveState, nextStates, sides } from './state-machine.ts';
import type { Turn } from './whose-turn.ts';

const since = '2026-11-28';
const moments: InterviewMoment[] = ['none', 'ahead', 'past'];
const employers = ['company', 'inclusion'] as const;

function turnsOfPlacement(state: PlacementState): Turn[] {
  return employers.flatMap((employer) =>
    moments.map((interview) => turnOfPlacement({ state, since, employer, interview })),
  );
}

function turnsOfOffer(state: OfferState): Turn[] {
  return employers.flatMap((employer) =>
    [true, false].flatMap((spread) =>
      [0, 2].flatMap((waiting) =>
        [0, 1].map((toPresent) => turnOfOffer({ state, since, employer, spread, waiting, toPresent })),
      ),
    ),
  );
}

function oneTurn<State extends string>(machine: Machine<State>, state: State, turns: Turn[]): void {
  for (const { owner, action } of turns) {
    assert.equal(owner === 'nobody', isClosed(machine, state), state);
    assert.ok(owner === 'nobody' || Object.hasOwn(sides, owner), state);
    assert.match(action, /^[A-ZÉ][^:;!?]+\.$/u, state);
  }
}

function walk<State extends string>(
  machine: Machine<State>,
  entries: readonly State[],
  turns: (state: State) => Turn[],
): void {
  const all = Object.keys(machine) as State[];
  const reached = new Set<State>();
  fc.assert(
    fc.property(fc.array(fc.nat(999), { minLength: 1, maxLength: 30 }), (choices) => {
      let state = entries[(choices[0] ?? 0) % entries.length] as State;
      for (const choice of choices) {
        reached.add(state);
        oneTurn(machine, state, turns(state));
        const next = nextStates(machine, { state });
        if (next.length === 0) return;
        const to = next[choice % next.length] as State;
        const step = machine[state].steps.find((each) => each.to === to);
        const by = step?.by[choice % step.by.length] as Mover;
        assert.deepEqual(moveState(machine, { from: state, to, by, reason: 'other' }), { ok: true, value: to });
        state = to;
      }
    }),
    { numRuns: 5000 },
  );
  assert.deepEqual(
    all.filter((state) => !reached.has(state)),
    [],
    'out of reach',
  );
  for (const state of all) {
    const seen = new Set([state]);
    for (const each of seen) for (const to of nextStates(machine, { state: each })) seen.add(to);
    assert.ok(
      [...seen].some((each) => isClosed(machine, each)),
      `${state} never ends`,
    );
  }
}

test('12.3 on 5 000 walks an open candidate always has one owner and one next action, a closed one nobody', () => {
  walk(placementMachine, placementEntries, turnsOfPlacement);
});

test('12.3 on 5 000 walks an open post always has one owner and one next action, a closed one nobody', () => {
  walk(offerMachine, offerEntries, turnsOfOffer);
});

test('the company answers, it neither presents nor hires; the prescriber may only withdraw', () => {
  assert.deepEqual(nextStates(placementMachine, { state: 'proposed', by: 'company' }), [
    'interview',
    'selected',
    'rejected',
  ]);
  assert.deepEqual(nextStates(placementMachine, { state: 'suggested', by: 'company' }), []);
  assert.deepEqual(nextStates(placementMachine, { state: 'selected', by: 'company' }), ['rejected', 'no-show']);
  for (const state of Object.keys(placementMachine) as PlacementState[]) {
    const moves = nextStates(placementMachine, { state, by: 'prescriber' });
    assert.ok(moves.length === 0 || (moves.length === 1 && moves[0] === 'withdrawn'), state);
  }
});

test('a refusal and a withdrawal never go without a reason', () => {
  for (const to of ['rejected', 'withdrawn'] as const) {
    const moved = moveState(placementMachine, { from: 'proposed', to, by: 'facilitator' });
    assert.equal(moved.ok ? '' : moved.because, 'reason-missing');
  }
});

test('the reasons are the twelve of the State’s list; the company says none of a life and reads none', () => {
  assert.equal(reasonCodes.length, 12);
  for (const code of reasonsOfCompany()) assert.notEqual(placementReasons[code].kept, true, code);
  for (const code of ['obstacle', 'not-eligible'] as const) {
    assert.equal(reasonWords(code, 'company'), 'Autre raison');
    assert.notEqual(reasonWords(code, 'team'), 'Autre raison');
  }
  assert.equal(reasonWords('', 'team'), '');
  assert.equal(isReasonCode('toString'), false);
});
