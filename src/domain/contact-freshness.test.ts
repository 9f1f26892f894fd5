/** Whether a contact can be reached, and until when a delegation holds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDelegation, delegateOf, freshness } from './contact-freshness.ts';

const today = '2026-11-21';
const contact = {
  contactName: 'Paul Martin',
  contactEmail: 'paul@exemple.test',
  contactPhone: '',
  answeredOn: '2026-11-02',
  bouncedOn: null,
};

for (const [what, changes, tone, label] of [
  ['answered this month', {}, 'ok', 'A répondu le 02/11/2026'],
  ['answered 92 days ago', { answeredOn: '2026-08-21' }, 'ok', 'A répondu le 21/08/2026'],
  ['answered 93 days ago', { answeredOn: '2026-08-20' }, 'attention', 'A répondu le 20/08/2026'],
  ['never answered', { answeredOn: null }, 'neutral', 'Jamais répondu'],
  ['a mail came back since', { bouncedOn: '2026-11-03' }, 'problem', 'Courriel revenu le 03/11/2026'],
  ['answered since a mail came back', { bouncedOn: '2026-10-03' }, 'ok', 'A répondu le 02/11/2026'],
  ['a telephone alone', { contactEmail: '', contactPhone: '+33639980123' }, 'attention', 'À appeler'],
  ['no address at all', { contactEmail: '' }, 'problem', 'Personne à joindre'],
] as const) {
  test(`${what}: ${label}`, () => {
    assert.deepEqual(freshness({ ...contact, ...changes }, today), { tone, label });
  });
}

test('a delegation holds on its last day and not after', () => {
  const held = { delegateName: 'Agence', delegateEmail: 'agence@exemple.test', delegateUntil: today };
  assert.equal(delegateOf(held, today), held);
  assert.equal(delegateOf(held, '2026-11-22'), null);
  assert.equal(delegateOf({ ...held, delegateEmail: '' }, today), null);
});

for (const [what, changes, because] of [
  ['whole', {}, null],
  ['on its last day', { delegateUntil: today }, null],
  ['taken away', { delegateName: '', delegateEmail: '', delegateUntil: null }, null],
  ['without end', { delegateUntil: null }, 'delegation-incomplete'],
  ['without address', { delegateEmail: '' }, 'delegation-incomplete'],
  ['already over', { delegateUntil: '2026-11-20' }, 'delegation-past'],
] as const) {
  test(`a delegation ${what}: ${because ?? 'accepted'}`, () => {
    const held = {
      delegateName: 'Agence',
      delegateEmail: 'agence@exemple.test',
      delegateUntil: '2027-01-31',
    };
    const checked = checkDelegation({ ...held, ...changes }, today);
    assert.equal(checked.ok ? null : checked.because, because);
  });
}
