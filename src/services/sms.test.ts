/** Kept text messages keep their promises. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countSmsParts, createKeptSms } from './sms.ts';

const sms = createKeptSms();

test('without a provider a text message is kept, never sent', async () => {
  assert.deepEqual(await sms.send({ to: '+33639980123', text: 'Rendez-vous à 9 h.', key: 'k' }), {
    ok: true,
    outcome: 'kept',
    parts: 1,
  });
});

test('a number that is not international is refused', async () => {
  for (const to of ['0639980123', '+33 6', '', '+0123456789', '+33639980123\n+33639980124']) {
    assert.deepEqual(await sms.send({ to, text: 'Bonjour', key: 'k' }), {
      ok: false,
      because: 'sms-number-invalid',
    });
  }
});

test('the number of parts follows the alphabet of the network', () => {
  assert.equal(countSmsParts('a'.repeat(160)), 1);
  assert.equal(countSmsParts('a'.repeat(161)), 2);
  assert.equal(countSmsParts('€'.repeat(80)), 1);
  assert.equal(countSmsParts('€'.repeat(81)), 2);
  assert.equal(countSmsParts('ê'.repeat(70)), 1);
  assert.equal(countSmsParts('ê'.repeat(71)), 2);
});

test('a text of more than four parts is refused', async () => {
  assert.deepEqual(await sms.send({ to: '+33639980123', text: 'a'.repeat(613), key: 'k' }), {
    ok: false,
    because: 'sms-text-too-long',
  });
});
