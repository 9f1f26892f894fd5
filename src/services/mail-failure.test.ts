/** Mail failures are classed, and retried at the promised times. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextMailAttempt, isAddressRefused, readMailFailure } from './mail-failure.ts';
import { readMailServer } from './mail-server.ts';

const now = new Date('2026-11-21T08:00:00Z');

test('a delayed letter is tried after 1, 5, 30 minutes, 2, 12 and 24 hours, then its failure shows', () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7].map((failures) => {
    const next = nextMailAttempt({ failures, because: 'mail-delayed', now });
    return next && (next.getTime() - now.getTime()) / 60_000;
  });
  assert.deepEqual(minutes, [1, 5, 30, 120, 720, 1440, undefined]);
});

test('a refused letter is not tried again', () => {
  assert.equal(nextMailAttempt({ failures: 1, because: 'mail-refused', now }), undefined);
});

test('wrong credentials delay letters instead of losing them', () => {
  assert.deepEqual(readMailFailure({ code: 'EAUTH', responseCode: 535 }), {
    ok: false,
    because: 'mail-delayed',
    code: '535',
  });
});

test('an unknown failure is a delay, and nothing of its message is kept', () => {
  for (const error of [
    new Error('agent@exemple.test'),
    undefined,
    'agent@exemple.test',
    { code: 'agent@exemple.test' },
  ]) {
    assert.deepEqual(readMailFailure(error), { ok: false, because: 'mail-delayed', code: 'UNKNOWN' });
  }
});

test('SMTP_URL is encrypted except on this machine or where the operator says so', () => {
  assert.deepEqual(readMailServer('smtps://user%40x:p%40ss@mail.exemple.test'), {
    host: 'mail.exemple.test',
    port: 465,
    secure: true,
    requireTLS: false,
    auth: { user: 'user@x', pass: 'p@ss' },
  });
  assert.deepEqual(readMailServer('smtp://mail.exemple.test:2525').requireTLS, true);
  assert.deepEqual(readMailServer('smtp://mail.exemple.test?tls=optional').requireTLS, false);
  assert.deepEqual(readMailServer('smtp://[::1]:25'), {
    host: '::1',
    port: 25,
    secure: false,
    requireTLS: false,
  });
  assert.throws(() => readMailServer('https://mail.exemple.test'), TypeError);
});

test('an address is refused for good by its own server alone', () => {
  for (const code of ['550', '551', '553', 'INVALID', 'EENVELOPE']) assert.equal(isAddressRefused(code), true, code);
  for (const code of ['535', '552', '554', '450', 'ECONNECTION', 'EMESSAGE', 'UNKNOWN', 'template-unknown', '']) {
    assert.equal(isAddressRefused(code), false, code);
  }
});
