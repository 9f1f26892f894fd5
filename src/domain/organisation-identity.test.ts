/** What the register proposes, and where each value comes from. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differingParts, originsOf, takenParts } from './organisation-identity.ts';
import { serviceKindsOf } from './service.ts';

const current = {
  name: 'Relais',
  street: '1 rue du Port',
  postcode: '44600',
  city: 'Saint-Nazaire',
  communeCode: '',
  activityCode: '94.99Z',
  activityNomenclature: 'rev2',
};

test('only what the register says otherwise is proposed, never its silence', () => {
  assert.deepEqual(differingParts(current, { ...current, name: '', street: '' }), []);
  assert.deepEqual(differingParts(current, { ...current, name: 'Relais emploi', communeCode: '44184' }), [
    'name',
    'address',
  ]);
  assert.deepEqual(takenParts({ ...current, name: 'Relais emploi' }, ['name']), { name: 'Relais emploi' });
});

test('each part has the origin of its last write, or of the whole', () => {
  const first = { source: 'register' as const, at: new Date('2026-01-01') };
  const manual = { source: 'manual' as const, at: new Date('2026-03-01'), fields: ['street', 'phone'] };
  const older = { source: 'register' as const, at: new Date('2026-02-01'), fields: ['street', 'name'] };
  assert.deepEqual(originsOf([older, manual], first), {
    name: { source: 'register', at: older.at },
    address: { source: 'manual', at: manual.at },
    activity: first,
  });
});

test('nobody opens a service of the State or of the operator but themselves', () => {
  assert.deepEqual(serviceKindsOf('operator'), []);
  assert.ok(!serviceKindsOf('company').includes('facilitator'));
  assert.ok(serviceKindsOf('buyer').includes('insertion'));
});
