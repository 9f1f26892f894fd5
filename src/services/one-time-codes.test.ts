/** Codes of an authenticator application: the window, the replay, and the seal of one account. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateSync } from 'otplib';
import {
  checkOneTimeCode,
  newOneTimeSecret,
  oneTimeAddress,
  openOneTimeSecret,
  readOneTimeCode,
  sealOneTimeSecret,
} from './one-time-codes.ts';
import { createSealer } from './sealing.ts';

const now = new Date('2026-11-18T09:00:10Z');
const secret = newOneTimeSecret();

function codeAt(seconds: number): string {
  return generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) + seconds });
}

function check(code: string, lastCounter = 0) {
  return checkOneTimeCode({ secret, code, now, lastCounter });
}

test('the code of now, of one step before and of one step after is accepted, two steps away is not', () => {
  const counter = Math.floor(now.getTime() / 30_000);
  assert.deepEqual(check(codeAt(0)), { ok: true, value: counter });
  assert.deepEqual(check(codeAt(-30)), { ok: true, value: counter - 1 });
  assert.deepEqual(check(codeAt(30)), { ok: true, value: counter + 1 });
  assert.deepEqual(check(codeAt(-60)), { ok: false, because: 'code-refused' });
  assert.deepEqual(check(codeAt(60)), { ok: false, because: 'code-refused' });
});

test('a counter never serves twice, nor does an older one', () => {
  const counter = Math.floor(now.getTime() / 30_000);
  assert.deepEqual(check(codeAt(0), counter), { ok: false, because: 'code-used' });
  assert.deepEqual(check(codeAt(-30), counter), { ok: false, because: 'code-used' });
  assert.equal(check(codeAt(30), counter).ok, true);
});

test('what is not six digits is not a code', () => {
  const spaced = `${codeAt(0).slice(0, 3)} ${codeAt(0).slice(3)}`;
  assert.equal(check(spaced).ok, true);
  for (const typed of ['', '12345', '1234567', 'abcdef', '12345é', '000000000000']) {
    assert.equal(readOneTimeCode(typed), null);
  }
});

test('a sealed secret opens for its own account only', () => {
  const sealer = createSealer({ secret: 'a-secret-for-tests-only-0123456789' });
  const sealed = sealOneTimeSecret(sealer, { account: 'one', secret });
  assert.equal(openOneTimeSecret(sealer, { account: 'one', sealed }), secret);
  assert.equal(openOneTimeSecret(sealer, { account: 'other', sealed }), null);
});

test('the address to scan names the product and the account', () => {
  const address = new URL(oneTimeAddress({ secret, label: 'camille@exemple.test' }));
  assert.equal(address.protocol, 'otpauth:');
  assert.equal(address.searchParams.get('secret'), secret);
  assert.equal(address.searchParams.get('issuer'), 'Guichet');
});
