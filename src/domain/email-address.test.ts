/** E-mail addresses, right, wrong and hostile. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { maskEmail, readEmailAddress } from './email-address.ts';

test('one mailbox gives one text, and what is not one address is refused', () => {
  const table: [string, string][] = [
    [' Nadia.Martin@Exemple.FR ', '=nadia.martin@exemple.fr'],
    ['a@exemple.fr\n', '=a@exemple.fr'],
    ["d'arc+clauses@sous.exemple.fr", "=d'arc+clauses@sous.exemple.fr"],
    ['agent@préfecture.example', '=agent@xn--prfecture-c4a.example'],
    ['agent@PRÉFECTURE.example', '=agent@xn--prfecture-c4a.example'],
    ['agent@pre\u0301fecture.example', '=agent@xn--prfecture-c4a.example'],
    ['agent@xn--prfecture-c4a.example', '=agent@xn--prfecture-c4a.example'],
    ['', 'email-missing'],
    ['hélène@exemple.fr', 'email-accent'],
    ['exemple.fr', 'email-unreadable'],
    ['@exemple.fr', 'email-unreadable'],
    ['a@exemple', 'email-unreadable'],
    ['a@@exemple.fr', 'email-unreadable'],
    ['a b@exemple.fr', 'email-unreadable'],
    ['.a@exemple.fr', 'email-unreadable'],
    ['a..b@exemple.fr', 'email-unreadable'],
    ['a@exemple..fr', 'email-unreadable'],
    ['a@-exemple.fr', 'email-unreadable'],
    ['a@exemple.fr.', 'email-unreadable'],
    ['a@127.0.0.1', 'email-unreadable'],
    ['a@[127.0.0.1]', 'email-unreadable'],
    ['a@ex%61mple.fr', 'email-unreadable'],
    ['a@exemple.fr:25', 'email-unreadable'],
    ['a@exemple.fr/x', 'email-unreadable'],
    ['Nadia <a@exemple.fr>', 'email-unreadable'],
    ['a@exemple.fr, b@exemple.fr', 'email-unreadable'],
    ['a@exemple.fr\r\nBcc: b@exemple.fr', 'email-unreadable'],
    ['a\r\nBcc:b@exemple.fr', 'email-unreadable'],
    ['a\0@exemple.fr', 'email-unreadable'],
    [`${'a'.repeat(65)}@exemple.fr`, 'email-too-long'],
    [`a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.exemple.fr`, 'email-too-long'],
  ];
  for (const [typed, expected] of table) {
    const read = readEmailAddress(typed);
    assert.equal(read.ok ? `=${read.value}` : read.because, expected, JSON.stringify(typed));
  }
});

test('an accepted address is plain, short, one line, and reads again the same', () => {
  const typed = fc.oneof(
    fc.emailAddress(),
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.string(), fc.string({ unit: 'grapheme' })).map(([local, domain]) => `${local}@${domain}.fr`),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const read = readEmailAddress(text);
      if (!read.ok) return;
      assert.match(read.value, /^[\x21-\x7e]{3,254}$/u);
      assert.doesNotMatch(read.value, /[\s,;:<>"()[\]\\]/u);
      assert.equal(read.value.split('@').length, 2);
      assert.deepEqual(readEmailAddress(read.value), read);
    }),
    { numRuns: 3000 },
  );
});

test('ordinary addresses are accepted', () => {
  fc.assert(fc.property(fc.emailAddress(), (text) => readEmailAddress(text).ok));
});

test('a masked address keeps one letter and the domain', () => {
  assert.equal(maskEmail('nadia.martin@exemple.fr'), 'n…@exemple.fr');
  assert.equal(maskEmail('n@exemple.fr'), '…@exemple.fr');
  assert.equal(maskEmail('nothing'), '…');
});
