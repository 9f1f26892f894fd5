/** Whom to write to, and until when an address opens the lot. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOfReach, isReachedAt, lastDayAt } from './contact-reach.ts';

const reach = {
  contactEmail: 'Chantier@exemple.test',
  contactPhone: '+33639980123',
  delegateEmail: 'agence@exemple.test',
  delegateUntil: '2026-11-20',
};

test('the delegate until her last day included, then the contact; by telephone only without a mail', () => {
  assert.equal(addressOfReach(reach, '2026-11-20'), 'agence@exemple.test');
  assert.equal(addressOfReach(reach, '2026-11-21'), 'chantier@exemple.test');
  assert.equal(addressOfReach({ ...reach, contactEmail: '' }, '2026-11-21'), '+33639980123');
  assert.equal(addressOfReach({ ...reach, contactEmail: '', contactPhone: '' }, '2026-11-21'), '');
});

test('an address is hers while she is the contact, or the delegate in force; nothing is nobody’s', () => {
  assert.equal(isReachedAt(reach, 'chantier@exemple.test', '2026-11-20'), true);
  assert.equal(isReachedAt(reach, '+33639980123', '2026-11-20'), true);
  assert.equal(isReachedAt(reach, 'agence@exemple.test', '2026-11-20'), true);
  assert.equal(isReachedAt(reach, 'agence@exemple.test', '2026-11-21'), false);
  assert.equal(isReachedAt(reach, 'ancien@exemple.test', '2026-11-20'), false);
  assert.equal(isReachedAt({ ...reach, contactPhone: '' }, '', '2026-11-20'), false);
});

test('what was sent to a delegate ends with the delegation; to the contact it does not', () => {
  assert.equal(lastDayAt(reach, 'agence@exemple.test'), '2026-11-20');
  assert.equal(lastDayAt(reach, 'chantier@exemple.test'), null);
  assert.equal(lastDayAt({ ...reach, delegateEmail: 'chantier@exemple.test' }, 'chantier@exemple.test'), null);
});
