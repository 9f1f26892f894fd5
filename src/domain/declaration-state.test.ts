/** A month's declaration: who may move it, what the other party's silence means, what is sealed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Confirmation, DeclarationState } from './declaration-state.ts';
import { acceptedBySilence, declarationMachine, moveDeclaration, outcomeOfReview } from './declaration-state.ts';
import { nextStates } from './state-machine.ts';

test('12.3 from each state of a declaration, these steps and no other', () => {
  const table: Record<DeclarationState, string> = {
    expected: 'late submitted not-due',
    late: 'submitted not-due',
    submitted: 'under-review validated',
    'under-review': 'validated partially-validated rejected',
    validated: 'locked rejected partially-validated',
    'partially-validated': 'submitted locked rejected',
    rejected: 'submitted not-due',
    locked: 'corrected',
    corrected: 'locked',
    'not-due': 'expected',
  };
  for (const state of Object.keys(declarationMachine) as DeclarationState[]) {
    assert.equal(nextStates(declarationMachine, { state }).join(' '), table[state], state);
  }
});

test('12.3 hours the other party has not confirmed are validated only by a person who writes why', () => {
  const rows: [Confirmation, 'facilitator' | 'automatic', string | undefined, boolean][] = [
    ['not-needed', 'facilitator', undefined, true],
    ['confirmed', 'facilitator', undefined, true],
    ['confirmed', 'automatic', undefined, true],
    ['waiting', 'facilitator', undefined, false],
    ['waiting', 'facilitator', ' ', false],
    ['waiting', 'facilitator', 'Fiche de paie vue', true],
    ['disputed', 'facilitator', undefined, false],
    ['disputed', 'facilitator', 'Fiche de paie vue', true],
    ['disputed', 'automatic', 'Délai passé', false],
  ];
  for (const [confirmation, by, reason, allowed] of rows) {
    const move = {
      from: 'under-review',
      to: 'validated',
      by,
      ...(reason === undefined ? {} : { reason }),
    } as const;
    const moved = moveDeclaration(move, { confirmation });
    assert.equal(moved.ok, allowed, `${confirmation} ${by} ${reason}`);
    if (!moved.ok) assert.equal(moved.because, 'confirmation-missing');
  }
  const rejection = { from: 'under-review', to: 'rejected', by: 'facilitator', reason: 'Doublon' } as const;
  assert.equal(moveDeclaration(rejection, { confirmation: 'disputed' }).ok, true);
});

test('12.3 after validation only the buyer refuses, on a written proposal with its reason', () => {
  const move = { from: 'validated', to: 'rejected', by: 'buyer', reason: 'Salaires incohérents' } as const;
  const told = (more: object) => {
    const moved = moveDeclaration({ ...move, ...more }, { confirmation: 'not-needed' });
    return moved.ok ? moved.value : moved.because;
  };
  assert.equal(told({ proposedBy: 'facilitator' }), 'rejected');
  assert.equal(told({}), 'proposal-missing');
  assert.equal(told({ by: 'facilitator', proposedBy: 'facilitator' }), 'move-other-side');
  assert.equal(told({ to: 'partially-validated', proposedBy: 'facilitator' }), 'partially-validated');
  assert.equal(told({ from: 'locked', proposedBy: 'facilitator' }), 'move-impossible');
  assert.equal(told({ from: 'locked', to: 'corrected', proposedBy: 'facilitator' }), 'corrected');
});

test('12.3 the whole follows its lines', () => {
  assert.equal(outcomeOfReview([]), 'validated');
  assert.equal(outcomeOfReview(['accepted', 'accepted']), 'validated');
  assert.equal(outcomeOfReview(['accepted', 'refused']), 'partially-validated');
  assert.equal(outcomeOfReview(['refused']), 'rejected');
});

test('12.3 the controller’s silence accepts the day after the delay, never against the other party', () => {
  const on = (today: string, confirmation: Confirmation = 'not-needed') =>
    acceptedBySilence({ submittedOn: '2026-10-01', today, reviewDays: 30, confirmation });
  assert.deepEqual([on('2026-10-30'), on('2026-10-31'), on('2026-11-01')], [false, false, true]);
  assert.deepEqual([on('2026-11-01', 'waiting'), on('2026-11-01', 'disputed')], [false, false]);
});
