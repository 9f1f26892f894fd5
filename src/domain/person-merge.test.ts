/** Which identity a merged file takes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differingFields, mergedIdentity } from './person-merge.ts';

const kept = {
  familyName: 'Diallo',
  givenName: 'Amadou',
  birthDate: null,
  commune: 'Nantes',
  email: '',
  phone: '+33261910001',
};
const other = { ...kept, familyName: 'Dialo', birthDate: '1990-04-12', email: 'a@exemple.test', phone: '' };

test('what one file lacks comes from the other, and only real differences are asked', () => {
  assert.deepEqual(differingFields(kept, other), ['familyName']);
  assert.deepEqual(mergedIdentity(kept, other, []), { ...kept, birthDate: '1990-04-12', email: 'a@exemple.test' });
});

test('the chosen spelling wins', () => {
  assert.equal(mergedIdentity(kept, other, ['familyName']).familyName, 'Dialo');
  assert.equal(mergedIdentity(kept, other, ['phone']).phone, '+33261910001', 'an empty choice loses nothing');
});
