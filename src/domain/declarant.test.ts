/** One declarant per contract. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declarantOf } from './declarant.ts';

test('the structure that lends declares when it is on the lot, else the company at work', () => {
  assert.equal(declarantOf({ employer: 'company', company: 'company' }, ['company']), 'company');
  assert.equal(declarantOf({ employer: 'agency', company: 'company' }, ['company', 'agency']), 'agency');
  assert.equal(declarantOf({ employer: 'agency', company: 'company' }, ['company']), 'company');
});
