/** Hours refused by the buyer: who may answer, what happens to each line, and where it leaves the declaration. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWaiting, declarationOnceRefused, effectOnLine, refusalMachine, turnOfRefusal } from './hour-refusal.ts';
import type { RefusalState } from './hour-refusal.ts';
import type { LinesOf } from './shared-review.ts';
import { moveState } from './state-machine.ts';

const states = Object.keys(refusalMachine) as RefusalState[];

test('S2 art. 4: the facilitator proposes, the buyer decides, each only for herself', () => {
  const told = (to: RefusalState, by: 'buyer' | 'facilitator' | 'company', more: object = {}) => {
    const moved = moveState(refusalMachine, { from: 'proposed', to, by, ...more });
    return moved.ok ? moved.value : moved.because;
  };
  assert.equal(told('accepted', 'buyer', { proposedBy: 'facilitator' }), 'accepted');
  assert.equal(told('accepted', 'buyer'), 'proposal-missing');
  assert.equal(told('accepted', 'facilitator', { proposedBy: 'facilitator' }), 'move-other-side');
  assert.equal(told('declined', 'buyer', { proposedBy: 'facilitator' }), 'reason-missing');
  assert.equal(told('declined', 'buyer', { proposedBy: 'facilitator', reason: 'Salaires vérifiés' }), 'declined');
  assert.equal(told('withdrawn', 'facilitator'), 'withdrawn');
  assert.equal(told('withdrawn', 'buyer'), 'move-other-side');
  assert.equal(told('withdrawn', 'company'), 'move-other-side');
});

test('an answer ends it: nobody has a turn any more, and no second answer is taken', () => {
  for (const state of states) {
    assert.equal(turnOfRefusal({ state, since: '2026-11-01' }).owner, state === 'proposed' ? 'buyer' : 'nobody');
    assert.equal(checkWaiting(state).ok, state === 'proposed');
  }
});

test('a validated line is rejected, a sealed one gets a counter-entry, another is left', () => {
  assert.equal(effectOnLine({ state: 'validated', cancelled: false }), 'reject');
  assert.equal(effectOnLine({ state: 'locked', cancelled: false }), 'counter');
  assert.equal(effectOnLine({ state: 'locked', cancelled: true }), null);
  assert.equal(effectOnLine({ state: 'submitted', cancelled: false }), null);
  assert.equal(effectOnLine({ state: 'rejected', cancelled: false }), null);
});

test('the declaration follows what is left of it', () => {
  const line = (state: LinesOf['state']): LinesOf => ({ structureId: 'A', state, lines: 1 });
  const told = (from: Parameters<typeof declarationOnceRefused>[0]['from'], lines: LinesOf[], countered = false) => {
    const moved = declarationOnceRefused({ from, countered, lines, reason: 'Incohérent' });
    return moved.ok ? moved.value : moved.because;
  };
  assert.equal(told('validated', [line('rejected')]), 'rejected');
  assert.equal(told('validated', [line('rejected'), line('validated')]), 'partially-validated');
  assert.equal(told('partially-validated', [line('rejected'), line('validated')]), 'partially-validated');
  assert.equal(told('partially-validated', [line('rejected'), line('rejected')]), 'rejected');
  assert.equal(told('under-review', [line('rejected'), line('submitted')]), 'under-review');
  assert.equal(told('locked', [line('locked')], true), 'corrected');
  assert.equal(told('corrected', [line('locked')], true), 'corrected');
});
