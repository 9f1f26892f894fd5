/** Secrets and codes keep their promises. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { hashSecret, newCode, newSecret, readCode, sameSecret } from './random.ts';

test('a secret has 256 bits, travels in a URL unescaped and never comes twice', () => {
  const secrets = new Set(Array.from({ length: 2000 }, () => newSecret()));
  assert.equal(secrets.size, 2000);
  for (const secret of secrets) assert.match(secret, /^[\w-]{43}$/);
  assert.equal(Buffer.from(newSecret(), 'base64url').length, 32);
});

test('a secret too short to be one is refused', () => {
  assert.throws(() => newSecret(8), RangeError);
  assert.throws(() => newSecret(16.5), RangeError);
  assert.throws(() => newCode(4), RangeError);
});

test('a code is written in groups of four without letters that are misread', () => {
  for (let turn = 0; turn < 500; turn += 1) assert.match(newCode(), /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  assert.equal(new Set(Array.from({ length: 500 }, () => newCode())).size, 500);
  assert.match(newCode(10), /^.{4}-.{4}-.{2}$/);
});

test('a code typed in lower case, with spaces or with O and I is read as it was printed', () => {
  assert.equal(readCode(' 7k3m 9qxd '), '7K3M-9QXD');
  assert.equal(readCode('7K3M–9QXD'), '7K3M-9QXD');
  assert.equal(readCode('o1Il-0000'), '0111-0000');
  for (let turn = 0; turn < 200; turn += 1) {
    const code = newCode(12);
    assert.equal(readCode(code.toLowerCase().replaceAll('-', '')), code);
  }
});

test('the digest of a secret is SHA-256 and does not contain the secret', () => {
  assert.equal(
    hashSecret('abc'),
    Buffer.from('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'hex').toString('base64url'),
  );
});

test('two secrets are the same exactly when their text is the same', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      (one, other) => sameSecret(one, other) === (one === other),
    ),
  );
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => sameSecret(text, text)));
});
