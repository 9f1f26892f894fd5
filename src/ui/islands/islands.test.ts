/** The reckoning parts of the islands, away from any browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { nextPlace } from './listbox.ts';

test('bytes survive base64url both ways, without padding', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
  const text = toBase64Url(bytes.buffer);
  assert.doesNotMatch(text, /[+/=]/u);
  assert.equal(text, Buffer.from(bytes).toString('base64url'));
  assert.deepEqual(fromBase64Url(text), bytes);
});

test('arrows go round the list, and enter it by the right end', () => {
  assert.equal(nextPlace({ active: -1, count: 3, step: 1 }), 0);
  assert.equal(nextPlace({ active: -1, count: 3, step: -1 }), 2);
  assert.equal(nextPlace({ active: 2, count: 3, step: 1 }), 0);
  assert.equal(nextPlace({ active: 0, count: 3, step: -1 }), 2);
  assert.equal(nextPlace({ active: 0, count: 0, step: 1 }), -1);
});
