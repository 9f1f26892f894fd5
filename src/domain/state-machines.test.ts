/** All lives at once: every state is reached, none is a trap, and each walk always leaves one side with one thing to do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { commitmentEntries, commitmentMachine } from './commitment-state.ts';
import { contractEntries, contractMachine } from './contract-state.ts';
import type { Confirmation } from './declaration-state.ts';
import { declarationEntries, declarationMachine } from './declaration-state.ts';
import { lotEntries, lotMachine } from './lot-state.ts';
import { marketEntries, marketMachine } from './market-state.ts';
import type { Machine } from './state-machine.ts';
import { isClosed, moveState, nextStates, sides } from './state-machine.ts';
import type { Turn } from './whose-turn.ts';
import { turnOfCommitment, turnOfContract, turnOfDeclaration, turnOfLot, turnOfMarket } from './whose-turn.ts';

const since = '2026-11-21';
const confirmations: Confirmation[] = ['not-needed', 'waiting', 'confirmed', 'disputed'];
const employers = ['company', 'inclusion'] as const;

/** One life: its table, where it may begin, and every turn that a state may show. */
function life<State extends string>(
  machine: Machine<State>,
  entries: readonly State[],
  turns: (state: State) => Turn[],
): { walk: (choices: readonly number[]) => void; check: () => void } {
  const all = Object.keys(machine) as State[];
  return {
    walk(choices) {
      const [first = 0, ...rest] = choices;
      let state = entries[first % entries.length] as State;
      oneTurn(machine, { state, turns });
      for (const choice of rest) {
        const next = nextStates(machine, { state });
        if (next.length === 0) return;
        const to = next[choice % next.length] as State;
        const step = machine[state].steps.find((each) => each.to === to);
        const by = step?.by[choice % step.by.length] ?? 'automatic';
        const moved = moveState(machine, {
          from: state,
          to,
          by,
          reason: 'term',
          day: since,
          proposedBy: 'facilitator',
        });
        assert.deepEqual(moved, { ok: true, value: to });
        state = to;
        oneTurn(machine, { state, turns });
      }
    },
    check() {
      const reached = closure(entries, (state) => nextStates(machine, { state }));
      assert.deepEqual(
        all.filter((state) => !reached.has(state)),
        [],
        'unreachable',
      );
      for (const state of all) {
        const ahead = [...closure([state], (each) => nextStates(machine, { state: each }))];
        assert.ok(
          ahead.some((each) => isClosed(machine, each)),
          `${state} never ends`,
        );
        assert.equal(new Set(nextStates(machine, { state })).size, machine[state].steps.length, state);
        for (const step of machine[state].steps) {
          assert.ok(step.by.length > 0 && step.to !== state, `${state} to ${step.to}`);
        }
      }
      assert.equal(new Set(all.map((state) => machine[state].label)).size, all.length, 'labels');
    },
  };
}

function oneTurn<State extends string>(
  machine: Machine<State>,
  { state, turns }: { state: State; turns: (state: State) => Turn[] },
): void {
  for (const turn of turns(state)) {
    assert.equal(turn.owner === 'nobody', isClosed(machine, state), state);
    assert.ok(turn.owner === 'nobody' || Object.hasOwn(sides, turn.owner), state);
    assert.match(turn.action, /^[A-ZÉÀ][^:;!?«»]+\.$/u, state);
    assert.equal(turn.since, since);
  }
}

function closure<State>(from: readonly State[], next: (state: State) => readonly State[]): Set<State> {
  const seen = new Set(from);
  for (const state of seen) for (const to of next(state)) seen.add(to);
  return seen;
}

const lives = {
  market: life(marketMachine, marketEntries, (state) => [turnOfMarket({ state, since })]),
  lot: life(lotMachine, lotEntries, (state) => [turnOfLot({ state, since })]),
  commitment: life(commitmentMachine, commitmentEntries, (state) => [turnOfCommitment({ state, since })]),
  declaration: life(declarationMachine, declarationEntries, (state) =>
    confirmations.flatMap((confirmation) =>
      employers.map((declarant) => turnOfDeclaration({ state, since, declarant, confirmation })),
    ),
  ),
  contract: life(contractMachine, contractEntries, (state) =>
    employers.map((employer) => turnOfContract({ state, since, employer })),
  ),
};

for (const [name, each] of Object.entries(lives)) {
  test(`12.3 the life of a ${name} has no state out of reach and none without an end`, each.check);
  test(`12.3 on 5 000 walks an open ${name} always has one owner and one next action, a closed one nobody`, () => {
    fc.assert(fc.property(fc.array(fc.nat(999), { maxLength: 30 }), each.walk), { numRuns: 5000 });
  });
}

test('12.3 a step needs the right side, then what it asks for', () => {
  const move = { from: 'published', to: 'unsuccessful', by: 'buyer' } as const;
  assert.deepEqual(moveState(marketMachine, move), { ok: false, because: 'reason-missing', field: 'reason' });
  assert.equal(moveState(marketMachine, { ...move, reason: '  ' }).ok, false);
  assert.equal(moveState(marketMachine, { ...move, reason: 'Aucune offre' }).ok, true);
  assert.deepEqual(moveState(marketMachine, { ...move, by: 'company', reason: 'x' }), {
    ok: false,
    because: 'move-other-side',
    details: { who: 'l’acheteur' },
  });
  assert.deepEqual(moveState(marketMachine, { from: 'calibrated', to: 'closed', by: 'buyer' }), {
    ok: false,
    because: 'move-impossible',
    details: { next: 'Dossier prêt, À l’étude, Sans clause' },
  });
  assert.deepEqual(moveState(marketMachine, { from: 'closed', to: 'running', by: 'buyer' }), {
    ok: false,
    because: 'move-impossible',
    details: { next: 'aucune' },
  });
  assert.deepEqual(nextStates(marketMachine, { state: 'calibrated', by: 'facilitator' }), ['dce-ready', 'under-study']);
  assert.deepEqual(nextStates(marketMachine, { state: 'calibrated', by: 'company' }), []);
});
