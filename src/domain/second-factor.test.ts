/** Which proofs may be removed, and by whom. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasSecondFactor, mayRemoveFactor } from './second-factor.ts';

const nothing = { codes: false, passkeys: 0 };

test('codes or one passkey make a second factor; neither makes none', () => {
  assert.equal(hasSecondFactor({ codes: true, passkeys: 0 }), true);
  assert.equal(hasSecondFactor({ codes: false, passkeys: 1 }), true);
  assert.equal(hasSecondFactor(nothing), false);
});

test('only whoever administers, outside the demonstration, must keep a last proof', () => {
  const answers = [true, false].flatMap((administers) =>
    [true, false].map((demonstration) => mayRemoveFactor({ left: nothing, administers, demonstration }).ok),
  );
  assert.deepEqual(answers, [true, false, true, true]);
});

test('with another proof left, an administrator may remove one', () => {
  for (const left of [
    { codes: true, passkeys: 0 },
    { codes: false, passkeys: 1 },
  ]) {
    assert.equal(mayRemoveFactor({ left, administers: true, demonstration: false }).ok, true);
  }
});
