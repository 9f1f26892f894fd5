/** Sealed columns and signed form keys keep their promises. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { newSecret } from './random.ts';
import { createSealer } from './sealing.ts';

const secret = newSecret();
const sealer = createSealer({ secret });
const context = 'account.totp_secret:42';
const wellFormed = fc.string({ unit: 'grapheme' });

test('any text that was sealed opens again, and never looks the same twice', () => {
  fc.assert(
    fc.property(wellFormed, wellFormed, (text, context) => {
      const sealed = sealer.seal({ text, context });
      assert.deepEqual(sealer.open({ sealed, context }), { ok: true, text });
      assert.notEqual(sealer.seal({ text, context }), sealed);
    }),
  );
});

test('a sealed text moved to another row does not open', () => {
  const sealed = sealer.seal({ text: 'JBSWY3DPEHPK3PXP', context });
  assert.deepEqual(sealer.open({ sealed, context: 'account.totp_secret:43' }), {
    ok: false,
    because: 'seal-broken',
  });
});

test('changing any one character of a sealed text is noticed', () => {
  const sealed = sealer.seal({ text: 'JBSWY3DPEHPK3PXP', context });
  for (let at = 0; at < sealed.length; at += 1) {
    const other = sealed[at] === 'A' ? 'B' : 'A';
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
    assert.equal(sealer.open({ sealed: changed, context }).ok, false, `character ${at}`);
  }
});

test('a sealed text has one spelling only', () => {
  const sealed = sealer.seal({ text: 'un', context });
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
  const spellings = [...alphabet.map((last) => sealed.slice(0, -1) + last), `${sealed}=`, `${sealed}A`, `${sealed} `];
  assert.deepEqual(
    spellings.filter((spelling) => sealer.open({ sealed: spelling, context }).ok),
    [sealed],
  );
  // Thirty bytes leave no spare bit, the other lengths do: all three must hold.
  for (const text of ['uns', 'unsc']) {
    const other = sealer.seal({ text, context });
    const opened = alphabet.filter((last) => sealer.open({ sealed: other.slice(0, -1) + last, context }).ok);
    assert.deepEqual(opened, [other.slice(-1)]);
  }
});

test('texts that were never sealed are refused without a throw', () => {
  fc.assert(fc.property(fc.string(), (sealed) => !sealer.open({ sealed, context }).ok));
  assert.equal(sealer.open({ sealed: 's1..', context }).ok, false);
});

test('after a rotation the former secret still opens, the new one seals, and the difference shows', () => {
  const sealed = sealer.seal({ text: 'ancien', context });
  const signed = sealer.sign({ value: 'formulaire', context });
  const rotated = createSealer({ secret: newSecret(), formerSecrets: [secret] });
  assert.deepEqual(rotated.open({ sealed, context }), { ok: true, text: 'ancien' });
  assert.equal(rotated.readSigned({ signed, context }), 'formulaire');
  assert.equal(rotated.needsNewSeal(sealed), true);
  const again = rotated.seal({ text: 'ancien', context });
  assert.equal(rotated.needsNewSeal(again), false);
  assert.deepEqual(sealer.open({ sealed: again, context }), { ok: false, because: 'seal-unknown-key' });
});

test('a form key is read back only with its own signature and for its own form', () => {
  fc.assert(
    fc.property(
      wellFormed,
      wellFormed,
      (value, context) => sealer.readSigned({ signed: sealer.sign({ value, context }), context }) === value,
    ),
  );
  const signed = sealer.sign({ value: 'k-1', context: 'hours/declare' });
  assert.equal(sealer.readSigned({ signed, context: 'hours/validate' }), undefined);
  assert.equal(sealer.readSigned({ signed: signed.replace('k-1', 'k-2'), context: 'hours/declare' }), undefined);
  assert.equal(sealer.readSigned({ signed: 'k-1', context: 'hours/declare' }), undefined);
  assert.equal(createSealer({ secret: newSecret() }).readSigned({ signed, context: 'hours/declare' }), undefined);
});

test('a context cannot be confused with the value beside it', () => {
  const signed = sealer.sign({ value: 'b:c', context: 'a' });
  const moved = signed.replace('b:c', 'c');
  assert.equal(sealer.readSigned({ signed: moved, context: 'a:b' }), undefined);
});
