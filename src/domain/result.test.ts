/** Answers keep the same shape whoever builds them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { done, refuse } from './result.ts';

test('a refusal has only the keys that were given', () => {
  assert.deepEqual(refuse('x'), { ok: false, because: 'x' });
  assert.deepEqual(Object.keys(refuse('x', { field: undefined, details: undefined })), ['ok', 'because']);
  assert.deepEqual(refuse('x', { field: 'name', details: { longest: 3 } }), {
    ok: false,
    because: 'x',
    field: 'name',
    details: { longest: 3 },
  });
});

test('a value is answered as it is', () => {
  const value = { a: 1 };
  assert.equal(done(value).value, value);
  assert.equal(done(value).ok, true);
});
