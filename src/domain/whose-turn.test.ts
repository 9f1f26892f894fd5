/** Whose turn it is where the facts matter: who declares, who confirms, who employs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Confirmation, DeclarationState } from './declaration-state.ts';
import type { MarketState } from './market-state.ts';
import { turnOfContract, turnOfDeclaration, turnOfMarket } from './whose-turn.ts';

const since = '2026-11-21';

test('a market is in the hands of the buyer or of the facilitator, step by step', () => {
  const rows: [MarketState, string][] = [
    ['under-study', 'facilitator'],
    ['calibrated', 'buyer'],
    ['published', 'buyer'],
    ['awarded', 'buyer'],
    ['notified', 'facilitator'],
    ['running', 'facilitator'],
    ['suspended', 'buyer'],
    ['completed', 'facilitator'],
    ['closed', 'nobody'],
    ['no-clause', 'nobody'],
  ];
  for (const [state, owner] of rows) assert.equal(turnOfMarket({ state, since }).owner, owner, state);
});

test('a declaration goes from who owes it to who confirms it, then to who checks it', () => {
  const rows: [DeclarationState, 'company' | 'inclusion', Confirmation, string][] = [
    ['expected', 'company', 'not-needed', 'company'],
    ['late', 'inclusion', 'not-needed', 'inclusion'],
    ['submitted', 'company', 'not-needed', 'facilitator'],
    ['submitted', 'company', 'waiting', 'inclusion'],
    ['submitted', 'inclusion', 'waiting', 'company'],
    ['submitted', 'company', 'disputed', 'facilitator'],
    ['under-review', 'company', 'disputed', 'facilitator'],
    ['rejected', 'inclusion', 'confirmed', 'inclusion'],
    ['validated', 'company', 'confirmed', 'facilitator'],
    ['corrected', 'company', 'confirmed', 'facilitator'],
    ['locked', 'company', 'confirmed', 'nobody'],
  ];
  for (const [state, declarant, confirmation, owner] of rows) {
    const turn = turnOfDeclaration({ state, since, declarant, confirmation });
    assert.deepEqual([turn.owner, turn.since], [owner, since], `${state} ${confirmation}`);
  }
  const disputed = turnOfDeclaration({
    state: 'under-review',
    since,
    declarant: 'company',
    confirmation: 'disputed',
  });
  assert.equal(disputed.action, 'Trancher l’écart entre les deux déclarations.');
});

test('an open contract is in the hands of the employer', () => {
  for (const employer of ['company', 'inclusion'] as const) {
    assert.equal(turnOfContract({ state: 'planned', since, employer }).owner, employer);
    assert.equal(turnOfContract({ state: 'ended', since, employer }).owner, 'nobody');
  }
});
