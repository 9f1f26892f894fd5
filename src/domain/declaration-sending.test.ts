/** Until when a month may be sent again, what is still owed, its due day and its receipt. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canBeSent, dueDay, isOwed, receiptNumber, stateOnceSent } from './declaration-sending.ts';
import type { DeclarationState } from './declaration-state.ts';
import { declarationMachine } from './declaration-state.ts';

const expected: Record<DeclarationState, string> = {
  expected: 'submitted owed',
  late: 'submitted owed',
  submitted: 'submitted',
  'under-review': 'under-review',
  validated: 'declaration-validated',
  'partially-validated': 'submitted owed',
  rejected: 'submitted owed',
  locked: 'month-sealed',
  corrected: 'month-sealed',
  'not-due': 'declaration-not-due',
};

test('each state of a declaration says whether it may be sent again and whether something is still owed', () => {
  for (const state of Object.keys(declarationMachine) as DeclarationState[]) {
    for (const by of ['company', 'inclusion', 'facilitator'] as const) {
      const sent = stateOnceSent(state, by);
      const told = sent.ok ? sent.value : sent.because;
      assert.equal(isOwed(state) ? `${told} owed` : told, expected[state], state);
      assert.equal(canBeSent(state), sent.ok);
    }
  }
});

test('a month is due on the 15th of the next one, and its receipt bears its month', () => {
  assert.equal(dueDay('2026-12'), '2027-01-15');
  assert.equal(receiptNumber({ id: '4f7a91c2-0000-4000-8000-000000000000', month: '2026-10' }), '2026-10-4F7A91C2');
});
